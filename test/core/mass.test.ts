import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sumGrams, toGrams } from '../../src/core/mass.ts';

it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])('%d is no mass', (value) =>
  expect(() => toGrams(value)).toThrow(RangeError),
);

it('every whole number of grams is itself', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (value) => toGrams(value) === value));
});

it('a sum is exact in any order, and refused when it is not', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000_000_000), { maxLength: 100 }), (values) => {
      const exact = values.reduce((sum, value) => sum + BigInt(value), 0n);
      expect(BigInt(sumGrams(values.map(toGrams)))).toBe(exact);
      expect(sumGrams(values.toReversed().map(toGrams))).toBe(sumGrams(values.map(toGrams)));
    }),
  );
  expect(() => sumGrams([toGrams(Number.MAX_SAFE_INTEGER), toGrams(1)])).toThrow(RangeError);
});
