/**
 * Ghost stock: batteries that are fed in secret, and stay in books and count. They lift no rate unseen, whether they came in the
 * period or were honestly there at its opening.
 */
import { beforeAll, expect, it } from 'vitest';
import { useApp } from '../../../app/fixture.ts';
import { openLanes, tryAdversary } from '../trial.ts';
import { ghosts } from './ghost.ts';

const app = useApp();
const TRIAL = { histories: 12, seed: 7 };

/** Law of before for the year 2026: counts are believed. */
beforeAll(() =>
  app.database.db.execute(
    `insert into law_values (key, valid_from, valid_to, value, source, confidence)
     values ('recovery.unobserved-stock', '2026-06-01', '2027-01-01', '{"scope": "growth"}', '演示', 'I')`,
  ),
);

it('is invisible where counts are believed, and bound by the uncertainty elsewhere, unless it is flagged or blocked', async () => {
  app.clock.now = new Date('2027-01-05T04:00:00.000Z');
  const before = await tryAdversary(app, await openLanes(app), TRIAL, ghosts(2026));
  // One month is enough for new stock; old stock is there from the month before.
  expect(new Set(before.violations.map(({ history }) => history.months.length))).toEqual(new Set([1, 2]));
  app.clock.now = new Date('2027-04-05T04:00:00.000Z');
  const since = await tryAdversary(app, await openLanes(app), TRIAL, ghosts(2027));
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(
    expect.arrayContaining(['STOCK_NOT_OBSERVED', 'STOCK_OBSERVED_OTHERWISE']),
  );
  expect(since.evaluations.clear).toBeGreaterThan(0);
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
}, 600_000);
