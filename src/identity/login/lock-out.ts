/** Wrong passwords and device codes in a row: how many are looked at before it is enough for a while. */
import { createHash } from 'node:crypto';

/** So long an account is locked, and so long without another attempt until those before are forgotten. */
export const LOCK_MS = 15 * 60_000;

/**
 * Who is counted, and how many attempts in a row are looked at. They are forgotten all at once after a pause, or steadily:
 * so many in the time of a lock.
 */
export type Counted = { readonly key: string; readonly max: number; readonly forgotten: 'at-once' | 'steadily' };

/** Of one account: guessing a password needs more than this. */
export const byLogin = (login: string): Counted => ({ key: `login:${hashed(login)}`, max: 5, forgotten: 'at-once' });

/**
 * Of one address: trying one password on many accounts needs more than this. A whole office may sit behind it and somebody
 * there mistypes all day long, so that there is never a pause.
 */
export const byAddress = (address: string): Counted => ({
  ...{ key: `address:${hashed(address)}`, max: 30, forgotten: 'steadily' },
});

/** How long it takes to forget one attempt, in milliseconds. */
export const stepMs = ({ max }: Pick<Counted, 'max'>): number => LOCK_MS / max;

/** What was typed into the field of the login name may be a password: it is not kept as it is. */
function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Whole seconds until an attempt is looked at again, when too many have been, the last forgetting at an instant. */
export function waitSeconds(counted: Counted, lastAt: Date, now: Date): number {
  const passedMs = now.getTime() - lastAt.getTime();
  const step = stepMs(counted);
  const waitMs = counted.forgotten === 'at-once' ? LOCK_MS - passedMs : step - (passedMs % step);
  return Math.max(1, Math.ceil(waitMs / 1_000));
}
