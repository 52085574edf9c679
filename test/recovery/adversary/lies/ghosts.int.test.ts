/**
 * Ghost stock: batteries that are fed in secret, and stay in books and count. They lift no rate unseen, whether they came in the
 * period or were honestly there at its opening.
 */
import { expect, it } from 'vitest';
import { useApp } from '../../../app/fixture.ts';
import { tryBothLaws, useLawOfBefore } from './both-laws.ts';
import { ghosts } from './ghost.ts';

const app = useApp();

/** Counts are believed. */
useLawOfBefore(app, { 'recovery.unobserved-stock': { scope: 'growth' } });

it('is invisible where counts are believed, and bound by the uncertainty elsewhere, unless it is flagged or blocked', async () => {
  const { before, since } = await tryBothLaws(app, ghosts, { seed: 7, before: [2, 9], since: [2, 3, 4, 9] });
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  // One month is enough for new stock; old stock is there from the month before.
  expect(new Set(before.violations.map(({ history }) => history.months.length))).toEqual(new Set([1, 2]));
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(
    expect.arrayContaining(['STOCK_NOT_OBSERVED', 'STOCK_OBSERVED_OTHERWISE']),
  );
  expect(since.evaluations.clear).toBeGreaterThan(0);
}, 600_000);
