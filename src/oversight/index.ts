/** Public interface of oversight, which reads the journal. No other feature depends on it. */
export { OVERSIGHT_FIELDS } from './fields.ts';
export { flowSubscription } from './jobs.ts';
export { oversightProblem } from './problems.ts';
export { oversightRoutes } from './routes.ts';
