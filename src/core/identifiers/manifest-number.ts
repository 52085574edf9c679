/**
 * The national number of a transfer manifest (Measures on hazardous-waste transfer, Order 23, Art 15). Its 14 digits
 * are the year (4), the consignor's province (2), its city (2) and the serial in that city (6).
 *
 * The national system issues the numbers; this service only reads them. The Measures do not mention municipalities or
 * counties directly under a province, so the city part is not checked against a list.
 */

export const MANIFEST_NUMBER = /^\d{14}$/;

/** Parts of a number. */
export type ManifestNumber = {
  readonly year: number;
  /** Two digits such as `45`. */
  readonly province: string;
  /** Four digits, province and city, such as `4504`. */
  readonly city: string;
  /** 1 to 999 999 within the city and year. */
  readonly serial: number;
};

/** Returns the parts of a number; undefined when the text is invalid. */
export function parseManifestNumber(text: string): ManifestNumber | undefined {
  if (!MANIFEST_NUMBER.test(text)) return undefined;
  return {
    year: Number(text.slice(0, 4)),
    province: text.slice(4, 6),
    city: text.slice(4, 8),
    serial: Number(text.slice(8)),
  };
}

/**
 * Composes a number from its parts.
 * @throws RangeError when a part does not fit its digits; a city has 999 999 numbers a year
 */
export function formatManifestNumber({ year, city, serial }: Omit<ManifestNumber, 'province'>): string {
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
