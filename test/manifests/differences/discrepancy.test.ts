import { describe, expect, it } from 'vitest';
import { findDiscrepancy, refuseImplausible } from '../../../src/manifests/differences/discrepancy.ts';
import { draft } from '../rules/documents.ts';

describe('a difference of weight', () => {
  const threshold = { shareBasisPoints: 50, floorGrams: 20_000 };
  const find = (massGrams: number, weighed: number, declared: string[] = []) => {
    const [line] = draft.lines;
    if (!line) throw new Error('the draft has lines');
    const decided = {
      line: 1,
      acceptedGrams: weighed,
      acceptedPieces: 0,
      refusedGrams: 0,
      refusedPieces: 0,
      treatmentMethod: 'R4',
    };
    return findDiscrepancy([{ ...line, massGrams }], [decided], { declared, threshold });
  };

  it.each([
    [1_000_000, 980_000, false],
    [1_000_000, 979_999, true],
    [1_000_000, 1_020_000, false],
    [1_000_000, 1_020_001, true],
    [10_000_000, 9_950_000, false],
    [10_000_000, 9_949_999, true],
    [100_000_000_000, 100_500_000_000, false],
    [100_000_000_000, 100_500_000_001, true],
  ])('of %d g sent and %d g weighed is significant: %s', (sent, weighed, significant) => {
    expect(find(sent, weighed).significantDifference).toBe(significant);
    expect(find(sent, weighed).differenceKinds).toEqual(significant ? ['quantity'] : []);
  });

  it('is significant as well when the receiver declares another kind', () => {
    expect(find(100, 100, ['nature', 'nature'])).toEqual({ significantDifference: true, differenceKinds: ['nature'] });
    expect(find(1_000_000, 1, ['packaging']).differenceKinds).toEqual(['packaging', 'quantity']);
  });

  it('of one line is not made up for by another', () => {
    const lines = draft.lines.map((line) => ({ ...line, massGrams: 1_000_000 }));
    const decided = [900_000, 1_100_000].map((acceptedGrams, i) => ({
      line: i + 1,
      acceptedGrams,
      acceptedPieces: 0,
      refusedGrams: 0,
      refusedPieces: 0,
      treatmentMethod: 'R4',
    }));
    expect(findDiscrepancy(lines, decided, { declared: [], threshold }).significantDifference).toBe(true);
  });
});

describe('a weighing', () => {
  const limit = { shareBasisPoints: 2_000, floorGrams: 50_000 };
  const refuse = (expectedGrams: number, givenGrams: number) =>
    refuseImplausible([{ line: 1, expectedGrams, givenGrams }], limit);

  it.each([
    [1_000_000, 1_200_000, 1_200_001],
    [100_000, 150_000, 150_001],
  ])('of %d g expected may show %d g, and not %d g', (expected, most, more) => {
    expect(() => refuse(expected, most)).not.toThrow();
    expect(() => refuse(expected, more)).toThrow('manifest-weighing-implausible');
  });

  it('may show any loss', () => {
    expect(() => refuse(1_000_000, 0)).not.toThrow();
  });
});
