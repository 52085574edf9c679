/** What the rest of the service may use of recycling. */
export { LOSS_KINDS, type LossKind } from './material.ts';
export { recyclingRoutes } from './routes.ts';
export type { RecyclingDeps } from './rules-routes.ts';
