export { codesIn, futureSkewSeconds, keepLawBook, type LawBook } from './book.ts';
export { CodeFile, type Loaded, loadCodes } from './load.ts';
export { divisionName, lawAt, type WasteKind, wasteKindAt, workCalendar } from './store.ts';
