/**
 * Mass of lead in whole picograms. They are exact: 1 g with a lead content of 1 ppm in a dry share of 1 ppm is 1 pg.
 */
import { decimalOf, divideHalfEven } from './fraction.ts';

/** Whole picograms (10⁻¹² g). */
export type LeadPicograms = bigint;

const PER_GRAM = 1_000_000_000_000n;

/** Returns the lead in a mass. @param ppm lead content of the mass, or of its dry part when `moisturePpm` is above 0 */
export function leadIn(massGrams: number, ppm: number, moisturePpm: number): LeadPicograms {
  return BigInt(massGrams) * BigInt(ppm) * BigInt(1_000_000 - moisturePpm);
}

/** Returns whole grams, rounded half to even. */
export function toWholeGrams(lead: LeadPicograms): bigint {
  return divideHalfEven(lead, PER_GRAM);
}

/** Returns exact grams as a decimal without trailing zeros, such as `58580000000` or `0.58`. */
export function toExactGrams(lead: LeadPicograms): string {
  return decimalOf({ numerator: lead, denominator: PER_GRAM }, 12).replace(/\.?0+$/, '');
}

/** Returns the lead of an exact decimal in grams, as `toExactGrams` writes it. */
export function fromExactGrams(text: string): LeadPicograms {
  const [whole = '0', places = ''] = text.replace('-', '').split('.');
  const lead = BigInt(whole) * PER_GRAM + BigInt(places.padEnd(12, '0'));
  return text.startsWith('-') ? -lead : lead;
}

/** Below it, a mass and a sum of masses add up exactly as numbers. */
const SAFE_GRAMS = 2 ** 52;

/** Adds up masses exactly. @param grams whole grams of a record, each below 2⁵² */
export function sumOfGrams<Item>(items: readonly Item[], grams: (item: Item) => number): bigint {
  let [whole, part] = [0n, 0];
  for (const item of items) {
    part += grams(item);
    if (Math.abs(part) < SAFE_GRAMS) continue;
    whole += BigInt(part);
    part = 0;
  }
  return whole + BigInt(part);
}
