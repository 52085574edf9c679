/** Hashes of passwords: Argon2id (RFC 9106) from OpenSSL, stored as a PHC string. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** Cost of a new hash: 19 MiB, two passes, one lane (OWASP). A stored hash names the cost it was made with. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const VERSION = 19;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

/** Hashes a password. Takes about 30 ms of processor time, outside the event loop. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST);
  const { memory, passes, parallelism } = COST;
  const cost = `m=${memory},t=${passes},p=${parallelism}`;
  return ['', 'argon2id', `v=${VERSION}`, cost, encode(salt), encode(hash)].join('$');
}

const STORED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/**
 * Compares a password with a stored hash. Without a hash (unknown account) it does the same work and returns false, so
 * that the response time does not reveal whether the account exists.
 */
export async function matchesPassword(stored: string | null, given: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = STORED.exec(stored ?? '') ?? [];
  if (salt === undefined || hash === undefined) {
    await derive(given, Buffer.alloc(SALT_BYTES), COST);
    return false;
  }
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const expected = Buffer.from(hash, 'base64');
  return timingSafeEqual(await derive(given, Buffer.from(salt, 'base64'), cost), expected);
}

/** Derives the hash of a password. Text from different keyboards is normalised first (NFKC, RFC 8265). */
function derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'));
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, tagLength: HASH_BYTES, ...cost }, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
