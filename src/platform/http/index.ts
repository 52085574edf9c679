/** HTTP without any feature. */

export type { Language } from '../../core/problem.ts';
export { DOCS_PREFIX, describeApi, type Tag } from './documentation.ts';
export type { GuardLimits } from './rate-limits/rate-limits.ts';
export { addressOf } from './rate-limits/address.ts';
export { setGuardHeaders } from './security-headers.ts';
export { acceptText, readJson } from './json/json-body.ts';
export { PAGE_LIMIT_MAX, type Page, PageQuery, pageOf, placeOf, toPage } from './page.ts';
export { catalogue, describe, languageOf, type ProblemDocument, STATUS } from './problem-details.ts';
export { BULK_BODY_LIMIT, createHttp, type Http, type HttpOptions } from './server.ts';
export { fault, faultsOf } from './validation.ts';
export * from './wire.ts';
