/** Rules for passwords: which ones are strong enough, and how initial passwords look. */
import { randomInt } from 'node:crypto';
import { personProblem } from '../people/problems.ts';
import { type Guessing, guessReason } from './guess.ts';

/** Minimum and maximum length, in UTF-16 units. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
/** Minimum number of different characters, so that `aaaaaaaaaa` is too weak. */
export const DIFFERENT_MIN = 5;

/** Lifetime of an initial password, in milliseconds: an unused one on paper must not stay valid. */
export const INITIAL_MS = 7 * 86_400_000;

/** Characters of initial passwords. Left out are characters that are easily confused: 0 and o, 1, i and l. */
const INITIAL_ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** Makes an initial password: 16 characters, 79 bits, in groups that are easy to read aloud. */
export function newInitialPassword(): string {
  const character = () => INITIAL_ALPHABET[randomInt(INITIAL_ALPHABET.length)];
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, character).join('')).join('-');
}

/**
 * Refuses a password that is too short, too long, too uniform or easy to guess. It is judged in the form that is hashed
 * (NFKC).
 * @throws Problem `password-weak`, `password-guessable`
 */
export function refuseWeak(typed: string, guessing: Guessing): void {
  const password = typed.normalize('NFKC');
  const { length } = password;
  const isLong = length >= PASSWORD_MIN && length <= PASSWORD_MAX;
  const isVaried = new Set(password).size >= DIFFERENT_MIN;
  if (!isLong || !isVaried) {
    throw personProblem('password-weak', { min: PASSWORD_MIN, max: PASSWORD_MAX, different: DIFFERENT_MIN });
  }
  const reason = guessReason(password, guessing);
  if (reason !== undefined) throw personProblem('password-guessable', { reason });
}
