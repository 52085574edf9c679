import { expect, it } from 'vitest';
import { decideSplit } from '../../../src/batches/regrouping/split.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { codeOf, exampleBatch, PIECE_MASS } from '../examples.ts';

const NOW = new Date('2026-10-15T00:00:00.000Z');
const split = (massGrams: number, pieces: number, from = exampleBatch()) =>
  decideSplit(from, { massGrams: toGrams(massGrams), pieces }, { id: 'part', at: NOW, limits: PIECE_MASS });

it('a part has its own mass and id, and the origin of the batch', () => {
  expect(split(300, 4)).toEqual({
    ...exampleBatch(),
    ...{ id: 'part', massGrams: 300, pieces: 4, evidence: 'batch:batch', recordedAt: NOW },
  });
});

it('a part may be all of the batch, and not more', () => {
  expect(codeOf(() => split(1_000, 10))).toBeUndefined();
  expect(codeOf(() => split(1_001, 10))).toBe('batch-mass-exceeded');
  expect(codeOf(() => split(1_000, 11))).toBe('batch-pieces-exceeded');
});

it('a load on the road cannot be split, whatever it holds', () => {
  expect(codeOf(() => split(2_000, 0, exampleBatch({ kind: 'transit', siteId: null })))).toBe('batch-not-stock');
});

it('a part has both mass and pieces, and leaves both or neither', () => {
  expect(codeOf(() => split(1_000, 0))).toBe('batch-quantities-apart');
  expect(codeOf(() => split(1, 10))).toBe('batch-quantities-apart');
  expect(codeOf(() => split(1_000, 0, exampleBatch({ pieces: 0 })))).toBe('batch-pieces-missing');
});

it('a part whose mass contradicts its pieces is refused, and so is one that leaves such a rest', () => {
  const four = exampleBatch({ pieces: 4 });
  expect(codeOf(() => split(1, 3, four))).toBe('batch-piece-mass-differs');
  expect(codeOf(() => split(999, 1, four))).toBe('batch-piece-mass-differs');
});

it('paste has no pieces to compare', () => {
  expect(codeOf(() => split(1, 0, exampleBatch({ condition: 'paste', riskClass: 'II', pieces: 0 })))).toBe(undefined);
});
