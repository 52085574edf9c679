import { describe, expect, it } from 'vitest';
import { dependantsIn } from '../../../src/core/dependant.ts';
import { toGrams } from '../../../src/core/mass.ts';
import {
  type BatchToAdjust,
  heldAt,
  holdAgainstBooks,
  movementsOf,
  refuseUnbookable,
} from '../../../src/recycling/adjustments/adjusting.ts';
import type { AdjustedBatch } from '../../../src/recycling/adjustments/stock-adjustment.ts';
import { exampleBatch, PIECE_MASS, problemOf } from '../../batches/examples.ts';

const day = (number: number) => new Date(Date.UTC(2026, 8, number));
const posting = (on: number, massGrams: number, pieces: number) => ({
  ...{ massGrams, pieces, occurredAt: day(on), recordedAt: day(on) },
});
const ITEM = { item: 'batteries', term: 'battery_stock', materials: ['900-052-31'] } as const;
const COUNTED_AT = day(20);
const pointer = (at: number, member: string) => `#/body/batches/${at}/${member}`;

/** A batch of 1 000 g and 10 pieces from the 10th on, of which something left later. */
function known(...later: ReturnType<typeof posting>[]): BatchToAdjust {
  const postings = [posting(10, 1_000, 10), ...later];
  const { massGrams, pieces } = heldAt(postings, day(30));
  const made = { ...exampleBatch({ id: 'b', siteId: 's' }), massGrams: toGrams(massGrams), pieces };
  return { batch: made, material: '900-052-31', postings };
}
const adjusted = (countedGrams: number, countedPieces: number): AdjustedBatch => ({
  ...{ batchId: 'b', bookGrams: 1_000, bookPieces: 10, countedGrams, countedPieces },
});

describe('a counted batch', () => {
  const hold = (one: BatchToAdjust, countedAt = COUNTED_AT) =>
    holdAgainstBooks([{ batchId: 'b', countedGrams: 900, countedPieces: null }], [one], {
      ...{ item: ITEM, siteId: 's', countedAt, pointer },
    });

  it('is held against the books of that instant; pieces that were not counted stay', () => {
    const late = known(posting(25, -500, -5));
    expect(hold(late)).toEqual([adjusted(900, 10)]);
    expect(hold(late, day(25))).toMatchObject([{ bookGrams: 500, bookPieces: 5 }]);
  });

  it('was there then', () => {
    const problem = problemOf(() => hold(known(), day(9)));
    expect([problem?.code, problem?.facts.since]).toEqual(['stock-adjustment-batch-later', day(10).toISOString()]);
  });
});

it('what is missing leaves to the boundary and what was found comes from it, dated as the count', () => {
  const of = (one: AdjustedBatch) => movementsOf({ id: 'a', countedAt: COUNTED_AT, batches: [one] }, day(22));
  const moved = {
    kind: 'stock_adjustment',
    evidence: 'stock-adjustment:a',
    occurredAt: COUNTED_AT,
    recordedAt: day(22),
  };
  const [account, boundary] = [{ batchId: 'b' }, { boundary: 'adjustment' }];
  expect(of(adjusted(900, 9))).toEqual([{ ...moved, from: account, to: boundary, massGrams: 100, pieces: 1 }]);
  expect(of(adjusted(1_050, 10))).toEqual([{ ...moved, from: boundary, to: account, massGrams: 50, pieces: 0 }]);
  expect(of(adjusted(1_000, 11))).toEqual([{ ...moved, from: boundary, to: account, massGrams: 0, pieces: 1 }]);
  expect(of(adjusted(1_050, 9))).toEqual([
    { ...moved, from: boundary, to: account, massGrams: 50, pieces: 0 },
    { ...moved, from: account, to: boundary, massGrams: 0, pieces: 1 },
  ]);
});

describe('an adjustment', () => {
  const refused = (one: AdjustedBatch, of: BatchToAdjust, keeps = {}) => {
    const made = { id: 'a', countedAt: COUNTED_AT, batches: [one] };
    const dependant = { kind: 'manifest', id: 'm', state: 'submitted', figures: {}, keeps } as const;
    const dependants = new Map([['b', dependantsIn([dependant])]]);
    return problemOf(() =>
      refuseUnbookable(made, movementsOf(made, day(22)), [of], { dependants, pointer, pieceMass: PIECE_MASS }),
    );
  };

  it('leaves no batch with less than nothing on any later date', () => {
    const drained = known(posting(25, -900, -9), posting(28, 500, 5));
    expect(refused(adjusted(900, 9), drained)).toBeUndefined();
    expect(refused(adjusted(899, 9), drained)?.facts).toMatchObject({
      ...{ missingGrams: 1, missingPieces: 0, pointer: '#/body/batches/0/countedGrams' },
    });
    expect(refused(adjusted(900, 8), drained)?.facts).toMatchObject({
      ...{ missingPieces: 1, pointer: '#/body/batches/0/countedPieces' },
    });
  });

  it('leaves what a submitted manifest promises, and mass and pieces together', () => {
    expect(refused(adjusted(899, 9), known(), { massGrams: 900, pieces: 9 })?.code).toBe('correction-mass-promised');
    expect(refused(adjusted(900, 9), known(), { massGrams: 900, pieces: 9 })).toBeUndefined();
    expect(refused(adjusted(0, 1), known())?.code).toBe('correction-quantities-apart');
    expect(refused(adjusted(0, 0), known())).toBeUndefined();
    expect(refused(adjusted(100, 10), known())?.code).toBe('correction-piece-mass-impossible');
  });
});
