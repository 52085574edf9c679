import { expect, it } from 'vitest';
import {
  affectedBy,
  type Dependant,
  dependantsIn,
  heldAmong,
  joinDependants,
  keptOf,
  repeatedBy,
} from '../../src/core/dependant.ts';

const dependant = (id: string, figures: Dependant['figures'], keeps: Dependant['keeps'] = null): Dependant => ({
  ...{ kind: 'batch', id, state: null, figures, keeps },
});

it('shows the figures that changed, and none that stayed', () => {
  const before = [dependant('a', { massGrams: 5, pieces: 1 }), dependant('b', { massGrams: 7 })];
  const after = [dependant('a', { massGrams: 4, pieces: 1 }), dependant('b', { massGrams: 7 })];
  expect(affectedBy(dependantsIn(before), dependantsIn(after))).toEqual({
    affected: [{ kind: 'batch', id: 'a', state: null, before: { massGrams: 5 }, after: { massGrams: 4 } }],
    unlisted: [],
  });
});

it('names records without figures, and records that are new', () => {
  expect(
    affectedBy(dependantsIn([]), dependantsIn([dependant('draft', {}), dependant('new', { massGrams: 1 })])).affected,
  ).toEqual([
    { kind: 'batch', id: 'draft', state: null, before: {}, after: {} },
    { kind: 'batch', id: 'new', state: null, before: {}, after: { massGrams: 1 } },
  ]);
});

it('counts by kind what it did not compare', () => {
  const unlisted = [
    { kind: 'manifest', count: 4, repeats: ['name'] },
    { kind: 'run', count: 2 },
    { kind: 'manifest', count: 3 },
  ] as const;
  expect(affectedBy(dependantsIn([]), dependantsIn([], { unlisted })).unlisted).toEqual([
    { kind: 'manifest', count: 7 },
    { kind: 'run', count: 2 },
  ]);
  expect(repeatedBy(dependantsIn([], { unlisted }), ['address']).unlisted.map(({ count }) => count)).toEqual([2, 3]);
});

it('adds up what dependants keep, and counts none that keep nothing', () => {
  const kept = dependantsIn([
    dependant('a', {}, { massGrams: 3 }),
    dependant('b', {}, { massGrams: 4, pieces: 1 }),
    dependant('c', {}),
  ]);
  expect([keptOf(kept, 'massGrams'), keptOf(kept, 'pieces'), keptOf(dependantsIn([]), 'massGrams')]).toEqual([7, 1, 0]);
});

it('joins dependants that were read apart: lists each once, and adds up what was counted without a limit', () => {
  const [a, b] = [dependant('a', {}, { massGrams: 3 }), dependant('b', {})];
  const cut = dependantsIn([a], { unlisted: [{ kind: 'manifest', count: 4 }], kept: { massGrams: 30 } });
  expect(joinDependants([cut, dependantsIn([a, b], { unlisted: [{ kind: 'run', count: 1 }] })])).toEqual({
    ...{ listed: [a, b], kept: { massGrams: 33 } },
    unlisted: [
      { kind: 'manifest', count: 4 },
      { kind: 'run', count: 1 },
    ],
  });
});

it('counts holders that are not listed, by what the last listed one holds', () => {
  const holding = { ...dependant('a', {}), holds: ['kind'] };
  const cut = (needs: object) =>
    heldAmong(dependantsIn([holding], { unlisted: [{ kind: 'batch', count: 40, ...needs }] }), ['kind']).count;
  expect([cut({ holds: ['kind'] }), cut({}), cut({ holds: ['name'] })]).toEqual([41, 1, 1]);
});
