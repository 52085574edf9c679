/** Samples of classes: they count for what laboratories saw, not for all that a supplier sent or a furnace made. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirm, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { letSlagLeaveByRecord } from '../sales/slag-by-record.ts';
import { codesOf, type Line, type Output, t, usePlant } from '../stock/plant.ts';

const { app, who, settle, receive, open, feed, yieldFrom, close, sell, finding, count, post, rate } = usePlant();

beforeAll(async () => {
  app.clock.now = new Date('2027-02-03T04:00:00.000Z');
  await letSlagLeaveByRecord(app);
});
beforeEach(settle);

type Seen = { readonly seenMassGrams: number; readonly seenManifestNumber?: string | null };

/** Takes a sample of a class, and lets the laboratory confirm what it saw. */
async function sample(of: object, sampledAt: string, seen: Seen): Promise<void> {
  const laboratory = await laboratoryOf(app);
  const made = await post('/assays', { ...of, ...finding(sampledAt) });
  const { status, json } = await confirm(laboratory, made, 'assays', seen);
  expect([status, json.outcome]).toEqual([201, 'confirmed']);
}

const papersOf = async ({ batchId }: { readonly batchId: string }) => (await laboratoryOf(app)).papersOf(batchId);

const ofPoint = (ppm: number) => ({ basis: 'supplier_class', supplierId: who.point.partyId, ppm });
const of = (material: string, ppm: number) => ({ basis: 'product', material, ppm });
const NOON = '2027-01-06T12:00:00+08:00';

/** Feeds batteries, and takes lead and slag. Returns the batches that were made. */
async function smelt(loads: readonly object[], outputs: readonly Output[]): Promise<string[]> {
  const run = await open('2027-01-04');
  await feed(run, '2027-01-05', loads);
  const made = await yieldFrom(run, '2027-01-06', outputs);
  await close(run, '2027-01-07');
  return made;
}

/** Sells the lead, and sends the slag away unless it is left and counted. */
async function leave([lead = '', slag = '']: readonly string[], [sold, gone]: readonly number[], left?: Line) {
  await sell(lead, sold ?? 0, '2027-01-08');
  const body = { kind: 'disposal', massGrams: gone, receiverName: '演示处置中心' };
  if (gone) await post(`/batches/${slag}/dispositions`, { ...body, occurredAt: '2027-01-09T12:00:00+08:00' });
  await count('2027-01-31', left ? [left] : []);
  return rate('2027-01');
}

const coverOf = ({ findings }: Awaited<ReturnType<typeof rate>>) =>
  findings.find(({ code }: { code: string }) => code === 'ASSAYS_COVER_MORE');

