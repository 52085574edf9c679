/** Products that were never made, and bought feed that was fed in secret, stay in books and count. They lift no rate unseen. */
import { beforeAll, expect, it } from 'vitest';
import { useApp } from '../../../app/fixture.ts';
import { openLanes, tryAdversary } from '../trial.ts';
import { phantoms } from './phantom.ts';

const app = useApp();
const TRIAL = { histories: 12, seed: 7 };

/** Law of before for the year 2026: batteries and work alone need an observed count. */
beforeAll(() =>
  app.database.db.execute(
    `insert into law_values (key, valid_from, valid_to, value, source, confidence)
     values ('recovery.unobserved-items', '2026-06-01', '2027-01-01', '{"items": "balance"}', '演示', 'I')`,
  ),
);

it('are invisible where the law has batteries and work alone, and bound by the uncertainty elsewhere, unless flagged or blocked', async () => {
  app.clock.now = new Date('2027-01-05T04:00:00.000Z');
  const before = await tryAdversary(app, await openLanes(app), TRIAL, phantoms(2026));
  expect(before.violations.length).toBeGreaterThan(0);
  app.clock.now = new Date('2027-04-05T04:00:00.000Z');
  const since = await tryAdversary(app, await openLanes(app), TRIAL, phantoms(2027));
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(
    expect.arrayContaining(['STOCK_NOT_OBSERVED', 'STOCK_OBSERVED_OTHERWISE']),
  );
  expect(since.evaluations.clear).toBeGreaterThan(0);
}, 600_000);
