/**
 * Codes of administrative divisions (GB/T 2260): six digits, two each for province, city and county.
 *
 * A prefix names the larger division: `450403` is a county of city `4504` of province `45`; written with six digits a
 * province ends in `0000` and a city in `00`. Which codes exist, and when, is data and not said here.
 */

/** Six digits; 71, 81 and 82 are the last provinces, so a leading 0 or 9 is none. */
export const DIVISION_CODE = /^[1-8]\d{5}$/;

/** The same in two, four or six digits. */
export const DIVISION_PREFIX = /^[1-8]\d(\d\d){0,2}$/;

export type DivisionLevel = 'province' | 'city' | 'county';

/** The province of a code of two, four or six digits, as two digits such as `45`. */
export function provinceOf(code: string): string {
  return prefix(code, 2);
}

/**
 * The city of a code of four or six digits, as four digits such as `4504`.
 * @throws RangeError when the code names a whole province
 */
export function cityOf(code: string): string {
  const city = prefix(code, 4);
  if (city.endsWith('00')) throw new RangeError(`names no city: ${code}`);
  return city;
}

/** How much a code of six digits names. */
export function levelOf(code: string): DivisionLevel {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/** A code of two, four or six digits written with six, as tables hold it: `45` is `450000`. */
export function fullDivisionCode(code: string): string {
  return prefix(code, 2) && code.padEnd(6, '0');
}

/**
 * Whether a code of four or six digits names a place, by the codes of six digits that are known. Of most provinces
 * counties are not known and stand for their city; of some not even cities, and there any is taken.
 */
export function isPlace(known: ReadonlySet<string>, code: string): boolean {
  const [full, city, province] = [code, prefix(code, 4), prefix(code, 2)].map(fullDivisionCode);
  if (full === undefined || city === undefined || province === undefined || !known.has(province)) return false;
  if (known.has(full) || known.has(city)) return true;
  return !known.values().some((other) => other !== province && other.startsWith(province.slice(0, 2)));
}

function prefix(code: string, length: number): string {
  if (!DIVISION_PREFIX.test(code) || code.length < length) throw new RangeError(`not a division: ${code}`);
  return code.slice(0, length);
}
