/** Products that were never made are sold: to a name, to a company of the owner, with a proof of the owner, or by a late correction. */
import { expect, it } from 'vitest';
import { useApp } from '../../../../app/fixture.ts';
import { tryBothLaws, useLawOfBefore } from '../both-laws.ts';
import { inventedSales } from './invented.ts';

const app = useApp();

/** Sales are believed. */
useLawOfBefore(app, {
  'recovery.unconfirmed-sales': { sales: 'believed', massToleranceBasisPoints: 50, transitDays: 15 },
});

it('are invisible where the law believes sales, and bound by the uncertainty elsewhere, unless flagged or blocked', async () => {
  const { before, since } = await tryBothLaws(app, inventedSales, { seed: 11, before: [5, 6], since: [5, 8, 10] });
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  expect(before.violations).toHaveLength(2);
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(expect.arrayContaining(['SALES_NOT_CONFIRMED', 'SALES_CONTRADICTED']));
  expect(since.evaluations.clear).toBeGreaterThan(0);
}, 600_000);
