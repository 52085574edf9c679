/** Pure rules of manifests, for the schemas of other features. */
export { MANIFEST_STATES, TRANSPORT_MODES } from './rules/document.ts';
