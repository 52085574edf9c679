/** Fixture for tests of the journal: facts, and a reader that follows as a subscriber does. */
import type { Fact } from '../../../src/platform/journal/index.ts';

export const AT = new Date('2026-10-05T08:30:00.123Z');

export const fact = (subject: string, payload: unknown = {}): Fact => ({
  kind: 'test.happened',
  subject,
  actor: { subject: 'tester', source: 'local' },
  occurredAt: AT,
  recordedAt: AT,
  version: 1,
  payload,
});
