/** Oversight: what reads the journal. Nothing of the service depends on it. */
export { flowSubscription } from './jobs.ts';
export { oversightProblem } from './problems.ts';
export { oversightRoutes } from './routes.ts';
