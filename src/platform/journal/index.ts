/** The journal: record facts, seal them, read and follow them. To seal an entry is to give it its permanent index. */
export { type Entry, type Fact, fact, hashOf, type SealedEntry, type When } from './entry.ts';
export { journalProblem } from './problems.ts';
export { readJournal, sealedUpTo } from './reader.ts';
export { APPEND_ENTRIES, firstEntries, record, toRow } from './record.ts';
export { createSealer, prepareMonths } from './sealer.ts';
export { listPending, readRecorded, readRecorder, readSubject, readSubjects } from './subject-reader.ts';
export { advance, type Subscription, subscribe } from './subscription.ts';
export { type Anchor, verifyJournal } from './verification/verification.ts';
export { createVerifier } from './verification/verifier.ts';
