/** Corrections of what a laboratory or an authority saw before, in the month, shortly and long after it. They lift no rate unseen. */
import { beforeAll, expect, it } from 'vitest';
import { useApp } from '../../../../app/fixture.ts';
import { openLanes, tryAdversary } from '../../trial.ts';
import { corrected } from './corrected.ts';

const app = useApp();
const TRIAL = { histories: 5, seed: 3 };

/** Law of before for the year 2026: no correction is late, any mass may be sampled, and products need no observation. */
beforeAll(async () => {
  for (const [key, value] of [
    ['recovery.late-records', '{"graceDays": null}'],
    ['recycling.sampled-mass', '{"toleranceBasisPoints": 10000}'],
    ['recovery.unobserved-items', '{"items": "balance"}'],
    ['recovery.unobserved-stock', '{"scope": "growth"}'],
  ]) {
    await app.database.db.execute(
      `insert into law_values (key, valid_from, valid_to, value, source, confidence)
       values ('${key}', '2026-06-01', '2027-01-01', '${value}', '演示', 'I')`,
    );
  }
});

it('are invisible where no one compares, and bound by the uncertainty elsewhere, unless flagged or blocked', async () => {
  app.clock.now = new Date('2027-01-05T04:00:00.000Z');
  const before = await tryAdversary(app, await openLanes(app), TRIAL, corrected(2026));
  expect(before.violations.length).toBeGreaterThan(0);
  app.clock.now = new Date('2027-04-05T04:00:00.000Z');
  const since = await tryAdversary(app, await openLanes(app), TRIAL, corrected(2027));
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(expect.arrayContaining(['ASSAYS_CONTRADICTED', 'RECORDS_LATE']));
}, 600_000);
