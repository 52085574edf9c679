/** Public interface of the approvals feature. */

export { readCovering, settleUse, useCover } from './covers/service.ts';
export { APPROVAL_FIELDS } from './fields.ts';
export { approvalNeeded } from './law-queries.ts';
export { LAW_SHAPES } from './law-schemas.ts';
export { approvalProblem } from './problems.ts';
export { approvalRoutes } from './routes.ts';
