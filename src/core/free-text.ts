/** Numbers of persons in free text, found by their form. */

/** A mobile number, also grouped, with or without the code of the country; not the end of a UUID. */
const MOBILE = /(?<![\da-z]|[\da-f]{4}-)(?:(?:\+|00)?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\da-z])/gi;
/** A landline with its area code; without one it is no more than a number of eight digits. */
const LANDLINE = /(?<![\da-z]|[\da-f]{4}-)(?:\(0\d{2,3}\)|0\d{2,3})[- ]?\d{7,8}(?![\da-z])/gi;
/** An identity card (GB 11643): division, day of birth, serial, check character. */
const IDENTITY = /(?<![\da-z])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?![\da-z])/gi;

/** The text with telephone and identity numbers masked: their first three and last two to four characters remain. */
export function maskWithin(text: string): string {
  const plain = /\d{3}|[０-９]/.test(text) ? text.replaceAll(/[０-９]/g, narrow) : text;
  const masked = plain
    .replaceAll(IDENTITY, (number) => `${number.slice(0, 3)}****${number.slice(-2)}`)
    .replaceAll(MOBILE, maskPhone)
    .replaceAll(LANDLINE, maskPhone);
  return masked === plain ? text : masked;
}

/** Start and end of a telephone number, such as 138****1234; of a short one the end alone, or nothing. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return digits.length >= 8 ? `****${digits.slice(-2)}` : '****';
}

/** Chinese keyboards also write digits as wide as characters. */
const narrow = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0);
