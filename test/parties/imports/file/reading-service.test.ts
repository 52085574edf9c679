import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../../src/parties/imports/file/reading-service.ts';
import { ApartFailure } from '../../../../src/platform/process/apart.ts';

describe('a reader that was stopped', () => {
  it.each([
    ['work', 'table-too-large', 'too-large'],
    ['memory', 'table-too-large', 'too-large'],
    ['output', 'table-too-large', 'too-large'],
    ['ended', 'table-unreadable', 'invalid'],
    ['time', 'import-busy', 'unavailable'],
  ] as const)('by %s gives the problem %s: only a busy machine asks for another try', (reason, code, kind) => {
    expect(failureOf(new ApartFailure(reason))).toMatchObject({ code, kind });
  });
});
