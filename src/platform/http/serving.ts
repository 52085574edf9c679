/** The part of the HTTP machinery that only serving processes need. Commands and jobs do not load it, or its libraries. */

export { publishDescription, type Tag } from './description/publish.ts';
export { DOCS_PREFIX, describeApi } from './documentation.ts';
export { createHttp } from './server.ts';
