/**
 * Codes of hazardous waste in the national list: eight digits in three groups, `900-052-31`, of which 3 name the
 * industry (GB/T 4754), 3 are a serial and 2 name the category HW. Which codes exist, and when, is data.
 */

export const WASTE_CODE = /^\d{3}-\d{3}-\d{2}$/;

/** The category of a code, such as `HW31`. @throws RangeError when the text is no code */
export function wasteCategory(code: string): string {
  if (!WASTE_CODE.test(code)) throw new RangeError(`not a waste code: ${code}`);
  return `HW${code.slice(8)}`;
}

/** Eight digits without hyphens, as labels carry them. @throws RangeError when the text is no code */
export function wasteDigits(code: string): string {
  if (!WASTE_CODE.test(code)) throw new RangeError(`not a waste code: ${code}`);
  return code.replaceAll('-', '');
}

/** The code of eight digits without hyphens. @throws RangeError when the text is no such digits */
export function wasteCodeOf(digits: string): string {
  if (!/^\d{8}$/.test(digits)) throw new RangeError(`not eight digits: ${digits}`);
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}
