/** Products that were never made, and bought feed that was fed in secret, stay in books and count. They lift no rate unseen. */
import { expect, it } from 'vitest';
import { useApp } from '../../../app/fixture.ts';
import { tryBothLaws, useLawOfBefore } from './both-laws.ts';
import { phantoms } from './phantom.ts';

const app = useApp();

/** Batteries and work alone need an observed count. */
useLawOfBefore(app, { 'recovery.unobserved-items': { items: 'balance' } });

it('are invisible where the law has batteries and work alone, and bound by the uncertainty elsewhere, unless flagged or blocked', async () => {
  const { before, since } = await tryBothLaws(app, phantoms, { seed: 7, before: [6, 9], since: [5, 6, 7] });
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  expect(before.violations).toHaveLength(2);
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(
    expect.arrayContaining(['STOCK_NOT_OBSERVED', 'STOCK_OBSERVED_OTHERWISE']),
  );
  expect(since.evaluations.clear).toBeGreaterThan(0);
}, 600_000);
