import { describe, expect, it } from 'vitest';
import { refuseMiscounted, refuseMiscountedReturn } from '../../../src/manifests/differences/pieces.ts';
import type { DecisionLine } from '../../../src/manifests/rules/step.ts';
import { draft, inState } from '../rules/documents.ts';
import { problemOf, codeOf as thrown } from '../taking/decisions.ts';

const LIMIT = { shareBasisPoints: 200, floorPieces: 1, undeclaredPieces: 0 };
const codeOf = (act: () => unknown) => {
  try {
    act();
    return 'taken';
  } catch {
    return thrown(act);
  }
};
/** A decision on the first line, of 1 600 000 g and 100 pieces. */
const decided = (accepted: [number, number], refused: [number, number] = [0, 0]): DecisionLine => ({
  line: 1,
  acceptedGrams: accepted[0],
  acceptedPieces: accepted[1],
  refusedGrams: refused[0],
  refusedPieces: refused[1],
  treatmentMethod: 'R4',
});
const decide = (line: DecisionLine, { kinds = [] as string[], sent = draft.lines, limit = LIMIT } = {}) =>
  refuseMiscounted(sent, { lines: [line], differenceKinds: kinds }, limit);

describe('a decision', () => {
  it.each<[string, DecisionLine, string]>([
    ['all as sent', decided([1_600_000, 100]), 'taken'],
    ['accepted and refused together as sent', decided([1_000_000, 60], [600_000, 40]), 'taken'],
    ['mass without pieces', decided([1_600_000, 0]), 'manifest-quantities-apart'],
    ['pieces without mass', decided([1_600_000, 90], [0, 10]), 'manifest-quantities-apart'],
    ['refused mass without pieces', decided([1_500_000, 100], [100_000, 0]), 'manifest-quantities-apart'],
    ['one piece less', decided([1_600_000, 99]), 'manifest-pieces-differ'],
    ['as many more as the limit allows', decided([1_600_000, 102]), 'manifest-pieces-differ'],
    ['a million', decided([1_600_000, 1_000_000]), 'manifest-pieces-implausible'],
    ['a line that the manifest does not have', { ...decided([1, 0]), line: 9 }, 'taken'],
  ])('of %s: %#', (_, line, code) => expect(codeOf(() => decide(line))).toBe(code));

  it('may differ where the kind of difference says so, up to the limit', () => {
    const kinds = ['quantity'];
    expect(codeOf(() => decide(decided([1_600_000, 1]), { kinds }))).toBe('taken');
    expect(codeOf(() => decide(decided([1_600_000, 102]), { kinds }))).toBe('taken');
    const problem = problemOf(() => decide(decided([1_600_000, 103]), { kinds }));
    expect(problem).toMatchObject({
      code: 'manifest-pieces-implausible',
      facts: {
        line: 1,
        expectedPieces: 100,
        givenPieces: 103,
        allowedPieces: 102,
        pointer: '#/body/lines/0/acceptedPieces',
      },
    });
    expect(codeOf(() => decide(decided([1_600_000, 99]), { kinds: ['nature'] }))).toBe('manifest-pieces-differ');
    const wide = { shareBasisPoints: 0, floorPieces: 9, undeclaredPieces: 3 };
    expect(codeOf(() => decide(decided([1_600_000, 103]), { limit: wide }))).toBe('taken');
    expect(codeOf(() => decide(decided([1_600_000, 104]), { limit: wide }))).toBe('manifest-pieces-differ');
  });

  it('on paste, which is weighed alone, or on a line sent without pieces, is held to no number', () => {
    const change = (changes: object) => draft.lines.map((line) => ({ ...line, ...changes }));
    const paste = change({ condition: 'paste', pieces: 0 });
    expect(codeOf(() => decide(decided([1_600_000, 0]), { sent: paste }))).toBe('taken');
    expect(codeOf(() => decide(decided([0, 1]), { sent: paste }))).toBe('manifest-quantities-apart');
    const uncounted = change({ pieces: 0 });
    expect(codeOf(() => decide(decided([0, 0], [1_600_000, 0]), { sent: uncounted }))).toBe('taken');
    expect(codeOf(() => decide(decided([1_600_000, 97]), { sent: uncounted }))).toBe('taken');
    expect(codeOf(() => decide(decided([1_600_000, 0]), { sent: uncounted }))).toBe('manifest-quantities-apart');
  });
});

describe('a return', () => {
  // The decision refused 70 000 g and 10 pieces of the second line.
  const { lines } = inState('partially_accepted');
  const back = (returnedGrams: number, returnedPieces: number, remarks: string | null = null) =>
    codeOf(() =>
      refuseMiscountedReturn(lines, { lines: [{ line: 2, returnedGrams, returnedPieces }], remarks }, LIMIT),
    );

  it('brings back what was refused, or says why not', () => {
    expect(back(70_000, 10)).toBe('taken');
    expect(back(63_000, 9)).toBe('manifest-pieces-differ');
    expect(back(63_000, 9, '途中丢失一只')).toBe('taken');
    expect(back(0, 0, '就地处置')).toBe('taken');
  });

  it('brings back no more than was refused, and pieces with their mass', () => {
    expect(back(70_000, 300, '清点有误')).toBe('manifest-pieces-implausible');
    expect(back(70_000, 0, '清点有误')).toBe('manifest-quantities-apart');
    expect(back(0, 10)).toBe('manifest-quantities-apart');
  });
});
