/** Work in progress of open runs comes from their records, and a count confirms its mass. */
import { beforeEach, expect, it } from 'vitest';
import { codesOf, t, termOf, usePlant } from './plant.ts';

const { who, settle, receive, open, feed, yieldFrom, close, count, rate, get, assay, post, finding } = usePlant();

const furnace = (tonnes: number, leadPpm = 900_000) => ({ item: 'furnace', massGrams: t(tonnes), leadPpm });
const refined = (tonnes: number) => ({ item: 'refined_lead', massGrams: t(tonnes), leadPpm: 1_000_000 });

beforeEach(() => settle());

/** Feeds 100 t with 58 t of lead in September, and yields 40 t of refined lead. The run stays open with 60 t. */
async function begin(): Promise<string> {
  const load = await receive(t(100), 580_000, '2026-09-03');
  const run = await open('2026-09-04');
  await feed(run, '2026-09-05', [load]);
  await yieldFrom(run, '2026-09-06', [['refined_lead', t(40), 1_000_000]]);
  await count('2026-08-31');
  return run;
}

it('an open run that the count does not find blocks the rate until it is closed', async () => {
  const run = await begin();
  const { id } = await count('2026-09-30', [refined(40)]);
  const blocked = await rate('2026-09');
  expect([blocked.status, codesOf(blocked)]).toEqual(['blocked', ['OPEN_RUNS_DIFFER', 'OPEN_RUNS']]);
  expect(blocked.findings[0].facts).toMatchObject({
    ...{ item: 'furnace', countedGrams: 0, bookGrams: t(60), runGrams: t(60), countId: id, countedOn: '2026-09-30' },
  });
  await close(run, '2026-09-30');
  const closed = await rate('2026-09');
  expect([closed.rates.headline.percent, codesOf(closed)]).toEqual(['68.97', ['UNACCOUNTED_SHARE_HIGH']]);
});

it('the lead of an open run comes from its feeds and outputs, whatever the count says, and is counted once', async () => {
  const run = await begin();
  await count('2026-09-30', [refined(40), furnace(60)]);
  const september = await rate('2026-09');
  // 58 t were fed and 40 t yielded: 18 t are in the run, not the 54 t of the count.
  expect(termOf(september, 'closing_work')).toMatchObject({ leadGrams: t(18), leadGramsExact: String(t(18)) });
  expect([september.rates.headline.percent, september.status]).toEqual(['100.00', 'flagged']);
  expect(september.findings).toMatchObject([
    { code: 'OPEN_RUNS', severity: 'flag', facts: { runs: 1, massGrams: t(60), leadGrams: t(18) } },
  ]);
  const records = `/recovery/records?partyId=${who.plant.partyId}&period=2026-09&term=closing_work`;
  const { items } = await get(records);
  const behind = items.filter(({ massGrams }: { massGrams: number }) => massGrams > 0);
  expect(
    behind.map(({ kind, sign, subject, leadGrams }: Record<string, unknown>) => [kind, sign, subject, leadGrams]),
  ).toEqual([
    ['feed', 1, `run:${run}`, t(58)],
    ['output', -1, `run:${run}`, -t(40)],
  ]);

  await yieldFrom(run, 6, [['refined_lead', t(17), 1_000_000]]);
  await close(run, 7);
  await count('2026-10-31', [refined(57)]);
  const october = await rate();
  expect(termOf(october, 'opening_work').leadGrams).toBe(t(18));
  const found = ['OPEN_RUNS', 'STOCK_LEVEL_HIGH', 'UNCERTAINTY_HIGH'];
  expect([october.rates.headline.percent, codesOf(october)]).toEqual(['94.44', found]);
});

it('a count of open runs adds only what is beyond them', async () => {
  const other = await receive(t(10), 580_000, '2026-09-03');
  const first = await open('2026-09-04');
  await feed(first, '2026-09-05', [other]);
  await yieldFrom(first, '2026-09-06', [['refined_lead', t(5.6), 1_000_000]]);
  await close(first, '2026-09-07', t(0.5));
  await begin();
  await count('2026-09-30', [refined(45.6), furnace(60.5, 400_000)]);
  const september = await rate('2026-09');
  expect(termOf(september, 'closing_work')).toMatchObject({ leadGrams: t(18) + t(0.2) });
  expect(codesOf(september)).toEqual(['COUNTED_CONTENT_UNKNOWN', 'OPEN_RUNS']);
});

it('an open run with a feed or output of unknown content blocks the rate until it is assayed', async () => {
  const run = await begin();
  const [slag = ''] = await yieldFrom(run, '2026-09-20', [
    ['slag', t(20), null],
    ['plastics_light', t(5), null],
  ]);
  await count('2026-09-30', [
    ...[refined(40), furnace(35), { item: 'slag', massGrams: t(20), leadPpm: 20_000 }],
    { item: 'plastics', massGrams: t(5), leadPpm: 0 },
  ]);
  const blocked = await rate('2026-09');
  expect(blocked.status).toBe('blocked');
  expect(codesOf(blocked)).toContain('OPEN_RUN_CONTENT_MISSING');
  expect(blocked.findings[0].facts).toMatchObject({ runId: run, records: 1, heldGrams: t(35) });
  await assay(slag, 20_000, '2026-09-20T10:00:00+08:00');
  const known = await rate('2026-09');
  expect(codesOf(known)).toEqual(['OPEN_RUNS']);
  expect(termOf(known, 'closing_work').leadGrams).toBe(t(58 - 40 - 0.4) + t(0.4));
});

it('an open run cannot hold less lead than none', async () => {
  const run = await begin();
  await yieldFrom(run, '2026-09-20', [['refined_lead', t(19), 1_000_000]]);
  await count('2026-09-30', [refined(59), furnace(41)]);
  const blocked = await rate('2026-09');
  expect(blocked.findings[0]).toMatchObject({ code: 'OPEN_RUN_IMPLAUSIBLE', facts: { runId: run, leadGrams: -t(1) } });
  expect(blocked.status).toBe('blocked');
});

it('batteries that were fed in a later month than they came have the content with which they came', async () => {
  const load = await receive(t(100), null, '2026-08-20');
  const sample = { ...finding('2026-08-19T08:00:00+08:00'), basis: 'supplier_class', supplierId: who.point.partyId };
  await post('/assays', { ...sample, ppm: 570_000 });
  const run = await open('2026-09-04');
  await feed(run, '2026-09-05', [load]);
  await count('2026-08-31', [{ item: 'batteries', massGrams: t(100), leadPpm: 570_000 }]);
  await count('2026-09-30', [furnace(100)]);
  expect(termOf(await rate('2026-09'), 'closing_work').leadGrams).toBe(t(57));
});
