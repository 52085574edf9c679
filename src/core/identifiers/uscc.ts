/**
 * The unified social credit code of an organisation (GB 32100-2015), 18 characters: registering department (1),
 * category (1), division (6), organisation with its own check character (9, GB 11714), check character (1).
 */
import type { Fault } from './fault.ts';

/** The 31 characters of GB 32100: digits and capitals without I, O, S, V, Z. The position is the value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 11714 counts all capitals, A = 10 to Z = 35. */
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The form alone, before any check character. */
const USCC = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

export type UsccFaultCode = 'uscc-form' | 'uscc-check-character' | 'uscc-body-check-character';

/**
 * Returns every fault of a code; an empty list when it is valid.
 *
 * A wrong outer check character (GB 32100) is an error. A wrong inner one (GB 11714) is a warning: codes with it were
 * issued.
 */
export function checkUscc(code: string): Fault<UsccFaultCode>[] {
  if (!USCC.test(code)) return [{ code: 'uscc-form', severity: 'error' }];
  const faults: Fault<UsccFaultCode>[] = [];
  if (usccCheckCharacter(code.slice(0, 17)) !== code[17]) {
    faults.push({ code: 'uscc-check-character', severity: 'error' });
  }
  if (organisationCheckCharacter(code.slice(8, 16)) !== code[16]) {
    faults.push({ code: 'uscc-body-check-character', severity: 'warning' });
  }
  return faults;
}

/**
 * Returns the 18th character for the first 17 (GB 32100-2015).
 * @throws RangeError when they are not 17 characters of the standard's alphabet
 */
export function usccCheckCharacter(first17: string): string {
  const sum = weighedSum(first17, WEIGHTS, (character) => ALPHABET.indexOf(character));
  // The outer remainder matters: a sum divisible by 31 has the check character 0.
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/**
 * Returns the check character of the organisation's own number (GB 11714), the ninth of that number.
 * @throws RangeError when the number is not 8 digits or capitals
 */
export function organisationCheckCharacter(first8: string): string {
  const sum = weighedSum(first8, BODY_WEIGHTS, (character) =>
    /[0-9A-Z]/.test(character) ? parseInt(character, 36) : -1,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/**
 * Composes a code from its parts, with both check characters.
 *
 * Organisation numbers were issued from high values, never this low, so a small serial names no real organisation.
 * @param registration department and category, two characters such as `91` (enterprise)
 * @param division GB/T 2260, six digits
 * @param serial 1 to 99 999 999, the eight digits of the organisation
 */
export function composeUscc(registration: string, division: string, serial: number): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > 99_999_999) throw new RangeError(`not a serial: ${serial}`);
  if (registration.length !== 2) throw new RangeError(`not a registration: ${registration}`);
  const body = String(serial).padStart(8, '0');
  const first17 = `${registration}${division}${body}${organisationCheckCharacter(body)}`;
  const code = `${first17}${usccCheckCharacter(first17)}`;
  if (!USCC.test(code)) throw new RangeError(`not a registration and division: ${registration} ${division}`);
  return code;
}

function weighedSum(text: string, weights: readonly number[], value: (character: string) => number): number {
  if (text.length !== weights.length) throw new RangeError(`needs ${weights.length} characters: ${text}`);
  return weights.reduce((sum, weight, position) => {
    const worth = value(text.charAt(position));
    if (worth < 0) throw new RangeError(`not a character of this code: ${text.charAt(position)}`);
    return sum + worth * weight;
  }, 0);
}
