/** Free text: its spelling, and the telephone and identity numbers of people in it, found by their form. */
import { withoutUnseen } from './identifiers/spelling.ts';

/** Blanks of all widths within a line. */
const BLANKS = /(?:[^\S\n\r\u2028\u2029]|\u2800)+/g;

/**
 * Words on one line, such as a name or an address: without invisible marks, without blanks and line ends around
 * them, with single blanks inside. Full-width signs stay, because names in licences have them. Line ends inside stay too,
 * for `isOneLine` to refuse: a name over two lines may be two names.
 */
export function lineOf(written: string): string {
  if (/^[!-~](?:[ -~]*[!-~])?$/.test(written) && !written.includes('  ')) return written;
  return withoutUnseen(written).normalize('NFC').replaceAll('\u0085', '\n').replace(BLANKS, ' ').trim();
}

/** Words on several lines, such as remarks: as `lineOf`, with line ends of one kind and without blanks before them. */
export function linesOf(written: string): string {
  return lineOf(written.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')).replace(/ *\n/g, '\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** False for text with control characters, or with half of a character. */
export const isPrintable = (text: string): boolean => text.isWellFormed() && !CONTROL.test(text);

/** False for text with a line end. */
export const isOneLine = (text: string): boolean => !/[\p{Cc}\u2028\u2029]/u.test(text);

/** Mobile number, also grouped, with or without the country code. The end of a UUID does not match. */
const MOBILE = /(?<![\da-z]|[\da-f]{4}-)(?:(?:\+|00)?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\da-z])/gi;
/** Landline number with its area code. Eight digits without an area code do not match. */
const LANDLINE = /(?<![\da-z]|[\da-f]{4}-)(?:\(0\d{2,3}\)|0\d{2,3})[- ]?\d{7,8}(?![\da-z])/gi;
/** An identity card (GB 11643): division, day of birth, serial, check character. */
const IDENTITY = /(?<![\da-z])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?![\da-z])/gi;

/** Masks telephone and identity numbers in a text: their first three and last two to four characters remain. */
export function maskWithin(text: string): string {
  const plain = /\d{3}|[０-９]/.test(text) ? text.replaceAll(/[０-９]/g, narrow) : text;
  const masked = plain
    .replaceAll(IDENTITY, (number) => `${number.slice(0, 3)}****${number.slice(-2)}`)
    .replaceAll(MOBILE, maskPhone)
    .replaceAll(LANDLINE, maskPhone);
  return masked === plain ? text : masked;
}

/**
 * Masks a telephone number: start and end remain, such as 138****1234. A short number shows its end only, or is hidden.
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return digits.length >= 8 ? `****${digits.slice(-2)}` : '****';
}

/** Chinese keyboards also write full-width digits. */
const narrow = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0);
