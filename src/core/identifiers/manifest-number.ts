/**
 * The national number of a transfer manifest (Measures on hazardous-waste transfer, Order 23, Art 15). Its 14 digits
 * are the year (4), the consignor's province (2), its city (2) and the serial in that city (6).
 *
 * The national system issues the numbers; this service only reads them. The Measures do not mention municipalities or
 * counties directly under a province, so the city part is not checked against a list.
 */

export const MANIFEST_NUMBER = /^\d{14}$/;

/** Parts of a number. */
type ManifestNumber = {
  readonly year: number;
  /** Four digits, province and city, such as `4504`. */
  readonly city: string;
  /** 1 to 999 999 within the city and year. */
  readonly serial: number;
};

/**
 * Composes a number from its parts.
 * @throws RangeError when a part does not fit its digits; a city has 999 999 numbers a year
 */
export function formatManifestNumber({ year, city, serial }: ManifestNumber): string {
  const fits =
    Number.isInteger(year) &&
    year >= 1000 &&
    year <= 9999 &&
    /^\d{4}$/.test(city) &&
    Number.isInteger(serial) &&
    serial >= 1 &&
    serial <= 999_999;
  if (!fits) throw new RangeError(`not the parts of a manifest number: ${year} ${city} ${serial}`);
  return `${year}${city}${String(serial).padStart(6, '0')}`;
}
