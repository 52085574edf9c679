/** Batteries that came to an own site that does not recycle and are fed in secret: the books of that site still have them. */
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { batchInput, type Enterprise } from '../../app/fixture.ts';
import { changeJson, forged } from '../assessments/forging.ts';
import { packed } from '../assessments/packing.ts';
import { letSlagLeaveByRecord } from '../sales/slag-by-record.ts';
import { codesOf, t, usePlant } from '../stock/plant.ts';

const P = usePlant();
const { app, who, settle, receive, send, open, feed, yieldFrom, close, sell, count, rate: rateOf, post } = P;

beforeAll(async () => {
  await letSlagLeaveByRecord(app);
  await app.database.db.execute(
    `insert into law_values (key, valid_from, valid_to, value, source, confidence)
     values ('recovery.unobserved-sites', '2026-11-15', '2026-12-01', '{"sites": "recyclers"}', '演示', 'I')`,
  );
  app.clock.now = new Date('2027-02-03T04:00:00.000Z');
});

let point: string;

beforeEach(async () => {
  await settle();
  await count('2026-12-31');
  const site = { kind: 'transfer_point', name: '自有转运点', divisionCode: '450100' };
  point = (await post(`/parties/${who.plant.partyId}/sites`, site, app.authority)).id;
  await P.registeredAt(point, '2019-01-01T00:00:00Z');
  await post(
    `/parties/${who.plant.partyId}/licences`,
    {
      ...{ number: `演示证-收-${who.plant.partyId.slice(-6)}`, mode: 'collection', wasteCodes: ['900-052-31'] },
      ...{ issuer: '演示厅', validFrom: '2020-01-01', validTo: '2035-01-01' },
    },
    app.authority,
  );
});

/** The rate without the note about the slag of each case. */
const rate = async (month = '2027-01') => {
  const { findings, ...answer } = await rateOf(month);
  return { ...answer, findings: findings.filter(({ code }: { code: string }) => code !== 'RESIDUES_WITHOUT_MANIFEST') };
};

/** Smelts 100 t of batteries with 58 % of lead to 82 %. The works knows of as many tonnes only. */
async function smelt(known: number, month = '2027-01', last = '2027-01-31') {
  const load = await receive(t(known), 580_000, `${month}-03`);
  const run = await open(`${month}-05`);
  await feed(run, `${month}-05`, [load]);
  const [product = '', slag = ''] = await yieldFrom(run, `${month}-06`, [
    ['refined_lead', t(47.56), 1_000_000],
    ['slag', t(19.6), 50_000],
  ]);
  await close(run, `${month}-07`);
  await sell(product, t(47.56), `${month}-08`);
  const left = { kind: 'disposal', massGrams: t(19.6), receiverName: '演示处置中心' };
  await post(`/batches/${slag}/dispositions`, { ...left, occurredAt: `${month}-09T12:00:00+08:00` });
  await count(last, []);
}

const unseen = (tonnes: number) => ({
  code: 'STOCK_NOT_OBSERVED',
  facts: {
    ...{ leadGrams: t(tonnes), elsewhereLeadGrams: t(tonnes), sites: ['自有转运点'] },
    ...{ closingLeadGrams: 0, outsideLeadGrams: 0, items: [] },
  },
});
const batteries = (massGrams: number) => [{ item: 'batteries', massGrams, leadPpm: 580_000 }];

it('a law without other sites leaves them out', async () => {
  await count('2026-10-31');
  await receive(t(15.5), 580_000, '2026-11-03', point);
  await smelt(84.5, '2026-11', '2026-11-30');
  expect(codesOf(await rate('2026-11'))).toEqual(['ASSAYS_RECORDED_LATE', 'RECORDS_LATE']);
});

