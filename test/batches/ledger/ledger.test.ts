import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  availableFrom,
  following,
  inOrder,
  lastOf,
  type Posting,
  partingAt,
  settleDraws,
} from '../../../src/batches/ledger/ledger.ts';
import { codeOf, problemOf } from '../examples.ts';

const day = (n: number, ms = 0) => new Date(Date.UTC(2026, 10, n) + ms);
const posting = (n: number, massGrams: number, pieces: number, recordedAt = day(28)): Posting => ({
  ...{ massGrams, pieces, occurredAt: day(n), recordedAt },
});
const SKEW = 300;

describe('an account', () => {
  it('holds an amount from the day on which its youngest part came', () => {
    const merged = [posting(28, 500, 5), posting(1, 500, 5)];
    expect(availableFrom(merged, { massGrams: 500, pieces: 5 })?.occurredAt).toEqual(day(1));
    expect(availableFrom(merged, { massGrams: 501, pieces: 5 })?.occurredAt).toEqual(day(28));
    expect(availableFrom(merged, { massGrams: 500, pieces: 6 })?.occurredAt).toEqual(day(28));
    expect(availableFrom(merged, { massGrams: 1_001, pieces: 1 })).toBeUndefined();
    expect(lastOf(merged)?.occurredAt).toEqual(day(28));
  });

  it('does not hold what leaves it later', () => {
    const used = [posting(1, 500, 5), posting(10, -400, -4), posting(20, 300, 3)];
    expect(availableFrom(used, { massGrams: 100, pieces: 1 })?.occurredAt).toEqual(day(1));
    expect(availableFrom(used, { massGrams: 101, pieces: 1 })?.occurredAt).toEqual(day(20));
  });

  it('takes together what happens at one instant', () => {
    expect(inOrder([posting(2, -5, -1), posting(1, 7, 7), posting(2, 6, 2)])).toEqual([
      posting(1, 7, 7),
      posting(2, 1, 1),
    ]);
  });
});

describe('an act after an event', () => {
  const event = { occurredAt: day(5), recordedAt: day(5, -240_000) };

  it('is refused before the event', () => {
    const late = { occurredAt: day(5), recordedAt: day(20) };
    expect(following(day(5, -1), [late], SKEW)).toBeUndefined();
    expect(following(day(5), [late], SKEW)).toEqual(day(5));
    expect(following(day(6), [late, event], SKEW)).toEqual(day(6));
  });

  it('is never refused for a clock that was ahead, and keeps the order of dates', () => {
    expect(following(event.recordedAt, [event], SKEW)).toEqual(day(5));
    expect(following(day(5, -300_000), [event], SKEW)).toEqual(day(5));
    expect(following(day(5, -300_001), [event], SKEW)).toBeUndefined();
    const far = { occurredAt: day(6), recordedAt: day(5) };
    expect(following(day(5), [far], SKEW)).toEqual(day(6));
  });
});

it('draws on a batch count together, and the refusal says from when they are possible', () => {
  const ledgers = new Map([['a', [posting(1, 500, 5), posting(28, 500, 5)]]]);
  const draw = { id: 'a', massGrams: 300, pieces: 3 };
  const settle = (draws: (typeof draw)[], at: Date) =>
    settleDraws(draws, ledgers, { at, skewSeconds: SKEW, pointer: '#/body/at' });
  expect(settle([draw], day(5))).toEqual(day(5));
  const problem = problemOf(() => settle([draw, draw], day(5)));
  expect(problem?.facts).toEqual({
    ...{ id: 'a', at: day(5).toISOString(), occurredAt: day(28).toISOString(), pointer: '#/body/at' },
  });
  expect(problem?.text('zh').remedy).toContain('2026-11-28');
  expect(codeOf(() => settle([draw, draw, draw, draw], day(5)))).toBeUndefined();
});

it('mass is regrouped as of its youngest part', () => {
  const ledgers = new Map([
    ['a', [posting(1, 500, 5)]],
    ['b', [posting(9, 500, 5)]],
  ]);
  const all = { massGrams: 500, pieces: 5 };
  expect(
    partingAt(
      [
        { id: 'a', ...all },
        { id: 'b', ...all },
      ],
      ledgers,
    ),
  ).toEqual(day(9));
  expect(partingAt([{ id: 'b', ...all }], ledgers, { massGrams: 1, pieces: 1 })).toEqual(day(9));
  expect(partingAt([{ id: 'c', ...all }], ledgers)).toBeUndefined();
});

it('whatever is entered in whatever order, no balance is negative on any date', () => {
  const step = fc.record({
    take: fc.boolean(),
    n: fc.integer({ min: 1, max: 12 }),
    massGrams: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const postings: Posting[] = [];
      /** Adds up a date by itself, without the order of the code under test. */
      const balanceOn = (n: number) =>
        postings.reduce((sum, one) => sum + (one.occurredAt <= day(n) ? one.massGrams : 0), 0);
      for (const { take, n, massGrams } of steps) {
        if (!take) {
          postings.push(posting(n, massGrams, 0));
          continue;
        }
        const from = availableFrom(postings, { massGrams, pieces: 0 });
        const least = Math.min(...Array.from({ length: 13 - n }, (_, later) => balanceOn(n + later)));
        expect(from !== undefined && from.occurredAt <= day(n)).toBe(least >= massGrams);
        if (from && from.occurredAt <= day(n)) postings.push(posting(n, -massGrams, 0));
      }
      for (let n = 1; n <= 12; n++) expect(balanceOn(n)).toBeGreaterThanOrEqual(0);
    }),
  );
});
