/** The sample of a small poor load gives the content of large rich ones. It lifts no rate unseen. */
import { expect, it } from 'vitest';
import { useApp } from '../../../app/fixture.ts';
import { tryBothLaws, useLawOfBefore } from './both-laws.ts';
import { sampled } from './sampled.ts';

const app = useApp();

/** A sample stands for all of its class. */
useLawOfBefore(app, { 'recovery.class-evidence': { seenShareBasisPoints: 0, toleranceBasisPoints: 200 } });

it('is invisible where a sample stands for its class, and bound by the uncertainty elsewhere, unless flagged or blocked', async () => {
  const { before, since } = await tryBothLaws(app, sampled, { seed: 3, before: [0, 5], since: [0, 4] });
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  expect(before.violations.length).toBeGreaterThan(0);
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(expect.arrayContaining(['ASSAYS_COVER_MORE']));
}, 600_000);
