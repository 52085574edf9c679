/**
 * The one accepted form of a signature. ECDSA has two valid signatures for each one made: `(r, s)` and `(r, n - s)`, and
 * base64url spells the last byte in several ways. Only the smaller `s` in its shortest spelling counts, so that
 * nothing but the key can make a second valid envelope of a first.
 */

/** Order of the group of P-256 (NIST SP 800-186). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const HALF = ORDER / 2n;
const BYTES = 64;

/** Returns the part of an envelope that is signed: header and content. It identifies the message. */
export function signedPart(envelope: string): string {
  return envelope.slice(0, envelope.lastIndexOf('.'));
}

/** Returns true when the signature of an envelope has the accepted form. It may be wrong nevertheless. */
export function hasCanonicalSignature(envelope: string): boolean {
  const text = envelope.slice(envelope.lastIndexOf('.') + 1);
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== BYTES || bytes.toString('base64url') !== text) return false;
  const [r, s] = [readNumber(bytes.subarray(0, BYTES / 2)), readNumber(bytes.subarray(BYTES / 2))];
  return r > 0n && r < ORDER && s > 0n && s <= HALF;
}

/** Brings the signature of an envelope into the accepted form. It stays valid. */
export function withCanonicalSignature(envelope: string): string {
  const bytes = Buffer.from(envelope.slice(envelope.lastIndexOf('.') + 1), 'base64url');
  const s = readNumber(bytes.subarray(BYTES / 2));
  if (bytes.length !== BYTES || s <= HALF || s >= ORDER) return envelope;
  const smaller = Buffer.from((ORDER - s).toString(16).padStart(BYTES, '0'), 'hex');
  const signature = Buffer.concat([bytes.subarray(0, BYTES / 2), smaller]).toString('base64url');
  return `${signedPart(envelope)}.${signature}`;
}

const readNumber = (bytes: Uint8Array): bigint => BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
