/** Lock-out: after too many wrong passwords or device codes in a row, no more are checked for a while. */
import { createHash } from 'node:crypto';

/** Lock-out time, and the quiet time after which failed attempts are forgotten, in milliseconds. */
export const LOCK_OUT_MS = 15 * 60_000;

/**
 * Counter of failed attempts, with the maximum in a row. `at-once`: all are forgotten after the quiet time. `steadily`:
 * they are forgotten one by one, `max` of them in the quiet time.
 */
export type Counter = { readonly key: string; readonly max: number; readonly forgets: 'at-once' | 'steadily' };

/** Counts wrong passwords of one account, so that a password cannot be guessed. */
export const byLogin = (login: string): Counter => ({ key: `login:${hashed(login)}`, max: 5, forgets: 'at-once' });

/**
 * Counts failed attempts from one address, so that one password cannot be tried on many accounts. An office with many
 * people may share the address and never be quiet, so its failures are forgotten steadily.
 */
export const byAddress = (address: string): Counter => ({
  ...{ key: `address:${hashed(address)}`, max: 30, forgets: 'steadily' },
});

/** Returns the time in which one failed attempt is forgotten, in milliseconds. */
export const stepMs = ({ max }: Pick<Counter, 'max'>): number => LOCK_OUT_MS / max;

/** Hashes the text typed as login name, because people type their password there by mistake. */
function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/**
 * Returns how long a locked counter waits for its next attempt.
 * @param lastAt instant up to which failed attempts have been forgotten
 * @returns whole seconds, at least 1
 */
export function waitSeconds(counter: Counter, lastAt: Date, now: Date): number {
  const passedMs = now.getTime() - lastAt.getTime();
  const step = stepMs(counter);
  const waitMs = counter.forgets === 'at-once' ? LOCK_OUT_MS - passedMs : step - (passedMs % step);
  return Math.max(1, Math.ceil(waitMs / 1_000));
}
