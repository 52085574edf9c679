/** What the rest of the service may use of recovery. */
export { type RecoveryDeps, recoveryRoutes } from './routes.ts';
export { LAW_SHAPES } from './schemas.ts';
