/** Public interface of the recovery feature. */

export { assessmentProblem } from './assessments/problems.ts';
export { RECOVERY_FIELDS } from './fields.ts';
export { touchSubscription } from './kept/jobs.ts';
export { methodProblem } from './methods/problems.ts';
export { readRecoveryDependants } from './periods/dependant-queries.ts';
export { periodProblem } from './periods/problems.ts';
export { recoveryFinding } from './problems.ts';
export { LAW_SHAPES } from './question/law-schemas.ts';
export { reportProblem } from './report/problems.ts';
export { REVISION_FIGURES } from './revisions/figure-queries.ts';
export { revisionSweeps } from './revisions/jobs.ts';
export { recoveryRoutes } from './routes.ts';
