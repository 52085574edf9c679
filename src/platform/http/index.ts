/** Public interface of the HTTP machinery, which knows no feature. What only a serving process needs is in serving.ts. */

export { type ApartDeps, answerApart, runOrRefuse, waitFor } from './apart/answer.ts';
export { wordsOf } from './description/code-words.ts';
export { named, namedCodes, openCodes } from './description/named.ts';
export { HTTP_FIELDS } from './fields.ts';
export { acceptText, BULK_BODY_LIMIT, readJson } from './json/json-body.ts';
export { type Page, PageQuery, pageOf, readCursor, toPage } from './page.ts';
export { catalogueOf, describe, languageOf, STATUS } from './problem-details.ts';
export { httpProblem } from './problems.ts';
export { addressOf } from './rate-limits/address.ts';
export { createFloodGuard } from './rate-limits/flood.ts';
export type { RateLimits } from './rate-limits/rate-limits.ts';
export { callerOf } from './requests/caller.ts';
export { changingOf } from './requests/changing.ts';
export { setSecurityHeaders } from './security-headers.ts';
export type { Http, HttpOptions } from './server.ts';
export { affectedMembers, toAffectedMembers } from './shapes/affected.ts';
export { changeOf, wholeOf } from './shapes/change.ts';
export { correctionOf, WithdrawnState } from './shapes/correction.ts';
export { type RowForm, resultsOf, rowSchemaOf, rowsOf } from './shapes/rows.ts';
export { RecordVersion, VersionHeaders, versionOf } from './shapes/version.ts';
export {
  containersOf,
  expected,
  type Failed,
  fault,
  faultsOf,
  joinFields,
} from './validation/index.ts';
export * from './validation/texts.ts';
export * from './wire.ts';
