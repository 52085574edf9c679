/** Public interface of the recovery feature. */
export { recoveryFinding } from './problems.ts';
export { type RecoveryDeps, recoveryRoutes } from './routes.ts';
export { LAW_SHAPES } from './schemas.ts';
