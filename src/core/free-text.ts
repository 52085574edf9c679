/** Finds telephone and identity numbers of people in free text, by their form. */

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
