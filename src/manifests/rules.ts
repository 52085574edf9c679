/** Pure rules of manifests, for the schemas of other features. */
export { MANIFEST_STATES, TRANSPORT_MODES } from './rules/document.ts';
export { STEP_ENTRIES, type StepEntryKind } from './rules/step.ts';
export { MANIFEST_TERMS } from './rules/terms.ts';
