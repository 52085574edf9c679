/** The sample of a small poor load gives the content of large rich ones. It lifts no rate unseen. */
import { beforeAll, expect, it } from 'vitest';
import { useApp } from '../../../app/fixture.ts';
import { openLanes, tryAdversary } from '../trial.ts';
import { sampled } from './sampled.ts';

const app = useApp();
const TRIAL = { histories: 5, seed: 3 };

/** Law of before for the year 2026: a sample stands for all of its class. */
beforeAll(() =>
  app.database.db.execute(
    `insert into law_values (key, valid_from, valid_to, value, source, confidence)
     values ('recovery.class-evidence', '2026-06-01', '2027-01-01',
       '{"seenShareBasisPoints": 0, "toleranceBasisPoints": 200}', '演示', 'I')`,
  ),
);

it('is invisible where a sample stands for its class, and bound by the uncertainty elsewhere, unless flagged or blocked', async () => {
  app.clock.now = new Date('2027-01-05T04:00:00.000Z');
  const before = await tryAdversary(app, await openLanes(app), TRIAL, sampled(2026));
  expect(before.violations.length).toBeGreaterThan(0);
  app.clock.now = new Date('2027-04-05T04:00:00.000Z');
  const since = await tryAdversary(app, await openLanes(app), TRIAL, sampled(2027));
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(expect.arrayContaining(['ASSAYS_COVER_MORE']));
}, 600_000);
