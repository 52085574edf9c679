/** Passwords of people: which are good enough, and how they are kept (Argon2id, RFC 9106, as a PHC string). */
import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { personProblem } from './problems.ts';

/** Cost of a new hash: 19 MiB, two passes, one lane (OWASP). A kept hash says by itself what it was made with. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const VERSION = 19;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
/** Characters that a password must be made of at least, so that `aaaaaaaaaa` is none. */
export const DIFFERENT_MIN = 5;

/** A password that somebody else made holds so long, in milliseconds: an unused one is not kept in a drawer. */
export const INITIAL_MS = 7 * 86_400_000;

/** Without those that are taken for one another when they are read out. */
const INITIAL_ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

/** Hashes a password. Takes some 30 ms of a processor, outside the event loop. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST);
  const { memory, passes, parallelism } = COST;
  const cost = `m=${memory},t=${passes},p=${parallelism}`;
  return ['', 'argon2id', `v=${VERSION}`, cost, encode(salt), encode(hash)].join('$');
}

const KEPT = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/**
 * Whether a password is the one kept. Without a kept one (no such account) it answers false after the same work, so
 * that the time tells nothing.
 */
export async function matchesPassword(kept: string | null, given: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = KEPT.exec(kept ?? '') ?? [];
  if (salt === undefined || hash === undefined) {
    await derive(given, Buffer.alloc(SALT_BYTES), COST);
    return false;
  }
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const expected = Buffer.from(hash, 'base64');
  return timingSafeEqual(await derive(given, Buffer.from(salt, 'base64'), cost), expected);
}

/** A password to be told once: 16 characters, 79 bits, in groups that can be read out. */
export function newInitialPassword(): string {
  const character = () => INITIAL_ALPHABET[randomInt(INITIAL_ALPHABET.length)];
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, character).join('')).join('-');
}

/** @throws Problem `password-weak` */
export function refuseWeak(password: string, login: string): void {
  const { length } = password;
  const isLong = length >= PASSWORD_MIN && length <= PASSWORD_MAX;
  const isVaried = new Set(password).size >= DIFFERENT_MIN;
  if (isLong && isVaried && !password.toLowerCase().includes(login)) return;
  throw personProblem('password-weak', { min: PASSWORD_MIN, max: PASSWORD_MAX, different: DIFFERENT_MIN });
}

/** The same characters typed on another keyboard are the same password (NFKC, RFC 8265). */
function derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'));
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, tagLength: HASH_BYTES, ...cost }, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
