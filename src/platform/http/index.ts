/** HTTP without any feature. */

export type { Language } from '../../core/problem.ts';
export { DOCS_PREFIX, describeApi, type Tag } from './documentation.ts';
export type { GuardLimits } from './guard.ts';
export { addressOf } from './guard-address.ts';
export { setGuardHeaders } from './guard-headers.ts';
export { acceptText, readJson } from './json-body.ts';
export { PAGE_LIMIT_MAX, type Page, PageQuery, pageOf, placeOf, toPage } from './page.ts';
export { catalogue, describe, languageOf, type ProblemDocument, STATUS } from './problem-details.ts';
export { BULK_BODY_LIMIT, createHttp, type Http, type HttpOptions } from './server.ts';
export { fault, faultsOf } from './validation.ts';
export * from './wire.ts';
