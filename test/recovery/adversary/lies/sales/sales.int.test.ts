/** Products that were never made are sold: to a name, to a company of the owner, with a proof of the owner, or by a late correction. */
import { beforeAll, expect, it } from 'vitest';
import { useApp } from '../../../../app/fixture.ts';
import { openLanes, tryAdversary } from '../../trial.ts';
import { inventedSales } from './invented.ts';

const app = useApp();
const TRIAL = { histories: 12, seed: 11 };

/** Law of before for the year 2026: sales are believed. */
beforeAll(() =>
  app.database.db.execute(
    `insert into law_values (key, valid_from, valid_to, value, source, confidence) values ('recovery.unconfirmed-sales',
     '2026-06-01', '2027-01-01', '{"sales": "believed", "massToleranceBasisPoints": 50, "transitDays": 15}', '演示', 'I')`,
  ),
);

it('are invisible where the law believes sales, and bound by the uncertainty elsewhere, unless flagged or blocked', async () => {
  app.clock.now = new Date('2027-01-05T04:00:00.000Z');
  const before = await tryAdversary(app, await openLanes(app), TRIAL, inventedSales(2026));
  expect(before.violations.length).toBeGreaterThan(0);
  app.clock.now = new Date('2027-04-05T04:00:00.000Z');
  const since = await tryAdversary(app, await openLanes(app), TRIAL, inventedSales(2027));
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(expect.arrayContaining(['SALES_NOT_CONFIRMED', 'SALES_CONTRADICTED']));
  expect(since.evaluations.clear).toBeGreaterThan(0);
}, 600_000);
