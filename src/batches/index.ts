/** What the rest of the service may use of batches. */
export {
  BATCH_KINDS,
  BATTERY_KINDS,
  type Batch,
  type BatchKind,
  type BatteryKind,
  CONDITIONS,
  type Condition,
  describeBatch,
  RISK_CLASSES,
  type RiskClass,
  refuseEarly,
  refuseFuture,
  refuseOverdraft,
  refuseOverdraws,
  WASTE_BATTERY_CODE,
} from './batch.ts';
export type { From, Movement, MovementKind, To } from './movement.ts';
export { batchProblem } from './problems.ts';
export { batchRoutes } from './routes.ts';
export { lockBatches, lockOwnBatches, moveMass } from './service.ts';
export { LAW_SHAPES, readSiteStock } from './storage/queries.ts';
export { warnOfStorage } from './storage/storage.ts';
export { openStock } from './unfinished-business-queries.ts';
