/** Exact fractions and their display. Rounding is GB/T 8170 (half to even); comparisons use exact values. */

/** A share of one; the denominator is more than 0. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** Returns the fraction in lowest terms; null unless the denominator is positive. */
export function fraction(numerator: bigint, denominator: bigint): Fraction | null {
  if (denominator <= 0n) return null;
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Returns a number below, equal to or above 0 when the left fraction is less than, equal to or more than the right. */
export function compare(left: Fraction, right: Fraction): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Returns a number of basis points as a fraction. */
export const basisPoints = (points: number): Fraction => ({ numerator: BigInt(points), denominator: 10_000n });

/** Returns a number such as a computed uncertainty as a fraction, to 0.000000001. */
export const ofNumber = (share: number): Fraction => ({
  numerator: BigInt(Math.round(share * 1e9)),
  denominator: 1_000_000_000n,
});

/** Rounds half to even (GB/T 8170). The denominator is more than 0. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n;
  const absolute = negative ? -numerator : numerator;
  const quotient = absolute / denominator;
  const twice = 2n * (absolute % denominator);
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** Returns the fraction as a decimal with a number of places, such as `0.98623`. */
export function decimalOf({ numerator, denominator }: Fraction, places: number): string {
  const scaled = divideHalfEven(numerator * 10n ** BigInt(places), denominator);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  if (places === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Returns the fraction in per cent, to 0.01 percentage points, such as `98.62`. */
export function percentOf({ numerator, denominator }: Fraction): string {
  return decimalOf({ numerator: numerator * 100n, denominator }, 2);
}

function greatestDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}
