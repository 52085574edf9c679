/** Writes numbers as a section of a number format shows them. */
import type { Part, Section } from './format-code.ts';

/** Digits that a spreadsheet keeps, and decimals that it shows at most. */
const DIGITS_KEPT = 15;
const DECIMALS_MAX = 30;

/** The number as a spreadsheet keeps it: with fifteen digits. */
export const kept = (value: number): number => Number(value.toPrecision(DIGITS_KEPT));

/** Returns what a section shows for a number of 0 or above; undefined for fractions and other numerals. */
export function writeNumber({ parts, scale, grouped, foreign }: Section, value: number): string | undefined {
  const at = (kind: Part['kind']) => parts.findIndex((part) => part.kind === kind);
  const hasPlaces = at('place') >= 0;
  if ((foreign && (hasPlaces || at('general') >= 0)) || (hasPlaces && at('slash') >= 0)) return undefined;
  if (!hasPlaces) return parts.map((part) => fixedText(part, String(kept(value)))).join('');
  const scaled = kept(value * scale);
  const exponent = at('exponent');
  return exponent < 0 ? writeFixed(parts, scaled, grouped) : writeScientific(parts, exponent, scaled);
}

function fixedText(part: Part, value: string): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'general':
    case 'value':
      return value;
    case 'point':
      return '.';
    case 'slash':
      return '/';
    default:
      return '';
  }
}

/** Fills the places before the point from the right, and those behind it from the left. */
function writeFixed(parts: readonly Part[], value: number, grouped: boolean): string {
  const point = parts.findIndex(({ kind }) => kind === 'point');
  const [before, behind] = point < 0 ? [parts, []] : [parts.slice(0, point), parts.slice(point)];
  const decimals = behind.filter(({ kind }) => kind === 'place').length;
  const [whole = '', fraction = ''] = digitsOf(value, decimals);
  return (
    writeWhole(before, whole === '0' ? '' : whole, grouped) + writeFraction(behind, fraction.padEnd(decimals, '0'))
  );
}

function digitsOf(value: number, decimals: number): string[] {
  // Beyond this, toFixed writes powers of ten.
  return value >= 1e21 ? [BigInt(value).toString()] : value.toFixed(Math.min(decimals, DECIMALS_MAX)).split('.');
}

const MISSING: Readonly<Record<'0' | '#' | '?', string>> = { '0': '0', '#': '', '?': ' ' };

function writeWhole(parts: readonly Part[], digits: string, grouped: boolean): string {
  const first = parts.findIndex(({ kind }) => kind === 'place');
  let written = '';
  let [left, count] = [digits.length, 0];
  const put = (digit: string) => {
    if (grouped && digit !== '' && count > 0 && count % 3 === 0) written = `,${written}`;
    written = digit + written;
    if (digit !== '') count += 1;
  };
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] as Part;
    if (part.kind !== 'place') {
      written = fixedText(part, '') + written;
      continue;
    }
    if (left > 0) {
      left -= 1;
      put(digits[left] ?? '');
    } else put(MISSING[part.mark]);
    // The first place has all digits that are left.
    while (at === first && left > 0) {
      left -= 1;
      put(digits[left] ?? '');
    }
  }
  return written;
}

function writeFraction(parts: readonly Part[], digits: string): string {
  const end = digits.replace(/0+$/, '').length;
  let place = 0;
  return parts
    .map((part) => {
      if (part.kind !== 'place') return fixedText(part, '');
      place += 1;
      return place <= end ? digits[place - 1] : MISSING[part.mark];
    })
    .join('');
}

function writeScientific(parts: readonly Part[], exponentAt: number, value: number): string {
  const mantissa = parts.slice(0, exponentAt);
  const point = mantissa.findIndex(({ kind }) => kind === 'point');
  const placesOf = (some: readonly Part[]) => some.filter(({ kind }) => kind === 'place').length;
  const whole = Math.max(1, placesOf(point < 0 ? mantissa : mantissa.slice(0, point)));
  const decimals = Math.min(DECIMALS_MAX, point < 0 ? 0 : placesOf(mantissa.slice(point)));
  const [digits = '0', power = '0'] = value.toExponential().split('e');
  let exponent = value === 0 ? 0 : Math.floor(Number(power) / whole) * whole;
  let scaled = Number(`${digits}e${Number(power) - exponent}`);
  if (Number(scaled.toFixed(decimals)) >= 10 ** whole) {
    exponent += whole;
    scaled /= 10 ** whole;
  }
  const { plus } = parts[exponentAt] as Extract<Part, { kind: 'exponent' }>;
  const sign = exponent < 0 ? '-' : plus ? '+' : '';
  const shown = writeWhole(parts.slice(exponentAt + 1), String(Math.abs(exponent)), false);
  return `${writeFixed(mantissa, scaled, false)}E${sign}${shown}`;
}
