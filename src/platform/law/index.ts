export { codesIn, futureSkewSeconds, keepLawCache, keyGraceHours, type LawCache, lateEntryHours } from './law-cache.ts';
export { CodeFile, loadCodes } from './load.ts';
export { lawProblem } from './problems.ts';
export {
  CodesShape,
  LAW_SHAPES,
  type LawShapes,
  NamedCodesShape,
  SkewShape,
} from './shapes.ts';
export {
  divisionCodesOn,
  divisionName,
  divisionsOn,
  knownWasteCodes,
  lawRowOn,
  otherDivisionCodes,
  wasteKindsOn,
  workCalendar,
} from './store.ts';
export { type CalendarNotice, insertNotice, listNotices, loadedYears, lockNotices } from './work-calendar.ts';
