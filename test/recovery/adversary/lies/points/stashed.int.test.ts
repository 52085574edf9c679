/** Batteries that an own point received and the furnace got, and false dates of steps. They lift no rate unseen. */
import { beforeAll, expect, it } from 'vitest';
import { useApp } from '../../../../app/fixture.ts';
import { openLanes, tryAdversary } from '../../trial.ts';
import { stashed } from './stashed.ts';

const app = useApp();
const TRIAL = { histories: 5, seed: 3 };

/** Law of before for the year 2026: sites that do not recycle need no observation, and receivers and partners are believed. */
beforeAll(() =>
  app.database.db.execute(
    `insert into law_values (key, valid_from, valid_to, value, source, confidence)
     values ('recovery.unobserved-sites', '2026-06-01', '2027-01-01', '{"sites": "recyclers"}', '演示', 'I'),
       ('recovery.loads-on-the-way', '2026-06-01', '2027-01-01', '{"loads": "believed"}', '演示', 'I'),
       ('recovery.unconfirmed-sites', '2026-06-01', '2027-01-01', '{"sites": "recyclers"}', '演示', 'I')`,
  ),
);

it('are invisible where points are left out, and bound by the uncertainty elsewhere, unless flagged or blocked', async () => {
  app.clock.now = new Date('2027-01-05T04:00:00.000Z');
  const before = await tryAdversary(app, await openLanes(app), TRIAL, stashed(2026));
  expect(before.violations.length).toBeGreaterThan(0);
  app.clock.now = new Date('2027-04-05T04:00:00.000Z');
  const since = await tryAdversary(app, await openLanes(app), TRIAL, stashed(2027));
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(
    expect.arrayContaining(['STOCK_NOT_OBSERVED', 'LOADS_ON_THE_WAY', 'UNCONFIRMED_MASS']),
  );
}, 600_000);
