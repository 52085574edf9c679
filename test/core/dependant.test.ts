import { expect, it } from 'vitest';
import {
  affectedBy,
  type Dependant,
  dependantsIn,
  heldAmong,
  joinDependants,
  keptOf,
} from '../../src/core/dependant.ts';

const dependant = (id: string, figures: Dependant['figures'], keeps: Dependant['keeps'] = null): Dependant => ({
  ...{ kind: 'batch', id, state: null, figures, keeps },
});

it('shows the figures that changed, and none that stayed', () => {
  const before = [dependant('a', { massGrams: 5, pieces: 1 }), dependant('b', { massGrams: 7 })];
  const after = [dependant('a', { massGrams: 4, pieces: 1 }), dependant('b', { massGrams: 7 })];
  expect(affectedBy(dependantsIn(before), dependantsIn(after))).toEqual([
    { kind: 'batch', id: 'a', state: null, before: { massGrams: 5 }, after: { massGrams: 4 } },
  ]);
});

it('names records without figures, and records that are new', () => {
  expect(
    affectedBy(dependantsIn([]), dependantsIn([dependant('draft', {}), dependant('new', { massGrams: 1 })])),
  ).toEqual([
    { kind: 'batch', id: 'draft', state: null, before: {}, after: {} },
    { kind: 'batch', id: 'new', state: null, before: {}, after: { massGrams: 1 } },
  ]);
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
  const cut = dependantsIn([a], { unlisted: { manifest: 4 }, kept: { massGrams: 30 } });
  expect(joinDependants([cut, dependantsIn([a, b], { unlisted: { run: 1 } })])).toEqual({
    ...{ listed: [a, b], unlisted: { manifest: 4, run: 1 }, kept: { massGrams: 33 } },
  });
});

it('counts holders that are not listed, when all listed ones of their kind hold', () => {
  const holding = { ...dependant('a', {}), holds: ['kind'] };
  const cut = (listed: Dependant[]) => heldAmong(dependantsIn(listed, { unlisted: { batch: 40 } }), ['kind']).count;
  expect([cut([holding]), cut([holding, dependant('b', {})])]).toEqual([41, 1]);
});
