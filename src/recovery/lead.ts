/** Mass of lead, exact: whole picograms, because 1 g at 1 ppm of dry mass at 1 ppm of dryness is one of them. */
import { decimalOf, divideHalfEven } from './fraction.ts';

/** Whole picograms (10⁻¹² g). */
export type LeadPicograms = bigint;

const PER_GRAM = 1_000_000_000_000n;

/** Lead in a mass. @param ppm of the mass, or of its dry part when `moisturePpm` is more than 0 */
export function leadIn(massGrams: number, ppm: number, moisturePpm: number): LeadPicograms {
  return BigInt(massGrams) * BigInt(ppm) * BigInt(1_000_000 - moisturePpm);
}

/** Whole grams, rounded half to even. */
export function toWholeGrams(lead: LeadPicograms): bigint {
  return divideHalfEven(lead, PER_GRAM);
}

/** Exact grams as a decimal, without trailing zeros, such as `58580000000` or `0.58`. */
export function toExactGrams(lead: LeadPicograms): string {
  return decimalOf({ numerator: lead, denominator: PER_GRAM }, 12).replace(/\.?0+$/, '');
}
