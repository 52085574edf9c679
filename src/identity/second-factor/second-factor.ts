/**
 * Second factor of a login: a code of an authenticator application (TOTP, RFC 6238), or a recovery code on paper. Its secret
 * is stored encrypted, recovery codes as hashes.
 */
import { createHash, randomInt } from 'node:crypto';

/** The second factor of a person, with its secret still encrypted. */
export type SecondFactor = {
  readonly personId: string;
  readonly encrypted: Buffer;
  /** Step of the last accepted code: a number of half minutes. No code of it or of earlier steps is accepted again. */
  readonly lastStep: number;
  /** Hashes of the recovery codes that are not used yet. */
  readonly recoveryHashes: readonly string[];
  readonly enrolledAt: Date;
};

/** Number of recovery codes that a person gets. */
const RECOVERY_CODES = 10;

/** Characters of recovery codes. Left out are characters that are easily confused: 0 and o, 1, i and l. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** Makes recovery codes: 12 characters each, 59 bits, in groups that are easy to write down. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: RECOVERY_CODES }, () => [group(), group(), group()].join('-'));
}

/** Returns the name under which the encrypted secret of a person is bound to this person. */
export const secretNameOf = (personId: string): string => `second-factor ${personId}`;

/** Returns the hash under which a recovery code of a person is stored. */
export function hashOfRecoveryCode(personId: string, code: string): string {
  return createHash('sha256').update(`${personId} ${code}`).digest('base64url');
}

/** A code as typed: six digits of an application, or a recovery code. */
export type TypedCode = { readonly digits: string } | { readonly recovery: string } | undefined;

/** Reads a code in any width and letter case, with or without blanks and hyphens. */
export function typedCode(text: string): TypedCode {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '');
  if (/^\d{6}$/.test(plain)) return { digits: plain };
  const groups = /^([2-9a-z]{4})([2-9a-z]{4})([2-9a-z]{4})$/.exec(plain)?.slice(1);
  return groups && { recovery: groups.join('-') };
}

/** Writes a secret in groups of four, as it is typed into an application. */
export const readableSecret = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
