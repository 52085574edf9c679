/** Public interface of the codes feature. */

export { CODE_FIELDS } from './fields.ts';
export { LAW_SHAPES } from './queries.ts';
export { codeRoutes } from './routes.ts';
