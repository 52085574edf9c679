/** Public interface of the files feature. */
export { FILE_FIELDS } from './fields.ts';
export { FILE_FIGURES } from './figure-queries.ts';
export { fileSweeps } from './jobs.ts';
export { fileProblem } from './problems.ts';
export { listFilesByHash } from './queries.ts';
export { LAW_SHAPES } from './receiving/law-schemas.ts';
export { fileRoutes } from './routes.ts';
export { attachFile, findOwnFile, openBytes } from './service.ts';
