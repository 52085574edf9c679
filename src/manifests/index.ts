/** Public interface of the manifests feature. */

export { differenceProblem } from './differences/problems.ts';
export { MANIFEST_FIELDS } from './fields.ts';
export { MANIFEST_FIGURES } from './law/figure-queries.ts';
export { manifestSweeps } from './law/jobs.ts';
export type { ManifestLaw } from './law/manifest-law.ts';
export { type LawDeps, manifestLaw } from './law/queries.ts';
export { LAW_SHAPES } from './law/schemas.ts';
export { countDecided, listAcceptedLines } from './lines/accepted-line-queries.ts';
export { readManifestDependants } from './lines/dependant-queries.ts';
export { listGateLoads, listHeldLoads, listLoneManifests, sumLoadsOnTheWay } from './lines/load-queries.ts';
export { listForDisposal, listOriginsOf, type Origin } from './lines/origin-queries.ts';
export { manifestNotice } from './notices.ts';
export { assignNumber, listNumbered } from './numbering/service.ts';
export { manifestProblem } from './problems.ts';
export { listSeenManifests } from './queries.ts';
export { applyStep } from './replaying/service.ts';
export { manifestRoutes } from './routes.ts';
export type { Applied, StepMessage } from './rules/command.ts';
export type { ManifestDocument } from './rules/document.ts';
export { MANIFEST_STEPS } from './rules/manifest.ts';
export { stepProblem } from './rules/problems.ts';
export { STEP_ENTRIES, type StepEntryKind } from './rules/step.ts';
export { takeStep } from './taking/service.ts';
export { openManifests } from './unfinished-business-queries.ts';
export { wasteProblem } from './wastes/problems.ts';
