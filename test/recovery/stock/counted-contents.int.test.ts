/** The lead contents that a count declares are held against those of the batches in the books. */
import { beforeEach, expect, it } from 'vitest';
import { codesOf, t, usePlant } from './plant.ts';

const { settle, receive, open, feed, yieldFrom, close, count, rate, app } = usePlant();

beforeEach(settle);

const PRODUCTS = { item: 'refined_lead', massGrams: t(49), leadPpm: 1_000_000 };
const slag = (leadPpm: number) => ({ item: 'slag', massGrams: t(20), leadPpm });
const batteries = (leadPpm: number) => ({ item: 'batteries', massGrams: t(20), leadPpm });

/** Smelts 100 of 120 tonnes; 20 tonnes of slag hold what is missing. */
async function smelt(slagPpm: number | null): Promise<void> {
  const load = await receive(t(120), 580_000, 3);
  await count('2026-09-30');
  const run = await open(4);
  await feed(run, 5, [{ ...load, massGrams: t(100), pieces: Math.round((load.pieces * 5) / 6) }]);
  await yieldFrom(run, 6, [
    ['refined_lead', t(49), 1_000_000],
    ['slag', t(20), slagPpm],
  ]);
  await close(run, 7);
}

it('slag that is counted richer than its assay, or batteries other than they came, block the rate', async () => {
  await smelt(45_000);
  const { id } = await count('2026-10-31', [PRODUCTS, slag(45_000), batteries(580_000)]);
  const honest = await rate();
  expect([honest.status, codesOf(honest)]).toEqual(['flagged', ['UNACCOUNTED_SHARE_HIGH']]);
  const { id: rich } = await count('2026-10-31', [PRODUCTS, slag(430_000), batteries(580_000)], { replacesId: id });
  const lifted = await rate();
  expect([lifted.status, codesOf(lifted)[0]]).toEqual(['blocked', 'COUNTED_CONTENT_DIFFERS']);
  expect(lifted.findings[0]).toMatchObject({
    ...{ severity: 'block', title: 'Counted lead content differs from the books' },
    facts: { item: 'slag', countId: rich, countedPercent: '43.00', lowPercent: '4.50' },
  });
  await count('2026-10-31', [PRODUCTS, slag(45_000), batteries(990_000)], { replacesId: rich });
  const other = await rate();
  expect(other.findings[0]).toMatchObject({
    ...{ code: 'COUNTED_CONTENT_DIFFERS', severity: 'block' },
    facts: { item: 'batteries', countedPercent: '99.00', lowPercent: '58.00' },
  });
  app.clock.now = new Date('2026-12-02T04:00:00.000Z');
  expect(codesOf(await rate('2026-11'))).toContain('COUNTED_CONTENT_DIFFERS');
  app.clock.now = new Date('2026-11-02T04:00:00.000Z');
});

it('products that are counted poorer than their assay move no rate, and need a review', async () => {
  await smelt(45_000);
  const { id } = await count('2026-10-31', [PRODUCTS, slag(45_000), batteries(580_000)]);
  const before = await rate();
  await count('2026-10-31', [{ ...PRODUCTS, leadPpm: 850_000 }, slag(45_000), batteries(580_000)], { replacesId: id });
  const after = await rate();
  expect(after.rates).toEqual(before.rates);
  expect(after.findings[0]).toMatchObject({
    ...{ code: 'COUNTED_CONTENT_DIFFERS', severity: 'flag' },
    facts: { item: 'refined_lead', countedPercent: '85.00', lowPercent: '100.00' },
  });
});

it('slag without an assay is flagged, and blocks the rate when it is counted beyond what slag can hold', async () => {
  await smelt(null);
  const { id } = await count('2026-10-31', [PRODUCTS, slag(45_000), batteries(580_000)]);
  expect(codesOf(await rate())).toEqual([
    ...['COUNTED_CONTENT_UNKNOWN', 'WEAK_EVIDENCE_MATTERS', 'UNACCOUNTED_SHARE_HIGH', 'UNCERTAINTY_HIGH'],
  ]);
  await count('2026-10-31', [PRODUCTS, slag(430_000), batteries(580_000)], { replacesId: id });
  const lifted = await rate();
  expect([lifted.status, codesOf(lifted)]).toEqual([
    'blocked',
    ['COUNTED_CONTENT_UNKNOWN', 'COUNTED_CONTENT_IMPLAUSIBLE', 'WEAK_EVIDENCE_MATTERS', 'UNCERTAINTY_HIGH'],
  ]);
});
