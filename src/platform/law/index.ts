export { codesIn, futureSkewSeconds, keepLawBook, type LawBook } from './book.ts';
export { divisionName, lawAt, type WasteKind, wasteKindAt, workCalendar } from './store.ts';
