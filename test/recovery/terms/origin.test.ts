import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppliedContent, type LeadRecord, leadOf, NO_CONTENT } from '../../../src/recovery/lead-records.ts';
import { apportioned, dividedRecord, isKnown, joinedParts, onlyContent } from '../../../src/recovery/terms/origin.ts';

const measured = (ppm: number, assayId = `a${ppm}`): AppliedContent => ({
  ...{ ppm, moisturePpm: 0, basis: 'batch', assayId },
});
const share = (numerator: number, denominator: number) => ({
  ...{ numerator: BigInt(numerator), denominator: BigInt(denominator) },
});
const RECORD: LeadRecord = {
  ...{ id: 'movement:1', term: 'forwarded', kind: 'dispatch', subject: 'manifest:m', batchId: 'b' },
  ...{ material: '900-052-31', massGrams: 100, sign: 1, occurredAt: new Date(0), ...NO_CONTENT },
};

describe('a mass of several contents', () => {
  const masses = fc.array(fc.nat(10 ** 9), { minLength: 1, maxLength: 9 }).filter((all) => all.some((one) => one > 0));

  it('is divided in whole grams that add up to it, each within a gram of its share', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 12), masses, (massGrams, parts) => {
        const total = parts.reduce((sum, one) => sum + one, 0);
        const grams = apportioned(
          massGrams,
          parts.map((one) => share(one, total)),
        );
        expect(grams.reduce((sum, one) => sum + one, 0)).toBe(massGrams);
        for (const [at, one] of parts.entries()) {
          const apart = BigInt(grams[at] ?? 0) * BigInt(total) - BigInt(massGrams) * BigInt(one);
          expect(apart < BigInt(total) && apart > -BigInt(total)).toBe(true);
        }
      }),
    );
  });

  it('has the lead of all parts, one record for each assay', () => {
    const parts = [
      { share: share(3, 4), content: measured(600_000) },
      { share: share(1, 4), content: measured(500_000) },
    ];
    const records = dividedRecord(RECORD, parts);
    expect(records.map(({ id, massGrams, assayId }) => [id, massGrams, assayId])).toEqual([
      ['movement:1/part-1', 75, 'a600000'],
      ['movement:1/part-2', 25, 'a500000'],
    ]);
    expect(records.reduce((sum, one) => sum + leadOf(one), 0n)).toBe(57_500_000n * 10n ** 6n);
    expect(dividedRecord(RECORD, onlyContent(measured(5)))).toEqual([{ ...RECORD, ...measured(5) }]);
    expect(dividedRecord({ ...RECORD, massGrams: 1 }, parts).map(({ massGrams }) => massGrams)).toEqual([1]);
  });

  it('joins what has one assay, and drops what has no share', () => {
    const parts = [
      { share: share(1, 4), content: measured(6) },
      { share: share(1, 2), content: measured(5) },
      { share: share(1, 4), content: measured(6) },
      { share: share(0, 1), content: NO_CONTENT },
    ];
    const joined = joinedParts(parts);
    expect(joined.map(({ content }) => content.ppm)).toEqual([6, 5]);
    expect(
      apportioned(
        8,
        joined.map((one) => one.share),
      ),
    ).toEqual([4, 4]);
    expect([isKnown(joined), isKnown(parts), isKnown([])]).toEqual([true, false, false]);
  });
});
