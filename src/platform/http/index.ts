/** HTTP without any feature. */
export { PAGE_LIMIT_MAX, type Page, PageQuery, pageOf, placeOf, toPage } from './page.ts';
export { catalogue, describe, languageOf, type ProblemDocument } from './problem-details.ts';
export { BULK_BODY_LIMIT, createHttp, type Http } from './server.ts';
export { fault, faultsOf } from './validation.ts';
export * from './wire.ts';
