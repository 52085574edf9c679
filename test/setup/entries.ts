/**
 * Ends the processes that a failed or interrupted test leaves behind: they would hold the ports and connections of the
 * next one. A setup file of the integration tests, because its hooks must be in every file.
 */
import { afterAll, afterEach, beforeEach } from 'vitest';
import { endEntries, PATIENCE_MS, runningEntries } from './entry-point.ts';

let before = runningEntries();
beforeEach(() => {
  before = runningEntries();
});
afterEach(() => endEntries(before), 2 * PATIENCE_MS);
afterAll(() => endEntries(), 2 * PATIENCE_MS);
