/** Keys that sign access tokens: when each signs, and how its private part is kept. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Longest life of an access token, in seconds. */
export const TOKEN_SECONDS = 600;

/** A key signs for so long, in days, then another takes its place. */
export const ROTATE_DAYS = 90;

/** A new key signs only after every process has had time to learn of it, in milliseconds. */
export const ANNOUNCE_MS = 60_000;

const DAY_MS = 86_400_000;

export type SigningKey = {
  readonly kid: string;
  readonly publicJwk: Readonly<Record<string, string>>;
  readonly sealed: Buffer;
  readonly madeAt: Date;
  readonly signsFrom: Date;
};

/** The key that signs now: the newest that has begun to. */
export function signingAt<Key extends Pick<SigningKey, 'signsFrom'>>(keys: readonly Key[], now: Date): Key | undefined {
  return byAge(keys).findLast(({ signsFrom }) => signsFrom <= now);
}

/** The keys whose tokens may still be about: the one that signs, those to come, and each until its tokens expired. */
export function holdingAt<Key extends Pick<SigningKey, 'signsFrom'>>(keys: readonly Key[], now: Date): Key[] {
  const lastTokensMs = (TOKEN_SECONDS + ANNOUNCE_MS / 1000) * 1000;
  return byAge(keys).filter((_, index, sorted) => {
    const next = sorted[index + 1];
    return next === undefined || next.signsFrom.getTime() + lastTokensMs > now.getTime();
  });
}

/** Whether it is time for another key. */
export function isDue(keys: readonly Pick<SigningKey, 'signsFrom'>[], now: Date): boolean {
  const newest = byAge(keys).at(-1);
  return newest === undefined || newest.signsFrom.getTime() + ROTATE_DAYS * DAY_MS <= now.getTime();
}

function byAge<Key extends Pick<SigningKey, 'signsFrom'>>(keys: readonly Key[]): Key[] {
  return keys.toSorted((a, b) => a.signsFrom.getTime() - b.signsFrom.getTime());
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a private key; `name` is bound to it, so that one cannot be put in the place of another. */
export function seal(plain: string, name: string, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Answers nothing when it was sealed under another key or was changed. */
export function unseal(sealed: Buffer, name: string, key: Buffer): string | undefined {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name)).setAuthTag(tag);
    return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
