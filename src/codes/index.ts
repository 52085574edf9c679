/** Public interface of the codes feature. */
export { LAW_SHAPES } from './queries.ts';
export { codeRoutes } from './routes.ts';
