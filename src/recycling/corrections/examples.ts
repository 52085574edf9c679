/** Examples of answers to corrections of a recycler's records. */

import type { Affected } from '../../core/dependant.ts';
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

const rate = (period: string): Affected => ({
  ...{ kind: 'recovery_rate', id: `${ids.recycler}/${period}`, state: null, before: {}, after: {} },
});
const RATES = [rate('2026-10'), rate('2026-Q4'), rate('2026')];
const batch = (id: string, before: number, after: number): Affected => ({
  ...{ kind: 'batch', id, state: null, before: { massGrams: before }, after: { massGrams: after } },
});
const run = (before: Affected['before'], after: Affected['after']): Affected => ({
  ...{ kind: 'run', id: ids.run, state: 'open', before, after },
});

const corrected = (subject: string, before: object, after: object, affected: readonly Affected[]) => ({
  ...{ id: ids.correction, partyId: ids.recycler, subject, number: 1, reason: '过磅单重量抄录有误' },
  ...{ before, after, affected, unlisted: [], actor: ids.person, recordedAt: '2026-10-14T02:00:00.000Z' },
});

export const FEED_CORRECTION = corrected('run-feed:5120', { massGrams: 160_000 }, { massGrams: 150_000 }, [
  run({ fedGrams: 160_000 }, { fedGrams: 150_000 }),
  batch(ids.suppliedBatch, 19_840_000, 19_850_000),
  ...RATES,
]);
export const OUTPUT_CORRECTION = corrected(
  `run-output:${ids.productBatch}`,
  { massGrams: 112_000 },
  { massGrams: 100_000 },
  [run({ yieldedGrams: 112_000 }, { yieldedGrams: 100_000 }), batch(ids.productBatch, 112_000, 100_000), ...RATES],
);
export const SUPPLY_CORRECTION = corrected(
  `supply:${ids.supply}`,
  { massGrams: 20_000_000 },
  { massGrams: 19_800_000 },
  [batch(ids.suppliedBatch, 19_850_000, 19_650_000), ...RATES],
);
export const DISPOSITION_CORRECTION = corrected(
  `disposition:${ids.disposition}`,
  { massGrams: 60_000 },
  { massGrams: 95_000 },
  [
    batch(ids.productBatch, 40_000, 5_000),
    {
      kind: 'disposition',
      id: ids.disposition,
      state: null,
      before: { massGrams: 60_000 },
      after: { massGrams: 95_000 },
    },
    ...RATES,
  ],
);
export const EMISSION_CORRECTION = corrected(
  `emission:${ids.emission}`,
  { leadGrams: 5_200 },
  { leadGrams: 5_400 },
  RATES,
);
