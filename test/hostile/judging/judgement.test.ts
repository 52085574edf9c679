import { describe, expect, it } from 'vitest';
import { REASONS, type Reason } from '../../../src/platform/http/reasons.ts';
import { isShed } from './judgement.ts';

const answered = (reason: Reason) => ({
  status: 503,
  headers: {},
  text: JSON.stringify({ reason, code: 'overloaded', detail: REASONS[reason].en }),
});

describe('the judgement of a 503', () => {
  it('excuses load shedding and records that others hold', () => {
    expect(
      (['loop-slow', 'memory-full', 'requests-waiting', 'records-locked'] as const).map((one) => isShed(answered(one))),
    ).toEqual([true, true, true, true]);
  });

  it('excuses neither a database that is slow or full, nor a handler that takes too long', () => {
    expect((['database-slow', 'database-full', 'handler-slow'] as const).map((one) => isShed(answered(one)))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
