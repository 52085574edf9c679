/** Public interface of the batches feature. */

export type { Quantity } from './batch.ts';
export {
  type Batch,
  describeBatch,
  refuseFuture,
  refuseOverdraft,
  refuseOverdraws,
  WASTE_BATTERY_CODE,
} from './batch.ts';
export { BATCH_KINDS } from './codes.ts';
export { collectingNotice, collectingProblem } from './collecting/problems.ts';
export { refuseImpossibleRest } from './corrections/batch-correction.ts';
export {
  type Correction,
  corrected,
  refuseClosedYear,
  refuseWithdrawn,
  replacedValues,
} from './corrections/correction.ts';
export {
  counterEntries,
  type NetMovement,
  redoneAdjustments,
  refuseMovedOn,
  undoneAdjustments,
} from './corrections/counter-entry.ts';
export { readBatchDependants } from './corrections/dependant-queries.ts';
export { correctionProblem } from './corrections/problems.ts';
export { CORRECTION_SHAPES, listCorrections, yearClosingIn } from './corrections/queries.ts';
export { CORRECTION_PROBLEMS } from './corrections/routes.ts';
export { CorrectionResponse, toCorrectionResponse } from './corrections/schemas.ts';
export {
  type Correcting,
  type CorrectionDeps,
  findCorrections,
  type JudgingDeps,
  listNetMovements,
  lockSubject,
  recordCorrection,
  updateDescription,
} from './corrections/service.ts';
export { BATCH_FIELDS } from './fields.ts';
export { settleDraws } from './ledger/ledger.ts';
export { countedMovements } from './ledger/net-movements-queries.ts';
export { MOVEMENT_KINDS, type Movement } from './movement.ts';
export { batchProblem } from './problems.ts';
export { keptApartIn } from './recording/law-schemas.ts';
export { refuseMixed } from './regrouping/kept-apart.ts';
export { batchRoutes } from './routes.ts';
export { lockBatches, lockOwnBatches, lockRecordedBatches, moveMass, readLedgers } from './service.ts';
export { STORAGE_FIGURES } from './storage/figure-queries.ts';
export { storageNotice } from './storage/notices.ts';
export { LAW_SHAPES, readSiteStock, storageLimitsIn } from './storage/queries.ts';
export { readUnfinishedStock } from './unfinished-business-queries.ts';
export { pieceMassIn } from './weights/law-schemas.ts';
export { type PieceMassLimits, refuseContradictingDraws } from './weights/piece-mass.ts';
