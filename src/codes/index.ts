/** Public interface of the codes feature. */

export { CALENDAR_FIGURES } from './calendar/figure-queries.ts';
export { calendarProblem } from './calendar/problems.ts';
export { LoadCalendarRequest } from './calendar/schemas.ts';
export { loadYear } from './calendar/service.ts';
export { CODE_FIELDS } from './fields.ts';
export { LAW_SHAPES } from './queries.ts';
export { codeRoutes } from './routes.ts';
