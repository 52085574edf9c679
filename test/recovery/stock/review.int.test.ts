/** Stock that books and counts list for long, or in great quantity, is shown to a person. */
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { codesOf, t, usePlant } from './plant.ts';

const { app, who, settle, receive, open, feed, yieldFrom, close, count, rate } = usePlant();

beforeEach(settle);

/** Has batteries in stock since a day, and smelts 100 t in October. Returns the rate of the month. */
async function smeltWith(since: string, keptTonnes: number) {
  await receive(t(keptTonnes), 580_000, since);
  const batteries = { item: 'batteries', massGrams: t(keptTonnes), leadPpm: 580_000 };
  await count('2026-09-30', [batteries]);
  const load = await receive(t(100), 580_000, 3);
  const run = await open(4);
  await feed(run, 5, [load]);
  await yieldFrom(run, 6, [['refined_lead', t(57.5), 1_000_000]]);
  await close(run, 7);
  await count('2026-10-31', [batteries, { item: 'refined_lead', massGrams: t(57.5), leadPpm: 1_000_000 }]);
  return rate();
}

it('batteries that came half a year ago and are still there need a review, and younger ones none', async () => {
  const old = await smeltWith('2026-04-20', 8);
  expect(old.findings).toMatchObject([
    { code: 'STOCK_OLD', severity: 'flag', facts: { massGrams: t(8), storedDays: 183 } },
  ]);
  await settle();
  expect(codesOf(await smeltWith('2026-05-20', 8))).toEqual([]);
});

it('a stock of more than two months of operation needs a review', async () => {
  const { findings } = await smeltWith('2026-09-20', 220);
  expect(findings).toMatchObject([{ code: 'STOCK_LEVEL_HIGH', facts: { heldGrams: t(220), productGrams: t(57.5) } }]);
});

it('more batteries than the site may store need a review, by the limit of that time', async () => {
  const change = (storageLimitGrams: number) =>
    app.authority.patch(`/v1/sites/${who.plant.siteId}`, { reason: '登记', storageLimitGrams }, { 'if-match': '*' });
  expect((await change(t(1))).status).toBe(200);
  expect(codesOf(await smeltWith('2026-09-20', 100))).toEqual([]);
  await settle();
  await app.database.db.execute(sql`update sites set storage_limit_grams = ${t(99)} where id = ${who.plant.siteId}`);
  const { status, findings } = await smeltWith('2026-09-20', 100);
  expect(status).toBe('flagged');
  expect(findings).toMatchObject([
    { code: 'STOCK_ABOVE_STORAGE', severity: 'flag', facts: { countedGrams: t(100), limitGrams: t(99) } },
  ]);
  await settle();
  await app.database.db.execute(sql`update sites set storage_limit_grams = ${t(100)} where id = ${who.plant.siteId}`);
  expect(codesOf(await smeltWith('2026-09-20', 100))).toEqual([]);
});
