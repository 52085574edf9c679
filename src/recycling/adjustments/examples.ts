/** Examples of stock adjustments, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

const COUNTED = { batchId: ids.receivedBatch, countedGrams: 150_000, countedPieces: 9 };
const SAID = { item: 'batteries', reasonCode: 'entry', reason: '移库时有 3 只未登记' };

export const ADJUST_STOCK = { ...SAID, batches: [COUNTED] };

export const DECIDE_ADJUSTMENT = { reason: '已到现场复点，盘点无误' };

export const STOCK_ADJUSTMENT = {
  id: ids.stockAdjustment,
  ...{ partyId: ids.recycler, siteId: ids.recyclingSite, countId: ids.stockCount },
  ...SAID,
  countedAt: '2026-10-31T15:59:59.999Z',
  ...{ countedGrams: 150_000, bookGrams: 198_390, countedPieces: 9, bookPieces: 12, leadPpm: 580_000 },
  batches: [{ ...COUNTED, bookGrams: 198_390, bookPieces: 12 }],
  ...{ aboveLimit: true, limitGrams: 20_000, state: 'proposed' as const },
  ...{ proposedBy: ids.person, proposedAt: '2026-11-01T02:00:00.000Z', expiresAt: '2026-12-01T02:00:00.000Z' },
  ...{ decidedBy: null, decidedAt: null, decision: null, affected: [], unlisted: [] },
};

const RATE = { kind: 'recovery_rate' as const, state: null, before: {}, after: {} };
const DECIDED = { decidedBy: ids.client, decidedAt: '2026-11-01T06:00:00.000Z' };

export const CONFIRMED_ADJUSTMENT = {
  ...{ ...STOCK_ADJUSTMENT, ...DECIDED, state: 'booked' as const, decision: DECIDE_ADJUSTMENT.reason },
  affected: [
    {
      ...{ kind: 'batch' as const, id: ids.receivedBatch, state: null },
      ...{ before: { massGrams: 198_390, pieces: 12 }, after: { massGrams: 150_000, pieces: 9 } },
    },
    {
      ...{ kind: 'site' as const, id: ids.recyclingSite, state: null },
      ...{ before: { stockGrams: 214_390 }, after: { stockGrams: 166_000 } },
    },
    { ...RATE, id: `${ids.recycler}/2026-10` },
    { ...RATE, id: `${ids.recycler}/2026-Q4` },
    { ...RATE, id: `${ids.recycler}/2026` },
  ],
};

export const REJECTED_ADJUSTMENT = {
  ...{ ...STOCK_ADJUSTMENT, ...DECIDED, state: 'rejected' as const, decision: '复点时已找到' },
};
