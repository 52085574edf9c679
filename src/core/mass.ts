/** Mass in whole grams. Calculations never use floats or tonnes; tonnes are for display only. */
declare const grams: unique symbol;

/** Whole grams, 0 to 9 007 199 254 740 991 (about nine thousand million tonnes). */
export type Grams = number & { readonly [grams]: true };

/** @throws RangeError when the value is negative, fractional or beyond the safe integers */
export function toGrams(value: number): Grams {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a mass in grams: ${value}`);
  return value as Grams;
}

export function sumGrams(masses: readonly Grams[]): Grams {
  return toGrams(masses.reduce((sum, mass) => sum + mass, 0));
}
