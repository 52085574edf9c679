/** Public interface of the recycling feature. */
export type { Assay, AssayBasis } from './assays/assay.ts';
export { RECYCLING_FIELDS } from './fields.ts';
export type { Emission } from './inventory/emission.ts';
export { recyclingRoutes } from './inventory/routes.ts';
export type { StockCount } from './inventory/stock-count.ts';
export { LAW_SHAPES } from './law-schemas.ts';
export {
  type LeadContent,
  type LeadMovement,
  type LeadPeriod,
  listContents,
  listCountsOn,
  listEmissionsOf,
  listGeneralAssays,
  listLeadMovements,
} from './lead-queries.ts';
export { LOSS_KINDS, type LossKind } from './material.ts';
export { recyclingProblem } from './problems.ts';
export type { RecyclingDeps } from './rules-queries.ts';
