/** Random choices that a seed repeats. */
import { createRandom } from '../../src/demo/plan/random.ts';

export type Random = {
  /** A fraction from 0 up to, and without, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, and without, the limit. */
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
};

/** The choices of one request: the same for the same seed and number of the request. */
export function randomOf(seed: number, number: number): Random {
  const { share: next } = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    ...{ next, below, chance: (share) => next() < share },
    pick: (items) => {
      if (items.length === 0) throw new Error('nothing to choose from');
      return items[below(items.length)] as (typeof items)[number];
    },
  };
}
