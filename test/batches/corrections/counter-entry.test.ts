import { expect, it } from 'vitest';
import {
  counterEntries,
  type NetMovement,
  postingsOn,
  refuseMovedOn,
} from '../../../src/batches/corrections/counter-entry.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { problemOf } from '../examples.ts';

const DAY = (day: number) => new Date(Date.UTC(2026, 9, day));
const NOW = DAY(20);
const original: NetMovement = {
  ...{ id: 7, kind: 'generation', from: { boundary: 'generation' }, to: { batchId: 'a' }, evidence: null },
  ...{ massGrams: toGrams(1_000), pieces: 10, occurredAt: DAY(5), recordedAt: DAY(5) },
  recorded: { massGrams: 1_000, pieces: 10 },
};
const posting = (day: number, massGrams: number, pieces = 0) => ({
  ...{ massGrams, pieces, occurredAt: DAY(day), recordedAt: DAY(day) },
});

it('moves too little once more the same way, and too much back, dated as the original', () => {
  const [more, ...none] = counterEntries(original, { massGrams: 1_200, pieces: 11 }, NOW);
  expect(none).toEqual([]);
  expect(more).toEqual({
    ...{ kind: 'correction', from: original.from, to: original.to, massGrams: 200, pieces: 1, evidence: null },
    ...{ correctsId: 7, occurredAt: DAY(5), recordedAt: NOW },
  });
  const [less] = counterEntries(original, { massGrams: 100, pieces: 1 }, NOW);
  expect(less).toMatchObject({ from: { batchId: 'a' }, to: { boundary: 'generation' }, massGrams: 900, pieces: 9 });
});

it('moves mass one way and pieces the other where they were wrong in opposite ways', () => {
  const entries = counterEntries(original, { massGrams: 1_200, pieces: 9 }, NOW);
  expect(entries.map(({ massGrams, pieces }) => [massGrams, pieces])).toEqual([
    [200, 0],
    [0, 1],
  ]);
  const sums = postingsOn('a', [original, ...entries]);
  expect(sums.reduce((sum, { massGrams }) => sum + massGrams, 0)).toBe(1_200);
  expect(sums.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(9);
});

it('makes no entry where nothing differs', () => {
  expect(counterEntries(original, original, NOW)).toEqual([]);
});

it('refuses what would leave less than nothing on a date, also when later mass hides it', () => {
  const postings = [posting(5, 1_000, 10), posting(6, -900, -9), posting(10, 500, 5)];
  const right = { massGrams: 950, pieces: 10 };
  expect(
    problemOf(() => refuseMovedOn({ id: 'a', postings }, counterEntries(original, right, NOW), right)),
  ).toBeUndefined();
  const low = { massGrams: 850, pieces: 8 };
  const problem = problemOf(() => refuseMovedOn({ id: 'a', postings }, counterEntries(original, low, NOW), low));
  expect([problem?.code, problem?.facts]).toEqual([
    'correction-below-moved',
    { id: 'a', massGrams: 850, pieces: 8, missingGrams: 50, missingPieces: 1, pointer: '#/body/massGrams' },
  ]);
});

it('does not answer for a balance of before that was negative already', () => {
  const postings = [posting(4, -10), posting(5, 1_000, 10)];
  const right = { massGrams: 1_100, pieces: 10 };
  expect(
    problemOf(() => refuseMovedOn({ id: 'a', postings }, counterEntries(original, right, NOW), right)),
  ).toBeUndefined();
});
