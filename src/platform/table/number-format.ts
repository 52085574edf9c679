/** Number formats of spreadsheets: how a number is shown. */

/** `day`: shown as a date. `disguised`: what is shown is another number or text than what is stored. */
export type NumberFormat = 'plain' | 'day' | 'disguised';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Numbers of built-in formats (ECMA-376, 18.8.30), with those of Chinese spreadsheets. */
const DAYS = new Set([...range(14, 22), ...range(27, 36), ...range(45, 47), ...range(50, 58)]);
const PERCENT = new Set([9, 10]);

/** Classifies a built-in format. */
export function builtInFormat(number: number): NumberFormat {
  if (DAYS.has(number)) return 'day';
  return PERCENT.has(number) ? 'disguised' : 'plain';
}

/** Parts of a section that show fixed text: quoted, escaped, blanks and fillers. */
const LITERAL = /"[^"]*"|\\.|[_*]./g;
const BRACKETS = /\[[^\]]*\]/g;

/** Classifies the section of a format that shows a value: positive, negative and zero have their own. */
export function formatOf(code: string, value: number): NumberFormat {
  const sections = sectionsOf(code);
  const section = sections[sections.length > 1 && value < 0 ? 1 : sections.length > 2 && value === 0 ? 2 : 0] ?? '';
  if (/general/i.test(section) || section.trim() === '@') return 'plain';
  const elapsed = /\[(h+|m+|s+)\]/i.test(section);
  const shown = section.replace(LITERAL, '').replace(BRACKETS, '').replace(/E[+-]/gi, '');
  if (elapsed || /[ymdhs]/i.test(shown)) return 'day';
  const fixed = (section.match(LITERAL) ?? []).join('');
  // A comma after the last digit divides by a thousand.
  const scaled = /[0#?],+(?=\.|[^0#?,.]*$)/.test(shown);
  return /%/.test(shown) || scaled || /\d/.test(fixed) || !/[0#?]/.test(shown) ? 'disguised' : 'plain';
}

/** True when a format shows texts as they are: only a fourth section can show something else. */
export function showsText(code: string): boolean {
  const section = sectionsOf(code)[3];
  return section === undefined || section.replace(LITERAL, '').includes('@');
}

/** Semicolons separate sections, except those in quotes and escaped ones. */
function sectionsOf(code: string): string[] {
  const sections = [''];
  for (const token of code.match(/"[^"]*"|\\.|;|[^;"\\]+|["\\]/g) ?? []) {
    if (token === ';') sections.push('');
    else sections.push((sections.pop() ?? '') + token);
  }
  return sections;
}

const DAY_MS = 86_400_000;
/** Last day that spreadsheets show: 31 December 9999. */
const SERIAL_MAX = 2_958_465;

/**
 * Returns the day of a serial number, with its time if it is not midnight; undefined when no spreadsheet shows it. The
 * calendar of 1900 has a day 60 that never was.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 0) || serial > SERIAL_MAX) return undefined;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const text = new Date(Math.round((start + serial * DAY_MS) / 1_000) * 1_000).toISOString();
  return text.replace('.000Z', '').replace('T00:00:00', '').replace('T', ' ');
}
