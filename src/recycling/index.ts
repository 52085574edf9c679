/** What the rest of the service may use of recycling. */
export type { Assay, AssayBasis } from './assay.ts';
export type { Emission } from './emission.ts';
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
export { recyclingRoutes } from './routes.ts';
export type { RecyclingDeps } from './rules-routes.ts';
export type { StockCount } from './stock-count.ts';
