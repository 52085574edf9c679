import { describe, expect, it } from 'vitest';
import { toGrams } from '../../../src/core/mass.ts';
import {
  refuseContradictingDecision,
  refuseContradictingReturn,
} from '../../../src/manifests/differences/piece-mass.ts';
import type { UserStep } from '../../../src/manifests/rules/command.ts';
import type { DecisionLine } from '../../../src/manifests/rules/step.ts';
import { PIECE_MASS } from '../../batches/examples.ts';
import { inState } from '../rules/documents.ts';
import { codeOf, decide as decideStep, home, numbered, problemOf, requestFor, STOCK } from '../taking/decisions.ts';

const decided = (accepted: [number, number], refused: [number, number] = [0, 0]): DecisionLine => ({
  ...{ line: 1, acceptedGrams: accepted[0], acceptedPieces: accepted[1] },
  ...{ refusedGrams: refused[0], refusedPieces: refused[1], treatmentMethod: 'R4' },
});

describe('a decision on 1 600 000 g in 100 pieces', () => {
  const decide = (line: DecisionLine) => refuseContradictingDecision(inState('arrived').lines, [line], PIECE_MASS);

  it('keeps the mass of a piece within the factor of the law, or within what batteries have', () => {
    for (const grams of [320_000, 319_999, 2_500]) expect(() => decide(decided([grams, 100]))).not.toThrow();
    expect(codeOf(() => decide(decided([2_499, 100])))).toBe('manifest-piece-mass-differs');
    expect(problemOf(() => decide(decided([1, 100])))).toMatchObject({
      facts: {
        ...{ line: 1, massGrams: 1, pieces: 100, expectedGrams: 1_600_000, expectedPieces: 100 },
        ...{ fromGrams: 25, toGrams: 10_000_000, factor: 5, pointer: '#/body/lines/0/acceptedPieces' },
      },
    });
  });

  it('may part batteries of several sizes, not mass from pieces', () => {
    expect(() => decide(decided([1_550_000, 51], [50_000, 49]))).not.toThrow();
    expect(codeOf(() => decide(decided([1_599_999, 1], [1, 99])))).toBe('manifest-piece-mass-differs');
    expect(codeOf(() => decide(decided([1, 99], [1_599_999, 1])))).toBe('manifest-piece-mass-differs');
  });
});

describe('a return of 1 600 000 g in 100 pieces', () => {
  const back = (returnedGrams: number) =>
    refuseContradictingReturn(inState('rejected').lines, [{ line: 1, returnedGrams, returnedPieces: 100 }], PIECE_MASS);

  it('keeps the mass of a piece in the same way', () => {
    expect(() => back(2_500)).not.toThrow();
    expect(codeOf(() => back(1))).toBe('manifest-piece-mass-differs');
  });
});

describe.each([
  ['submit', inState('draft')],
  ['register_paper', inState('draft')],
  ['backfill', inState('offline_paper')],
  ['hand_over', numbered(home(inState('submitted')))],
] as const satisfies readonly [UserStep, ...unknown[]][])(
  'the step %s of a line of 1 600 000 g in 100 pieces',
  (step, document) => {
    const leaving = (massGrams: number, pieces: number) => {
      const rest = { massGrams: toGrams(1_600_000 + massGrams), pieces: 100 + pieces };
      const drawn = STOCK.map((batch, at) => (at === 0 ? { ...batch, ...rest } : batch));
      const stock = new Map(drawn.map((batch) => [batch.id, batch]));
      return () => decideStep({ document, request: requestFor(step, document), known: { stock, drawn } });
    };

    it('is refused when the batch, as it is now, would keep a rest that is no battery', () => {
      expect(problemOf(leaving(1, 5))).toMatchObject({
        code: 'batch-piece-mass-differs',
        facts: {
          restGrams: 1,
          restPieces: 5,
          batchGrams: 1_600_001,
          batchPieces: 105,
          pointer: '#/document/lines/0/pieces',
        },
      });
      expect(leaving(125, 5)).not.toThrow();
      expect(leaving(0, 0)).not.toThrow();
    });
  },
);

it('a hand-over of more than the batch holds is refused for the mass, not for the mass of a piece', () => {
  const document = numbered(home(inState('submitted')));
  const drawn = STOCK.map((batch) => ({ ...batch, massGrams: toGrams(1_599_999), pieces: 100 }));
  const stock = new Map(drawn.map((batch) => [batch.id, batch]));
  const request = requestFor('hand_over', document);
  expect(codeOf(() => decideStep({ document, request, known: { stock, drawn } }))).toBe('batch-mass-exceeded');
});
