import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadIn } from '../../../src/recovery/lead.ts';
import { type BookedContent, boundsOf, contentFaults } from '../../../src/recovery/stock/counted-content.ts';

const TOLERANCE = { shareBasisPoints: 500, floorPpm: 5_000, smallGrams: 1_000 };
const known = (massGrams: number, ppm: number): BookedContent => ({
  ...{ massGrams, lead: leadIn(massGrams, ppm, 0), minPpm: 0, maxPpm: 1_000_000 },
});
const unknown = (massGrams: number, minPpm: number, maxPpm: number): BookedContent => ({
  ...{ massGrams, lead: null, minPpm, maxPpm },
});
const judged = (leadPpm: number, ...booked: BookedContent[]) =>
  contentFaults([{ massGrams: 10_000, leadPpm }], boundsOf(booked), TOLERANCE).map(
    ({ code, severity }) => `${code} ${severity}`,
  );

describe('the lead content of a count', () => {
  it.each<[string, number, BookedContent[], string[]]>([
    ['agrees with the books', 45_000, [known(20_000, 45_000)], []],
    ['may be above them by the tolerance', 50_000, [known(20_000, 45_000)], []],
    ['is not above them by more', 50_001, [known(20_000, 45_000)], ['COUNTED_CONTENT_DIFFERS block']],
    ['may be below them by the tolerance', 551_000, [known(1, 580_000)], []],
    ['is not below them by more', 550_999, [known(1, 580_000)], ['COUNTED_CONTENT_DIFFERS block']],
    ['is the mean of the batches by mass', 545_000, [known(30_000, 580_000), known(10_000, 440_000)], []],
    ['of unknown batches needs a review', 50_000, [unknown(2_000, 0, 100_000)], ['COUNTED_CONTENT_UNKNOWN flag']],
    ['of few unknown batches is noted', 50_000, [unknown(1_000, 0, 100_000)], ['COUNTED_CONTENT_UNKNOWN note']],
    [
      'of unknown batches is plausible, or blocks',
      430_000,
      [unknown(2_000, 0, 100_000)],
      ['COUNTED_CONTENT_UNKNOWN flag', 'COUNTED_CONTENT_IMPLAUSIBLE block'],
    ],
    ['beyond the batches is not asked for an assay', 50_000, [{ ...unknown(9, 0, 100_000), needsNone: true }], []],
    [
      'beyond the batches is plausible too',
      430_000,
      [{ ...unknown(9, 0, 100_000), needsNone: true }],
      ['COUNTED_CONTENT_IMPLAUSIBLE block'],
    ],
    ['of nothing in the books is no matter of contents', 430_000, [], []],
  ])('%s', (_, leadPpm, booked, expected) => {
    expect(judged(leadPpm, ...booked)).toEqual(expected);
  });

  it('never blocks what the batches can have, and always what is a tenth beyond it', () => {
    const batch = fc.record({
      massGrams: fc.integer({ min: 1, max: 10 ** 9 }),
      ppm: fc.integer({ min: 200_000, max: 800_000 }),
    });
    fc.assert(
      fc.property(fc.array(batch, { minLength: 1, maxLength: 9 }), (batches) => {
        const booked = batches.map(({ massGrams, ppm }) => known(massGrams, ppm));
        const mass = batches.reduce((sum, { massGrams }) => sum + massGrams, 0);
        const mean = batches.reduce((sum, { massGrams, ppm }) => sum + (massGrams / mass) * ppm, 0);
        expect(judged(Math.round(mean), ...booked)).toEqual([]);
        expect(judged(Math.round(1.1 * mean), ...booked)).toHaveLength(1);
        expect(judged(Math.round(0.9 * mean), ...booked)).toHaveLength(1);
      }),
    );
  });
});