describe('batteries in the books of an own transfer point', () => {
  it('need a review until an authority saw them there', async () => {
    await receive(t(15.5), 580_000, '2027-01-03', point);
    await smelt(84.5);
    const flagged = await rate();
    expect([flagged.status, flagged.rates.headline.percent]).toEqual(['flagged', '97.04']);
    expect(flagged.findings).toMatchObject([{ ...unseen(8.99), severity: 'flag' }]);
    expect(flagged.findings[0].detail).toContain('自有转运点');
    await count('2027-01-31', batteries(t(15.5)), { siteId: point });
    expect(await rate()).toMatchObject({ status: 'clear', findings: [] });
  });

  it('are seen on the day on which all own sites are, so that no heap is shown at two of them', async () => {
    await receive(t(15.5), 580_000, '2027-01-03', point);
    await smelt(84.5);
    const counted = await count('2027-01-31', batteries(t(15.5)), { siteId: point, observed: false });
    const seen = { observedOn: '2027-02-02', observer: '演示市生态环境局', reportNumber: '核查-2' };
    const body = { ...seen, lines: [{ item: 'batteries', massGrams: t(15.5) }] };
    const { status, json } = await app.authority.post(`/v1/stock-counts/${counted.id}/observations`, body);
    expect([status, json.code]).toEqual([422, 'stock-observation-too-far']);
    expect((await rate()).findings).toMatchObject([{ ...unseen(8.99), severity: 'flag' }]);
  });

  it('are lead that could have been fed as far as an authority saw less', async () => {
    await receive(t(15.5), 580_000, '2027-01-03', point);
    await smelt(84.5);
    await count('2027-01-31', batteries(t(5.5)), { siteId: point });
    expect((await rate()).findings).toMatchObject([{ ...unseen(5.8), severity: 'flag' }]);
  });

  it('have the greatest content of batteries without an assay, and are a note in small amounts', async () => {
    await receive(t(0.1), null, '2027-01-03', point);
    await smelt(100);
    const { findings } = await rate();
    expect(findings.find(({ code }: { code: string }) => code === 'STOCK_NOT_OBSERVED')).toMatchObject({
      ...{ severity: 'note', facts: { sites: ['自有转运点'] } },
    });
  });

  it('count no more when they went on to the works', async () => {
    const there = await receive(t(15.5), 580_000, '2027-01-03', point);
    await send({ ...there, day: '2027-01-04', from: { ...who.plant, siteId: point } });
    await smelt(84.5);
    expect(codesOf(await rate())).not.toContain('STOCK_NOT_OBSERVED');
  });
});

const DIFFERENCE = { differenceKinds: ['quantity'], remarks: '演示差异' };

/** Sends batteries on a paper manifest, up to a step. */
async function carry(batchId: string, from: Place, to: Place, last: 'depart' | 'arrive' | 'accept', missing = 0) {
  const [massGrams, pieces] = [t(15.5), 969];
  const { id } = await post(
    '/manifests',
    {
      ...{ carrierId: who.plant.partyId, receiverId: to.by.partyId, receiverSiteId: to.siteId },
      ...{ consignorSiteId: from.siteId, lines: [{ batchId, massGrams, pieces, packaging: 'pallet', packages: 1 }] },
    },
    from.by,
  );
  const at = (hour: number) => `2027-01-04T0${hour}:00:00+08:00`;
  const step = (by: Enterprise, name: string, body: object) => post(`/manifests/${id}/${name}`, body, by);
  const paper = { number: `纸-${id.slice(-8)}`, reason: '演示', transferCompletedAt: at(1) };
  await step(from.by, 'register-paper', { at: at(1), ...paper });
  await step(from.by, 'backfill', { at: at(1) });
  await step(from.by, 'hand-over', { at: at(2) });
  await step(who.plant, 'depart', { at: at(3), plates: ['桂A12345'], from: '演示' });
  if (last !== 'depart') await step(to.by, 'arrive', { at: at(4) });
  const lines = [{ line: 1, acceptedGrams: massGrams - missing, acceptedPieces: pieces, treatmentMethod: 'R4' }];
  if (last === 'accept') await step(to.by, 'accept', { at: at(5), lines, ...(missing > 0 && DIFFERENCE) });
}

type Place = { readonly by: Enterprise; readonly siteId: string };
const there = (): Place => ({ by: who.plant, siteId: point });
const other = (): Place => ({ by: who.point, siteId: who.point.siteId });

describe('batteries that leave an own transfer point', () => {
  const sendOff = async (last: 'depart' | 'accept', missing = 0) => {
    const { batchId } = await receive(t(15.5), 580_000, '2027-01-03', point);
    await carry(batchId, there(), other(), last, missing);
  };

  it('count while they are under way', async () => {
    await sendOff('depart');
    await smelt(84.5);
    expect((await rate()).findings).toMatchObject([{ ...unseen(8.99), severity: 'flag' }]);
  });

  it('are mass that no independent organisation weighed when a partner accepted them, also after the period', async () => {
    await sendOff('accept');
    await smelt(84.5);
    const facts = { ownGrams: 0, lessGrams: 0, sentGrams: t(15.5), wholeGrams: t(84.5) };
    expect(await rate()).toMatchObject({ status: 'flagged', findings: [{ code: 'UNCONFIRMED_MASS', facts }] });
  });
});

