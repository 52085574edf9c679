/**
 * Envelopes: compact JWS (RFC 7515) over the exact bytes of a message or receipt. Algorithms and keys come from the
 * registered partners, never from the envelope. The signed bytes are canonical JSON, so no field can occur twice.
 */
import { createHash } from 'node:crypto';
import { CompactSign, type CryptoKey, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { canonicalJson } from '../../core/canonical.ts';
import type { Problem } from '../../core/messages/problem.ts';
import { maySign, type PartnerKey } from '../partners/partner.ts';
import { exchangeProblem } from '../problems.ts';
import type { Reason } from './reasons.ts';
import { hasCanonicalSignature, withCanonicalSignature } from './signature.ts';

/** Values of `typ`: our own media types, so that a receipt is never accepted as a message, nor a token as either. */
const ENVELOPE_TYPES = { message: 'leadloop-message+jws', receipt: 'leadloop-receipt+jws' } as const;
export type EnvelopeType = keyof typeof ENVELOPE_TYPES;

/** The only algorithm accepted. */
const ALGORITHM = 'ES256';

/** Maximum length of an envelope, in characters. A manifest of a hundred lines takes a tenth of it. */
const ENVELOPE_MAX = 1_000_000;

/** Permitted lead of a partner's clock, in milliseconds. */
const SKEW_MS = 60_000;

const HOUR_MS = 3_600_000;

export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey };

export type Address = {
  readonly sender: string;
  /** Null in a receipt for an envelope from an unknown sender. */
  readonly receiver: string | null;
  readonly messageId: string | null;
};

/** Signs a text as an envelope. The key must be valid at `signedAt`. */
export async function signEnvelope(
  type: EnvelopeType,
  content: string,
  { sender, receiver, messageId, signedAt }: Address & { readonly signedAt: Date },
  key: SigningKey,
): Promise<string> {
  const header = {
    alg: ALGORITHM,
    typ: ENVELOPE_TYPES[type],
    kid: key.kid,
    iss: sender,
    iat: Math.floor(signedAt.getTime() / 1_000),
    ...(receiver !== null && { aud: receiver }),
    ...(messageId !== null && { jti: messageId }),
  };
  const envelope = await new CompactSign(Buffer.from(content)).setProtectedHeader(header).sign(key.privateKey);
  return withCanonicalSignature(envelope);
}

/** Header of a receipt without a signature (RFC 7515, appendix A.5). */
export const UNSIGNED_HEADER = Buffer.from(JSON.stringify({ alg: 'none', typ: ENVELOPE_TYPES.receipt })).toString(
  'base64url',
);

/** Makes a receipt without a signature, for an envelope that could not be verified. */
export function unsignedReceipt(content: string): string {
  return `${UNSIGNED_HEADER}.${Buffer.from(content).toString('base64url')}.`;
}

/** Expected properties of an envelope. `keysOf` returns undefined for a sender that is not a partner. */
export type Expectation = {
  readonly type: EnvelopeType;
  /** The code of this province. */
  readonly receiver: string;
  readonly now: Date;
  readonly keysOf: (sender: string) => readonly PartnerKey[] | undefined;
};

export type Opened = {
  readonly sender: string;
  readonly messageId: string;
  readonly content: unknown;
  /** The key of the signature. */
  readonly key: PartnerKey;
};

/**
 * Verifies an envelope and returns its content. Nothing of it is used before everything is verified. The signature comes
 * last, because it costs most. A receipt may have either form of a signature: it has no effect of its own.
 * @throws Problem `envelope-unreadable`, `envelope-algorithm-refused`, `envelope-sender-unknown`,
 * `envelope-key-unknown`, `envelope-key-not-valid`, `envelope-signature-wrong`, `envelope-signature-not-canonical`,
 * `envelope-receiver-wrong`, `envelope-premature`, `message-not-canonical`
 */
export async function openEnvelope(envelope: string, expected: Expectation): Promise<Opened> {
  const header = readHeader(envelope);
  if (header.typ !== ENVELOPE_TYPES[expected.type]) throw unreadable('type-wrong');
  if (header.alg !== ALGORITHM) throw exchangeProblem('envelope-algorithm-refused', { accepted: ALGORITHM });
  const { iss: sender, jti: messageId, iat } = header;
  const signedAt = new Date(iat * 1_000);
  const key = findKey(header, signedAt, expected);
  if (header.aud !== expected.receiver)
    throw exchangeProblem('envelope-receiver-wrong', { receiver: expected.receiver });
  if (signedAt.getTime() > expected.now.getTime() + SKEW_MS) throw exchangeProblem('envelope-premature', { sender });
  if (expected.type === 'message' && !hasCanonicalSignature(envelope)) {
    throw exchangeProblem('envelope-signature-not-canonical', {});
  }
  const payload = await verify(envelope, key);
  return { sender, messageId, content: readCanonical(payload), key };
}

