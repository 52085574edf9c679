/** The part of the HTTP machinery that only serving processes need. Commands and jobs do not load it, or its libraries. */

export { publishDescription } from './description/publish.ts';
export type { Tag } from './description/tags.ts';
export { DOCS_PREFIX, describeApi } from './documentation.ts';
export { createHttp } from './server.ts';
