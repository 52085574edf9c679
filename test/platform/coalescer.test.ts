import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoalescerOptions, createCoalescer, runIsolated } from '../../src/platform/coalescer.ts';

type Run = CoalescerOptions<number, string>['run'];

const double = (items: readonly number[]) => Promise.resolve(items.map((item) => `${item}!`));
const joined = (run: Run, options: Partial<CoalescerOptions<number, string>> = {}) =>
  createCoalescer({
    run,
    itemsMax: 10,
    inFlightMax: 2,
    waitingMax: 1_000,
    onFull: () => new Error('full'),
    ...options,
  });

/** Fails the whole set when an item is negative, as a transaction would. */
const strict: Run = (items) => (items.some((item) => item < 0) ? Promise.reject(new Error('bad item')) : double(items));

describe('a coalescer', () => {
  it('gives each item its own outcome, whatever set it went with, and no failure touches a neighbour', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -3, max: 50 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (items, itemsMax) => {
          const add = joined(strict, { itemsMax });
          const settled = await Promise.allSettled(items.map(add));
          expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : 'refused'))).toEqual(
            items.map((item) => (item < 0 ? 'refused' : `${item}!`)),
          );
        },
      ),
      { numRuns: 50 },
    ));

  it('keeps the order of arrival and the size of sets', async () => {
    const sets: number[][] = [];
    const noting = (items: readonly number[]) => {
      sets.push([...items]);
      return double(items);
    };
    const add = joined(noting, { itemsMax: 4, inFlightMax: 1 });
    await Promise.all(Array.from({ length: 10 }, (_, at) => add(at)));
    expect(sets).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
  });

  it('has never more sets in flight than allowed', async () => {
    let inFlight = 0;
    let most = 0;
    const slow: Run = async (items) => {
      most = Math.max(most, ++inFlight);
      await turn();
      await turn();
      inFlight--;
      return double(items);
    };
    const add = joined(slow, { itemsMax: 2, inFlightMax: 3 });
    await Promise.all(Array.from({ length: 50 }, (_, at) => add(at)));
    expect(most).toBe(3);
  });

  it('refuses what waits beyond its limit, and only that', async () => {
    const add = joined(double, { waitingMax: 5 });
    const settled = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => add(at)));
    expect(settled.map(({ status }) => status)).toEqual([...Array(5).fill('fulfilled'), ...Array(3).fill('rejected')]);
    await expect(add(9)).resolves.toBe('9!');
  });

  it('goes on after a set that failed', async () => {
    const add = joined(strict);
    await expect(add(-1)).rejects.toThrow('bad item');
    await expect(add(1)).resolves.toBe('1!');
  });

  it('rejects an item that was given no outcome rather than let it wait', async () => {
    const add = joined(async () => []);
    await expect(add(1)).rejects.toThrow('fewer outcomes');
  });
});

it('an unreachable engine is not tried once for every item', async () => {
  let asked = 0;
  const away: Run = () => {
    asked++;
    return Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
  };
  const settled = await runIsolated([1, 2, 3], away);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(asked).toBe(1);
});
