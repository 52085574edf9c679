/** Pure rules of batches, for the nouns of other features. */
export { type Batch, endTogether, isCounted, type Quantity, refuseFuture, refuseOverdraft } from './batch.ts';
export { BATCH_TERMS, BATTERY_KINDS, CONDITIONS, RISK_CLASSES } from './codes.ts';
export { refuseImpossibleRest, refusePromised } from './corrections/batch-correction.ts';
export { counterEntries, type NetMovement, postingsOn, refuseMovedOn } from './corrections/counter-entry.ts';
export {
  availableFrom,
  type Claim,
  following,
  type Ledgers,
  lastOf,
  leastHeld,
  type Posting,
  refuseUnheld,
  settleDraws,
} from './ledger/ledger.ts';
export type { From, Movement, To } from './movement.ts';
export { keptSourceOf } from './regrouping/kept-apart.ts';
export { storageNotice } from './storage/notices.ts';
export { type SiteStock, type StorageLimits, warnOfStorage } from './storage/storage.ts';
export {
  contradict,
  limitsFor,
  type PieceMassLimits,
  refuseContradictingDraws,
  refuseImpossibleCount,
} from './weights/piece-mass.ts';
