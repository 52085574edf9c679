/** Public interface of bulk requests: many records in one request, each row with its own result. */

export { acceptLines } from './lines.ts';
export { placesOf, readRows, toRefusal } from './rows.ts';
export { countsOf, recordRows } from './service.ts';
