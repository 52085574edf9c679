import { expect, it } from 'vitest';
import { keptSourceOf, refuseMixed } from '../../../src/batches/regrouping/kept-apart.ts';
import { codeOf } from '../examples.ts';

const APART = ['warranty-return', 'recall'];
const of = (...types: (string | null)[]) => types.map((sourceType) => ({ sourceType }));

it.each([
  [of('repair-shop', null, 'household'), undefined],
  [of('warranty-return', 'warranty-return'), undefined],
  [of('warranty-return', 'repair-shop'), 'batches-kept-apart'],
  [of(null, 'warranty-return'), 'batches-kept-apart'],
  [of('warranty-return', 'recall'), 'batches-kept-apart'],
  [of(), undefined],
])('%j are mixed only when law keeps none of them apart', (batches, code) => {
  expect(codeOf(() => refuseMixed(batches, APART, '#/body/batchIds'))).toBe(code);
});

it('what is kept apart keeps its source, and all others lose it', () => {
  expect([keptSourceOf(of('recall'), APART), keptSourceOf(of('household'), APART), keptSourceOf([], APART)]).toEqual([
    'recall',
    null,
    null,
  ]);
});
