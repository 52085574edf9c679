import { expect, it } from 'vitest';
import { affectedBy, type Dependant, keptOf } from '../../src/core/dependant.ts';

const dependant = (id: string, figures: Dependant['figures'], keeps: Dependant['keeps'] = null): Dependant => ({
  ...{ kind: 'batch', id, state: null, figures, keeps },
});

it('shows the figures that changed, and none that stayed', () => {
  const before = [dependant('a', { massGrams: 5, pieces: 1 }), dependant('b', { massGrams: 7 })];
  const after = [dependant('a', { massGrams: 4, pieces: 1 }), dependant('b', { massGrams: 7 })];
  expect(affectedBy(before, after)).toEqual([
    { kind: 'batch', id: 'a', state: null, before: { massGrams: 5 }, after: { massGrams: 4 } },
  ]);
});

it('names records without figures, and records that are new', () => {
  expect(affectedBy([], [dependant('draft', {}), dependant('new', { massGrams: 1 })])).toEqual([
    { kind: 'batch', id: 'draft', state: null, before: {}, after: {} },
    { kind: 'batch', id: 'new', state: null, before: {}, after: { massGrams: 1 } },
  ]);
});

it('adds up what dependants keep, and counts none that keep nothing', () => {
  const kept = [
    dependant('a', {}, { massGrams: 3 }),
    dependant('b', {}, { massGrams: 4, pieces: 1 }),
    dependant('c', {}),
  ];
  expect([keptOf(kept, 'massGrams'), keptOf(kept, 'pieces'), keptOf([], 'massGrams')]).toEqual([7, 1, 0]);
});
