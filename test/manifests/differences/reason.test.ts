/** Reasons for disputes, refusals and returns: what was found stays, and what is missing is explained. */
import { describe, expect, it } from 'vitest';
import { codeNames } from '../../../src/core/messages/code-names.ts';
import { keptKinds, refuseUnexplained, refuseUnexplainedReturn } from '../../../src/manifests/differences/reason.ts';
import { inState } from '../rules/documents.ts';

const KINDS = codeNames([{ code: 'nature' }, { code: 'quantity' }]);
const THRESHOLD = { shareBasisPoints: 50, floorGrams: 20_000 };

describe('the kinds of a decision', () => {
  const disputed = { disputedAt: '2026-09-01T00:00:00.000Z', differenceKinds: ['nature'] };

  it('keep what a dispute found, each once', () => {
    expect(keptKinds(disputed, [])).toEqual(['nature']);
    expect(keptKinds(disputed, ['quantity', 'nature'])).toEqual(['nature', 'quantity']);
  });

  it('are those of the decision alone without a dispute', () => {
    expect(keptKinds({ disputedAt: null, differenceKinds: [] }, ['quantity'])).toEqual(['quantity']);
  });
});

describe('a dispute or refusal', () => {
  it('says a kind of difference or words, or is refused with the kinds that there are', () => {
    expect(() => refuseUnexplained({ differenceKinds: ['nature'], remarks: null }, KINDS)).not.toThrow();
    expect(() => refuseUnexplained({ differenceKinds: [], remarks: '混入锂电池' }, KINDS)).not.toThrow();
    expect(() => refuseUnexplained({ differenceKinds: [], remarks: null }, KINDS)).toThrow('manifest-reason-missing');
  });
});

describe('a return', () => {
  const [line] = inState('rejected').lines;
  if (line === undefined) throw new Error('a manifest has lines');
  const refused = [{ ...line, refusedGrams: 1_000_000 }];
  const back =
    (returnedGrams: number, remarks: string | null = null) =>
    () =>
      refuseUnexplainedReturn(refused, { lines: [{ line: 1, returnedGrams, returnedPieces: 0 }], remarks }, THRESHOLD);

  it('of less or more than was refused, beyond the threshold, is explained', () => {
    expect(back(0)).toThrow('manifest-return-unexplained');
    expect(back(979_999)).toThrow('manifest-return-unexplained');
    expect(back(1_020_001)).toThrow('manifest-return-unexplained');
    expect(back(980_000)).not.toThrow();
    expect(back(0, '途中散落，已报告')).not.toThrow();
  });
});
