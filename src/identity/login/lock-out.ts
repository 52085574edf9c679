/**
 * Lock-out: after too many wrong passwords or codes in a row, no more are checked for a while. A stranger who guesses locks
 * out the own address. Browsers and addresses from which the person has logged in before stay open (OWASP, device cookies).
 * Strangers with many addresses slow down other unknown addresses, for `LOCK_OUT_MS` at most.
 */
import { createHash, createHmac } from 'node:crypto';

/** Time in which the failed attempts of a steady counter are forgotten, in milliseconds. */
export const LOCK_OUT_MS = 15 * 60_000;
/** First and longest wait of a growing counter, in milliseconds; each further failed attempt doubles it. */
export const FIRST_WAIT_MS = 60_000;
export const LONGEST_WAIT_MS = 60 * 60_000;
/** Quiet time after which a growing counter begins again, in milliseconds. Older counters are deleted. */
export const QUIET_MS = 24 * 60 * 60_000;

/**
 * Counter of failed attempts, with the maximum in a row. `growing`: each attempt after them waits twice as long as the one
 * before. `steadily`: they are forgotten one by one, `max` of them in `LOCK_OUT_MS`.
 */
export type Counter = { readonly key: string; readonly max: number; readonly forgets: 'growing' | 'steadily' };

/** Place of an attempt: the network address, and the name of the device if the person has logged in with it before. */
export type Place = { readonly address: string; readonly device: string | undefined };

/** Time from the last login during which an address stays known, in milliseconds. */
export const KNOWN_MS = 180 * 86_400_000;
/** Maximum of known addresses of an account; the one that was used least recently is forgotten first. */
export const KNOWN_MAX = 16;

/**
 * Counts wrong passwords of one account from one place, so that a password cannot be guessed there. The counter also keeps
 * the mark of a known address, for half a year. So its key is made with a secret: addresses are few enough to try them all.
 */
export function byPlace(login: string, { address, device }: Place, secret: Buffer): Counter {
  const text = device === undefined ? `address ${address} ${login}` : `device ${device}`;
  const place = createHmac('sha256', secret).update(text).digest('base64url');
  return { key: `${byLogin(login).key}@${place}`, max: 5, forgets: 'growing' };
}

/**
 * Counts wrong passwords of one account from all places where it is unknown, so that many addresses guess slowly too. When
 * it is full, an unknown address waits for its turn (`turnOf`).
 */
export const byLogin = (login: string): Counter => ({ key: `login:${hashed(login)}`, max: 30, forgets: 'steadily' });

/** Maximum of attempts that an unknown address has in its turn, in a day. */
export const TRIES_IN_TURN = 3;

/** Turns of one account: one every three seconds, so that no address waits longer than `LOCK_OUT_MS`. */
export const turnsOf = (login: string): Counter => ({
  ...{ key: `${byLogin(login).key}@turns`, max: 300, forgets: 'steadily' },
});

/**
 * Returns the key of the turn that an unknown address has at an account. A provider gives its customers a whole network of
 * IPv6 (RFC 6177), so all addresses of the first 48 bits share a turn.
 */
export function turnOf(login: string, address: string): string {
  const network = address.includes('.') ? address : address.split(':').slice(0, 3).join(':');
  return `${byLogin(login).key}@turn:${hashed(network)}`;
}

/**
 * Counts failed attempts from one address, so that one password cannot be tried on many accounts. An office with many
 * people may share the address and never be quiet, so its failures are forgotten steadily.
 */
export const byAddress = (address: string): Counter => ({
  ...{ key: `address:${hashed(address)}`, max: 30, forgets: 'steadily' },
});

/**
 * Counts wrong codes of the second factor of a person, who has shown the password already. At a known device only its own
 * failures count, so that a stranger who learnt the password does not lock the person out there.
 */
export function byCode(personId: string, device: string | undefined): Counter {
  const account = `code:${hashed(personId)}`;
  return {
    key: device === undefined ? account : `${account}@${hashed(`device ${device}`)}`,
    max: 5,
    forgets: 'growing',
  };
}

/** Returns the time in which one failed attempt is forgotten, in milliseconds. */
export const stepMs = ({ max }: Pick<Counter, 'max'>): number => LOCK_OUT_MS / max;

/** Hashes the text typed as login name, because people type their password there by mistake. */
function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** State of a locked counter. `lastAt`: instant up to which failed attempts have been forgotten. */
export type Locked = { readonly failures: number; readonly lastAt: Date };

/**
 * Returns how long a locked counter waits for its next attempt.
 * @returns whole seconds, at least 1
 */
export function waitSeconds(counter: Counter, { failures, lastAt }: Locked, now: Date): number {
  const passedMs = now.getTime() - lastAt.getTime();
  const step = stepMs(counter);
  const waitMs =
    counter.forgets === 'growing'
      ? Math.min(FIRST_WAIT_MS * 2 ** (failures - counter.max), LONGEST_WAIT_MS) - passedMs
      : step - (passedMs % step);
  return Math.max(1, Math.ceil(waitMs / 1_000));
}
