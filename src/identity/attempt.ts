/** Wrong passwords and device codes in a row: how many are looked at before it is enough for a while. */
import { createHash } from 'node:crypto';

/** So long nothing more is looked at, and so long without another one until those before are forgotten. */
export const LOCK_MS = 15 * 60_000;

/** Who is counted, and how many attempts in a row are looked at. */
export type Counted = { readonly key: string; readonly max: number };

/** Of one account: guessing a password needs more than this. */
export const byLogin = (login: string): Counted => ({ key: `login:${hashed(login)}`, max: 5 });

/** Of one address, behind which a whole office may sit: trying one password on many accounts needs more than this. */
export const byAddress = (address: string): Counted => ({ key: `address:${hashed(address)}`, max: 30 });

/** What was typed into the field of the login name may be a password: it is not kept as it is. */
function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Whole seconds until an attempt is looked at again. */
export function waitSeconds(lastAt: Date, now: Date): number {
  return Math.max(1, Math.ceil((lastAt.getTime() + LOCK_MS - now.getTime()) / 1_000));
}
