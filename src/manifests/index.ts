/** What the rest of the service may use of manifests. */

export { type AcceptedLot, listAcceptedLots, listSuppliersOf } from './accepted-line-queries.ts';
export { draftManifest } from './draft-service.ts';
export { manifestProblem } from './problems.ts';
export { applyStep } from './replaying/service.ts';
export { manifestRoutes } from './routes.ts';
export type {
  Applied,
  ApplyStep,
  AssignNumber,
  DraftManifest,
  LineAccounts,
  Manifest,
  StepMessage,
  StepRequest,
  StepRequests,
  TakeStep,
  UserStep,
} from './rules/command.ts';
export {
  crossesBorder,
  type DocumentLine,
  type DocumentParty,
  type DocumentSite,
  digestOf,
  MANIFEST_STATES,
  type ManifestDocument,
  type ManifestState,
  type Numbering,
  numberingOf,
  type Paper,
  type Transport,
  type TransportMode,
} from './rules/document.ts';
export { MANIFEST_STEPS, OWNED_BY, type Role, type Side, STEPS, TAKEN_BY, TOLD_AS, take } from './rules/manifest.ts';
export { stepProblem } from './rules/problems.ts';
export type { Decision, DecisionLine, ManifestStep, ReturnLine, StepInput, StepInputs } from './rules/step.ts';
export { assignNumber, LAW_SHAPES, takeStep } from './taking/service.ts';
export { openManifests } from './unfinished-business-queries.ts';
