/** Canonical JSON (RFC 8785): equal values give equal text, so hashes and signatures can be compared. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Returns the canonical JSON of a value. @throws Error when the value is not JSON, such as `undefined` or NaN */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`a value of type ${typeof value} is not JSON`);
  return text;
}

/**
 * Returns the SHA-256, in lower-case hexadecimal, of the canonical JSON of a value.
 * @throws Error when the value is not JSON
 */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
