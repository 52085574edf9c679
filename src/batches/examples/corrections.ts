/** Examples of corrections, for the description of the API. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';

const { batch, collector, collectionSite } = EXAMPLE_IDS;

export const CORRECT_BATCH = { reason: '称重单位误填，实际为 189.4 千克', massGrams: 189_400 };

export const CORRECTION = {
  id: EXAMPLE_IDS.correction,
  partyId: collector,
  subject: `batch:${batch}`,
  number: 1,
  reason: CORRECT_BATCH.reason,
  before: { massGrams: 198_400 },
  after: { massGrams: 189_400 },
  affected: [
    { kind: 'batch' as const, id: batch, state: null, before: { massGrams: 198_400 }, after: { massGrams: 189_400 } },
    {
      ...{ kind: 'site' as const, id: collectionSite, state: null },
      ...{ before: { stockGrams: 198_400 }, after: { stockGrams: 189_400 } },
    },
  ],
  unlisted: [],
  actor: '0199f2c4-5b1e-7d30-9a44-000000000061',
  recordedAt: '2026-10-05T02:00:00.000Z',
};
