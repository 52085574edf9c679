import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/core/calendar.ts';
import { Problem } from '../../../src/core/messages/problem.ts';
import { acceptedIn, judgeScale, licenceWithMostRoom, yearOf } from '../../../src/manifests/licensing/scale.ts';

const LAW = { warnBasisPoints: [8_000, 10_000], blockBasisPoints: 12_000 };
const judge = (annualLimitGrams: number, beforeGrams: number, nowGrams: number) => {
  try {
    const reached = judgeScale({ number: 'L', annualLimitGrams }, { year: 2026, beforeGrams, nowGrams }, LAW);
    return reached?.shareBasisPoints ?? 'below';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

describe('the annual scale', () => {
  it.each([
    [0, 799, 'below'],
    [790, 10, 8_000],
    [0, 999, 8_000],
    [999, 1, 10_000],
    [1_000, 200, 10_000],
    [1_000, 201, 'licence-scale-exceeded'],
    [5_000, 0, 'licence-scale-exceeded'],
  ])('of 1 000 g with %d g before and %d g now reach the share %s', (before, now, expected) => {
    expect(judge(1_000, before, now)).toBe(expected);
  });

  it('is refused beyond the block to the gram, for the largest licences too', () => {
    const tonnes = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(tonnes, fc.nat(), (limitTonnes, split) => {
        const limitGrams = limitTonnes * 1_000_000;
        const blockGrams = limitTonnes * 1_200_000;
        const before = split % blockGrams;
        expect(judge(limitGrams, before, blockGrams - before)).toBe(10_000);
        expect(judge(limitGrams, before, blockGrams - before + 1)).toBe('licence-scale-exceeded');
      }),
    );
  });

  it('is counted in the calendar year of China', () => {
    const { year, from, to } = yearOf('2026-12-31');
    expect([year, from.toISOString(), to.toISOString()]).toEqual([
      2026,
      '2025-12-31T16:00:00.000Z',
      '2026-12-31T16:00:00.000Z',
    ]);
    expect([dayOf(from), dayOf(to)]).toEqual(['2026-01-01', '2027-01-01']);
  });

  it('counts what is accepted of all lines', () => {
    expect(acceptedIn([{ acceptedGrams: 5 }, { acceptedGrams: 0 }, { acceptedGrams: 7 }])).toBe(12);
  });
});

describe('of several licences', () => {
  const one = (id: string, annualLimitGrams: number | null, beforeGrams: number) => ({
    ...{ id, number: id, annualLimitGrams, beforeGrams },
  });

  it.each([
    ['the only one', [one('a', 100, 200)], 'a'],
    ['the one with more left', [one('a', 1_000, 900), one('b', 500, 300)], 'b'],
    ['the first of equals', [one('a', 100, 0), one('b', 200, 100)], 'a'],
    ['the one that is exceeded least', [one('a', 100, 150), one('b', 100, 120)], 'b'],
    ['one without a scale', [one('a', 1_000_000, 0), one('b', null, 5_000_000)], 'b'],
  ] as const)('%s is counted against', (_, [first, ...others], id) => {
    expect(licenceWithMostRoom([first, ...others]).id).toBe(id);
  });
});