/**
 * Refuses an envelope that is received for the first time after its key has ended and the grace is over. Its own date
 * proves nothing: the holder of an old key can write any.
 * @throws Problem `envelope-key-retired`
 */
export function refuseRetiredKey({ sender, key }: Pick<Opened, 'sender' | 'key'>, now: Date, graceHours: number): void {
  const { kid, notAfter } = key;
  if (notAfter === null || now.getTime() < Date.parse(notAfter) + graceHours * HOUR_MS) return;
  throw exchangeProblem('envelope-key-retired', { sender, kid, hours: graceHours });
}

/** Returns the id of the key that an envelope of this service names. */
export function signerOf(envelope: string): string {
  return readHeader(envelope).kid;
}

/** SHA-256 of an envelope as it crossed the wire, in hexadecimal. */
export function envelopeDigest(envelope: string): string {
  return createHash('sha256').update(envelope).digest('hex');
}

/** Returns the content of an envelope that was verified before. */
export function contentOf(envelope: string): unknown {
  return readCanonical(Buffer.from(envelope.split('.')[1] ?? '', 'base64url'));
}

/** Reads the sender that an unverified envelope claims: only for the address of a refusal, and for the log. */
export function peek(envelope: string): { sender: string | null; messageId: string | null } {
  try {
    const { iss, jti } = readHeader(envelope);
    return { sender: iss.slice(0, 40), messageId: jti };
  } catch {
    return { sender: null, messageId: null };
  }
}

type Header = { alg: unknown; typ: unknown; aud: unknown; kid: string; iss: string; jti: string; iat: number };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The year 3000. A later time is one in milliseconds. */
const SECONDS_MAX = 32_503_680_000;

function readHeader(envelope: string): Header {
  if (envelope.length > ENVELOPE_MAX) throw unreadable('too-long');
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(envelope)) throw unreadable('not-compact-jws');
  let header: Record<string, unknown>;
  try {
    header = { ...decodeProtectedHeader(envelope) };
  } catch (error) {
    throw unreadable('header-not-json', error);
  }
  const { alg, typ, aud, kid, iss, jti, iat } = header;
  // `b64` and other extensions change the signed bytes; we use none.
  if ('crit' in header || 'b64' in header) throw unreadable('header-extensions');
  if (typeof kid !== 'string' || typeof iss !== 'string') throw unreadable('header-without-sender');
  if (typeof jti !== 'string' || !UUID.test(jti)) throw unreadable('header-without-message-id');
  if (iat === undefined) throw unreadable('header-without-time');
  if (typeof iat !== 'number' || !Number.isSafeInteger(iat) || iat < 0) throw unreadable('header-time-wrong');
  if (iat > SECONDS_MAX) throw unreadable('header-time-milliseconds');
  return { alg, typ, aud, kid, iss, jti, iat };
}

function findKey({ iss: sender, kid }: Header, signedAt: Date, { keysOf }: Expectation): PartnerKey {
  const keys = keysOf(sender);
  if (!keys) throw exchangeProblem('envelope-sender-unknown', { sender: sender.slice(0, 40) });
  const key = keys.find((one) => one.kid === kid);
  if (!key) throw exchangeProblem('envelope-key-unknown', { sender, kid: kid.slice(0, 100) });
  if (!maySign(key, signedAt)) throw exchangeProblem('envelope-key-not-valid', { sender, kid });
  return key;
}

async function verify(envelope: string, { jwk, kid }: PartnerKey): Promise<Uint8Array> {
  try {
    const { payload } = await compactVerify(envelope, await importJWK(jwk, ALGORITHM), { algorithms: [ALGORITHM] });
    return payload;
  } catch (error) {
    throw exchangeProblem('envelope-signature-wrong', { kid }, error);
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Accepts canonical JSON only: a repeated field, another spelling of a number or broken text would change the bytes. */
function readCanonical(bytes: Uint8Array): unknown {
  try {
    const text = UTF8.decode(bytes);
    const content: unknown = JSON.parse(text);
    if (canonicalJson(content) === text) return content;
  } catch (error) {
    throw notCanonical(error);
  }
  throw notCanonical();
}

const notCanonical = (cause?: unknown) => exchangeProblem('message-not-canonical', {}, cause);

function unreadable(reason: Reason, cause?: unknown): Problem {
  return exchangeProblem('envelope-unreadable', { reason }, cause);
}