it('batteries that the weighings of loads missed on both ways of a point could have been fed', async () => {
  const declaration = { massGrams: t(15.5), pieces: 969, occurredAt: '2027-01-03T00:00:00+08:00' };
  const { id } = await post('/batches', batchInput(who.point.siteId, declaration), who.point);
  await carry(id, other(), there(), 'accept', t(1));
  const { batchId } = await receive(t(15.5), 580_000, '2027-01-03', point);
  await carry(batchId, there(), other(), 'accept', t(2));
  await count('2027-01-31', batteries(t(14.5)), { siteId: point });
  await smelt(84.5);
  const found = (await rate()).findings.find(({ code }: { code: string }) => code === 'STOCK_NOT_OBSERVED');
  // 3 t are missing, at the greatest content of batteries; the rest of both loads was seen, or left.
  expect(found).toMatchObject({ severity: 'flag', facts: { sites: ['自有转运点'], closingLeadGrams: 0 } });
  expect(found.facts.elsewhereLeadGrams).toBeGreaterThan(t(3 * 0.58));
  expect(found.facts.elsewhereLeadGrams).toBeLessThan(t(3));
});

it('batteries that a count of the point missed could have been fed', async () => {
  const { batchId } = await receive(t(15.5), 580_000, '2027-01-03', point);
  await smelt(84.5);
  const counted = await count('2027-01-31', batteries(0), { siteId: point });
  const batches = [{ batchId, countedGrams: 0, countedPieces: 0 }];
  const body = { item: 'batteries', reasonCode: 'entry', reason: '盘亏', batches };
  const { id } = await post(`/stock-counts/${counted.id}/adjustments`, body, who.first);
  await post(`/stock-adjustments/${id}/confirm`, { reason: '已复点' }, who.second);
  expect((await rate()).findings).toMatchObject([{ ...unseen(8.99), severity: 'flag' }]);
});

it('a load that waits at the gate of the point could have been fed', async () => {
  const declaration = { massGrams: t(15.5), pieces: 969, occurredAt: '2027-01-03T00:00:00+08:00' };
  const { id } = await post('/batches', batchInput(who.point.siteId, declaration), who.point);
  await carry(id, other(), there(), 'arrive');
  await smelt(84.5);
  const [found] = (await rate()).findings;
  expect(found).toMatchObject({ code: 'STOCK_NOT_OBSERVED', severity: 'flag', facts: { sites: ['自有转运点'] } });
  // Its content is not known, so it has the greatest of batteries.
  expect(found.facts.elsewhereLeadGrams).toBeGreaterThan(t(8.99));
});

it('the evidence lets a reader find again what no authority saw on other sites', async () => {
  const { check } = await import(fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url)));
  await receive(t(15.5), 580_000, '2027-01-03', point);
  await smelt(84.5);
  await count('2027-01-31', batteries(t(5.5)), { siteId: point });
  const { id } = await post('/assessments', { period: '2027-01', method: 'lead-recovery' }, who.first);
  await app.follow();
  const archive = await packed(app, id);
  const codes = check(archive).snapshot.evaluation.findings.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(['RESIDUES_WITHOUT_MANIFEST', 'STOCK_NOT_OBSERVED']);
  const without = await forged(archive, (files) => {
    for (const path of ['snapshot.json', 'snapshot.en.json']) {
      changeJson(files, path, ({ evaluation, methods }) => {
        for (const one of [evaluation, ...methods])
          Object.assign(one, { findings: one.findings.slice(0, 1), status: 'clear' });
      });
    }
  });
  expect(() => check(without)).toThrow('STOCK_NOT_OBSERVED');
  const bare = await forged(archive, (files) => {
    changeJson(files, 'grounds.json', ({ stock }) => {
      delete stock.elsewhere;
    });
  });
  expect(() => check(bare)).toThrow('grounds.json has no stock of other sites');
  const otherwise = await forged(archive, (files) => {
    changeJson(files, 'grounds.json', ({ stock }) => {
      stock.elsewhere[0].observation.lines[0].massGrams = t(15.5);
    });
  });
  expect(() => check(otherwise)).toThrow(`the observation of site ${point}`);
});
