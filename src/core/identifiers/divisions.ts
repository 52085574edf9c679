/**
 * Codes of administrative divisions (GB/T 2260): six digits, two each for province, city and county.
 *
 * A prefix names the larger division: `450403` is a county of city `4504` of province `45`. Written with six digits, a
 * province ends in `0000` and a city in `00`. The list of existing codes is data; see codes/.
 */

/** Two, four or six digits. No province code is above 82, and none begins with 0, so a leading 0 or 9 is invalid. */
export const DIVISION_PREFIX = /^[1-8]\d(\d\d){0,2}$/;

/** Returns the province of a code of two, four or six digits, as two digits such as `45`. */
export function provinceOf(code: string): string {
  return prefix(code, 2);
}

/** Returns a code of two, four or six digits in the six-digit form of code tables: `45` becomes `450000`. */
export function fullDivisionCode(code: string): string {
  return prefix(code, 2) && code.padEnd(6, '0');
}

/**
 * Divisions of the size of a province that GB/T 2260 does not have: 66 is the Xinjiang Production and Construction Corps
 * (新疆生产建设兵团) in the codes of statistics and finance. No list can verify their codes, so any of them counts.
 */
const OUTSIDE_LIST: ReadonlySet<string> = new Set(['66']);

/**
 * Returns true when a code of four or six digits names a place, by the known codes of six digits. For most provinces
 * counties are not loaded and count as their city. For some not even cities are loaded, and there any code counts.
 */
export function isPlace(known: ReadonlySet<string>, code: string): boolean {
  if (OUTSIDE_LIST.has(prefix(code, 2))) return true;
  const [full, city, province] = [code, prefix(code, 4), prefix(code, 2)].map(fullDivisionCode);
  if (full === undefined || city === undefined || province === undefined || !known.has(province)) return false;
  if (known.has(full) || known.has(city)) return true;
  return !known.values().some((other) => other !== province && other.startsWith(province.slice(0, 2)));
}

function prefix(code: string, length: number): string {
  if (!DIVISION_PREFIX.test(code) || code.length < length) throw new RangeError(`not a division: ${code}`);
  return code.slice(0, length);
}
