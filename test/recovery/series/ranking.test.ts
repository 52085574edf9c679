import { expect, it } from 'vitest';
import { fraction } from '../../../src/recovery/fraction.ts';
import { rank } from '../../../src/recovery/series/ranking.ts';

const of = (partyId: string, numerator: bigint | null, status: 'clear' | 'flagged' | 'blocked' = 'clear') => ({
  ...{ partyId, status },
  conservative: numerator === null ? null : fraction(numerator, 10n ** 12n),
});

it('puts the highest exact rate first, also when both are shown alike', () => {
  const ranked = rank([of('a', 980_000_000_000n), of('b', 980_000_000_001n), of('c', 990_000_000_000n)]);
  expect(ranked.map(({ partyId, place }) => [partyId, place])).toEqual([
    ['c', 1],
    ['b', 2],
    ['a', 3],
  ]);
});

it('shares a place between equal rates, and gives none to a blocked rate or to none', () => {
  const ranked = rank([of('d', null), of('c', 999_000_000_000n, 'blocked'), of('b', 1n), of('a', 1n), of('e', 0n)]);
  expect(ranked.map(({ partyId, place }) => [partyId, place])).toEqual([
    ['a', 1],
    ['b', 1],
    ['e', 3],
    ['c', null],
    ['d', null],
  ]);
});

it('puts those that need a review after those that are clear, and the blocked last', () => {
  const ranked = rank([of('a', 990n, 'flagged'), of('b', 900n), of('c', 999n, 'blocked'), of('d', 990n, 'flagged')]);
  expect(ranked.map(({ partyId, place }) => [partyId, place])).toEqual([
    ['b', 1],
    ['a', 2],
    ['d', 2],
    ['c', null],
  ]);
});
