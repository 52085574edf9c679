/** Keys that sign access tokens: which key signs at an instant, and which keys still verify. */

/** Life of an access token, in seconds. */
export const TOKEN_SECONDS = 600;

/** Number of days after which a new key replaces the signing key. */
const ROTATE_DAYS = 90;

/**
 * Delay between the creation of a key and its first signature, in milliseconds: every process knows the key by then.
 */
export const ANNOUNCE_MS = 60_000;

const DAY_MS = 86_400_000;

/** A key as stored; its private part is encrypted. */
export type SigningKey = {
  readonly kid: string;
  readonly publicJwk: Readonly<Record<string, string>>;
  readonly encrypted: Buffer;
  readonly madeAt: Date;
  readonly signsFrom: Date;
};

type Dated = Pick<SigningKey, 'signsFrom'>;

/** Returns the key that signs at an instant: the newest one past its delay. */
export function signingKeyAt<Key extends Dated>(keys: readonly Key[], now: Date): Key | undefined {
  return byAge(keys).findLast(({ signsFrom }) => signsFrom <= now);
}

/** Returns the keys that verify at an instant, oldest first: each until the last token it signed has expired. */
export function verifyingKeysAt<Key extends Dated>(keys: readonly Key[], now: Date): Key[] {
  const lastTokensMs = (TOKEN_SECONDS + ANNOUNCE_MS / 1000) * 1000;
  return byAge(keys).filter((_, index, sorted) => {
    const next = sorted[index + 1];
    return next === undefined || next.signsFrom.getTime() + lastTokensMs > now.getTime();
  });
}

/** Returns true when it is time to make another key. */
export function isRotationDue(keys: readonly Dated[], now: Date): boolean {
  const newest = byAge(keys).at(-1);
  return newest === undefined || newest.signsFrom.getTime() + ROTATE_DAYS * DAY_MS <= now.getTime();
}

function byAge<Key extends Dated>(keys: readonly Key[]): Key[] {
  return keys.toSorted((a, b) => a.signsFrom.getTime() - b.signsFrom.getTime());
}
