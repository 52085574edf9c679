/** Public interface of the manifests feature. */

export { type AcceptedLine, listAcceptedLines, listSuppliersOf } from './accepted-line-queries.ts';
export { draftManifest } from './draft-service.ts';
export { MANIFEST_FIELDS } from './fields.ts';
export type { ManifestLaw } from './law/manifest-law.ts';
export { type LawDeps, manifestLaw } from './law/queries.ts';
export { LAW_SHAPES } from './law/schemas.ts';
export { manifestNotice } from './notices.ts';
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
export { MANIFEST_STEPS } from './rules/manifest.ts';
export { stepProblem } from './rules/problems.ts';
export type { Decision, DecisionLine, ManifestStep, ReturnLine, StepInput, StepInputs } from './rules/step.ts';
export { assignNumber, takeStep } from './taking/service.ts';
export { openManifests } from './unfinished-business-queries.ts';
