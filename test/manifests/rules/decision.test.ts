import { describe, expect, it } from 'vitest';
import { type DecisionStep, decidedLines, isRefused, returnedLines } from '../../../src/manifests/rules/decision.ts';
import type { DecisionLine } from '../../../src/manifests/rules/step.ts';
import { draft, HALF, inState } from './documents.ts';

const NOTHING = { acceptedGrams: 0, acceptedPieces: 0, refusedGrams: 0, refusedPieces: 0, treatmentMethod: null };
const line = (n: number, change: Partial<DecisionLine> = {}): DecisionLine => ({ line: n, ...NOTHING, ...change });
const accepted = (n: number) => line(n, { acceptedGrams: 5, acceptedPieces: 1, treatmentMethod: 'R4' });
const refused = (n: number) => line(n, { refusedGrams: 5, refusedPieces: 1 });

describe('a decision', () => {
  it('writes accepted, refused and their sum as weighed on every line, in the order of the lines', () => {
    const [first, second] = decidedLines('accept_partially', draft.lines, HALF.toReversed());
    expect(first).toEqual({
      ...draft.lines[0],
      weighedGrams: 1_600_000,
      acceptedGrams: 1_600_000,
      acceptedPieces: 100,
      refusedGrams: 0,
      refusedPieces: 0,
      treatmentMethod: 'R4',
    });
    expect(second).toMatchObject({ weighedGrams: 70_000, acceptedGrams: 0, refusedGrams: 70_000, refusedPieces: 10 });
    const both = [line(1, { acceptedGrams: 3, refusedGrams: 4, treatmentMethod: 'R4' }), line(2)];
    expect(decidedLines('accept_partially', draft.lines, both)[0]?.weighedGrams).toBe(7);
  });

  it.each<[DecisionStep, string, DecisionLine[]]>([
    ['accept', 'of all', [accepted(1), accepted(2)]],
    ['accept', 'of pieces alone', [line(1, { acceptedPieces: 1, treatmentMethod: 'R4' }), line(2)]],
    ['accept_partially', 'of one of two lines', [accepted(1), refused(2)]],
    ['accept_partially', 'of a part of a line', [{ ...accepted(1), refusedPieces: 1 }, line(2)]],
    ['reject', 'of all', [refused(1), refused(2)]],
    ['reject', 'of pieces alone', [line(1, { refusedPieces: 1 }), line(2)]],
  ])('may be to %s: %s', (step, _, lines) => {
    expect(decidedLines(step, draft.lines, lines)).toHaveLength(2);
  });

  it.each<[DecisionStep, string, DecisionLine[]]>([
    ['accept', 'a part is refused', [accepted(1), refused(2)]],
    ['accept', 'nothing is accepted', [line(1), line(2)]],
    ['accept_partially', 'all is accepted', [accepted(1), accepted(2)]],
    ['accept_partially', 'all is refused', [refused(1), refused(2)]],
    ['reject', 'a part is accepted', [accepted(1), refused(2)]],
    ['reject', 'nothing is refused', [line(1), line(2)]],
  ])('contradicts the step %s when %s', (step, _, lines) => {
    expect(() => decidedLines(step, draft.lines, lines)).toThrow('manifest-decision-contradicts');
  });

  it.each([
    ['a missing line', [1]],
    ['a repeated line', [1, 1]],
    ['an unknown line', [1, 3]],
    ['a line too many', [1, 2, 3]],
  ])('is refused with %s', (_, lines) => {
    expect(() => decidedLines('accept', draft.lines, lines.map(accepted))).toThrow('manifest-lines-mismatch');
  });

  it.each([
    ['without a method for what is accepted', [{ ...accepted(1), treatmentMethod: null }, refused(2)]],
    ['with a method for what is refused', [accepted(1), { ...refused(2), treatmentMethod: 'R4' }]],
  ])('is refused %s', (_, lines) => {
    expect(() => decidedLines('accept_partially', draft.lines, lines)).toThrow('manifest-method-missing');
  });
});

describe('a return', () => {
  const { lines } = inState('partially_accepted');
  const returned = (n: number) => ({ line: n, returnedGrams: 69_000, returnedPieces: 9 });

  it('is written on the refused line, and leaves the others as they were', () => {
    const [first, second] = lines;
    expect(returnedLines(lines, [returned(2)])).toEqual([first, { ...second, ...returned(2) }]);
  });

  it.each([
    ['no line', []],
    ['an accepted line also', [1, 2]],
    ['an accepted line alone', [1]],
    ['a repeated line', [2, 2]],
  ])('of %s is refused', (_, numbers) => {
    expect(() => returnedLines(lines, numbers.map(returned))).toThrow('manifest-lines-mismatch');
  });

  it.each([
    [null, null, false],
    [0, 0, false],
    [1, 0, true],
    [0, 1, true],
  ])('is due for %s g and %s pieces refused: %s', (refusedGrams, refusedPieces, due) => {
    const [first] = draft.lines;
    if (!first) throw new Error('there are two lines');
    expect(isRefused({ ...first, refusedGrams, refusedPieces })).toBe(due);
  });
});
