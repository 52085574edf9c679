/** Oversight: what reads the journal. Nothing of the service depends on it. */
export { flowSubscription } from './jobs.ts';
export { oversightRoutes } from './routes.ts';