describe('of a supplier', () => {
  it('the sample of a small poor load is no evidence of a large one', async () => {
    await count('2026-12-31');
    const small = await receive(t(1), null, '2027-01-03');
    const big = await receive(t(33), null, '2027-01-03');
    const known = await receive(t(100), 580_000, '2027-01-03');
    const papers = { seenMassGrams: t(1), seenManifestNumber: await papersOf(small) };
    await sample(ofPoint(490_000), '2027-01-03T12:00:00+08:00', papers);
    // A second sample of this load adds no other load.
    await sample(ofPoint(490_000), '2027-01-03T13:00:00+08:00', papers);
    const made = await smelt(
      [small, big, known],
      [
        ['refined_lead', t(72.2), 1_000_000],
        ['slag', t(26), 50_000],
      ],
    );
    const shown = await leave(made, [t(72.2), t(26)]);
    expect([shown.status, coverOf(shown).severity]).toEqual(['flagged', 'flag']);
    expect(coverOf(shown).facts).toMatchObject({ classes: 1, massGrams: t(34), unseenGrams: t(32.98) });
    expect(coverOf(shown).facts.leadGrams).toBe(t(32.98 * 0.31));
  });

  it('a sample of each load is clear, and its uncertainty stays small', async () => {
    await count('2026-12-31');
    const loads = [];
    for (const [at, tonnes] of [30, 20, 25, 15, 35].entries()) {
      const day = `2027-01-${10 + at}`;
      const load = await receive(t(tonnes), null, day);
      const papers = { seenMassGrams: t(tonnes), seenManifestNumber: await papersOf(load) };
      await sample(ofPoint(575_000 + at * 2_000), `${day}T04:30:00+08:00`, papers);
      loads.push(load);
    }
    const run = await open('2027-01-20');
    await feed(run, '2027-01-21', loads);
    const made = await yieldFrom(run, '2027-01-22', [
      ['refined_lead', t(70.5), null],
      ['slag', t(25), 50_000],
    ]);
    await close(run, '2027-01-23');
    await sample(of('refined_lead', 1_000_000), '2027-01-22T12:00:00+08:00', { seenMassGrams: t(70.5) });
    await sell(made[0] ?? '', t(70.5), '2027-01-24');
    const gone = { kind: 'disposal', massGrams: t(25), receiverName: '演示处置中心' };
    await post(`/batches/${made[1]}/dispositions`, { ...gone, occurredAt: '2027-01-24T12:00:00+08:00' });
    await count('2027-01-31');
    const shown = await rate('2027-01');
    expect(coverOf(shown)).toBeUndefined();
    expect([shown.status, codesOf(shown)]).toEqual(['clear', ['RESIDUES_WITHOUT_MANIFEST']]);
  });

  it('rich loads with the content of a poor one count, also when a laboratory saw them all', async () => {
    await count('2026-12-31');
    const poor = await receive(t(10), null, '2027-01-02');
    const rich = await receive(t(90), null, '2027-01-03');
    const papers = { seenMassGrams: t(10), seenManifestNumber: await papersOf(poor) };
    await sample(ofPoint(490_000), '2027-01-02T04:30:00+08:00', papers);
    // The sample of the rich load is said to be of a day after its decision.
    const later = { seenMassGrams: t(90), seenManifestNumber: await papersOf(rich) };
    await sample(ofPoint(580_000), '2027-01-04T04:30:00+08:00', later);
    const made = await smelt(
      [poor, rich],
      [
        ['refined_lead', t(48), 1_000_000],
        ['slag', t(20), 50_000],
      ],
    );
    const shown = await leave(made, [t(48), t(20)]);
    expect(shown.status).toBe('flagged');
    expect(coverOf(shown)).toMatchObject({ facts: { unseenGrams: 0, leadGrams: t(8.1) } });
  });
});

describe('of a material', () => {
  it('the sample of a small pure output is no evidence of a large one', async () => {
    await count('2026-12-31');
    const load = await receive(t(100), 580_000, '2027-01-03');
    const made = await smelt(
      [load],
      [
        ['refined_lead', t(56.26), null],
        ['slag', t(23.2), 50_000],
      ],
    );
    await sample(of('refined_lead', 1_000_000), NOON, { seenMassGrams: t(1) });
    const shown = await leave(made, [t(56.26), t(23.2)]);
    expect([shown.status, shown.rates.headline.percent]).toEqual(['flagged', '97.00']);
    expect(coverOf(shown).facts).toMatchObject({ massGrams: t(56.26), unseenGrams: t(55.24) });
  });

  it.each([
    [t(1), 'flagged'],
    [t(26), 'clear'],
  ])('slag in stock of which %i g were seen is %s', async (seenMassGrams, status) => {
    await count('2026-12-31');
    const load = await receive(t(100), 580_000, '2027-01-03');
    const made = await smelt(
      [load],
      [
        ['refined_lead', t(55.1), 1_000_000],
        ['slag', t(26), null],
      ],
    );
    await sample(of('slag', 99_000), NOON, { seenMassGrams });
    const shown = await leave(made, [t(55.1)], { item: 'slag', massGrams: t(26), leadPpm: 99_000 });
    expect([shown.status, shown.rates.headline.percent]).toEqual([status, '99.41']);
  });

  it.each([
    [23.2, 430_000],
    [14, 700_000],
  ])('%d t that are called refining slag are flagged', async (tonnes, ppm) => {
    await count('2026-12-31');
    const load = await receive(t(100), 580_000, '2027-01-03');
    const made = await smelt(
      [load],
      [
        ['refined_lead', t(47.56), 1_000_000],
        ['refining_slag', t(tonnes), null],
      ],
    );
    await sample(of('refining_slag', ppm), NOON, { seenMassGrams: t(1) });
    const shown = await leave(made, [t(47.56)], { item: 'slag', massGrams: t(tonnes), leadPpm: ppm });
    expect([shown.status, coverOf(shown).severity]).toEqual(['flagged', 'flag']);
  });
});
