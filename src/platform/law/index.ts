export { codesIn, futureSkewSeconds, keepLawCache, type LawCache, lateTellingHours } from './law-cache.ts';
export { CodeFile, type Loaded, loadCodes } from './load.ts';
export { lawProblem } from './problems.ts';
export { CodesShape, LAW_SHAPES, LateTellingShape, type LawShapes, NamedCodesShape, SkewShape } from './shapes.ts';
export {
  divisionCodesOn,
  divisionName,
  divisionsOn,
  lawAt,
  lawRowOn,
  type WasteKind,
  wasteKindsOn,
  workCalendar,
} from './store.ts';
