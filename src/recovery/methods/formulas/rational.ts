/** Arithmetic of exact fractions. Denominators are more than 0. */
import { type Fraction, fraction } from '../../fraction.ts';

export const NONE: Fraction = { numerator: 0n, denominator: 1n };
export const ONE: Fraction = { numerator: 1n, denominator: 1n };

export const whole = (value: bigint): Fraction => ({ numerator: value, denominator: 1n });

/** Returns a number of millionths. */
export const millionths = (ppm: number): Fraction => reduced(BigInt(ppm), 1_000_000n);

export const plus = (left: Fraction, right: Fraction): Fraction =>
  reduced(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );

export const minus = (left: Fraction, right: Fraction): Fraction =>
  plus(left, { numerator: -right.numerator, denominator: right.denominator });

export const times = (left: Fraction, right: Fraction): Fraction =>
  reduced(left.numerator * right.numerator, left.denominator * right.denominator);

/** Divides; null unless the divisor is above 0. */
export const over = (left: Fraction, right: Fraction): Fraction | null =>
  right.numerator <= 0n ? null : fraction(left.numerator * right.denominator, left.denominator * right.numerator);

/** Returns the nearest floating-point number, also of integers of any length. */
export function toNumber({ numerator, denominator }: Fraction): number {
  const sign = numerator < 0n ? -1 : 1;
  const [top, bottom] = [numerator < 0n ? -numerator : numerator, denominator];
  // Numbers hold no more than 1.8 * 10^308, so both are cut to the same order first.
  const excess = Math.max(top.toString(2).length, bottom.toString(2).length) - 1_000;
  const cut = excess > 0 ? BigInt(excess) : 0n;
  return (sign * Number(top >> cut)) / Number(bottom >> cut);
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  const value = fraction(numerator, denominator);
  if (value === null) throw new RangeError('the denominator of a fraction is above 0');
  return value;
}
