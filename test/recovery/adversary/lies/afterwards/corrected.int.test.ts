/** Corrections of what a laboratory or an authority saw before, in the month, shortly and long after it. They lift no rate unseen. */
import { expect, it } from 'vitest';
import { useApp } from '../../../../app/fixture.ts';
import { tryBothLaws, useLawOfBefore } from '../both-laws.ts';
import { corrected } from './corrected.ts';

const app = useApp();

/** No correction is late, any mass may be sampled, and products need no observation. */
useLawOfBefore(app, {
  'recovery.late-records': { graceDays: null },
  'recycling.sampled-mass': { toleranceBasisPoints: 10_000 },
  'recovery.unobserved-items': { items: 'balance' },
  'recovery.unobserved-stock': { scope: 'growth' },
});

it('are invisible where no one compares, and bound by the uncertainty elsewhere, unless flagged or blocked', async () => {
  const { before, since } = await tryBothLaws(app, corrected, { seed: 3, before: [4, 6], since: [0] });
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  expect(before.violations.length).toBeGreaterThan(0);
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(expect.arrayContaining(['ASSAYS_CONTRADICTED', 'RECORDS_LATE']));
}, 600_000);
