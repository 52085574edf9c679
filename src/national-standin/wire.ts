/** Reads and writes envelopes for the stand-in, by the published description only, without code of the service. */
import { createHash } from 'node:crypto';
import { CompactSign, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { canonicalJson } from '../core/canonical.ts';
import type { KeyPair } from '../platform/auth/index.ts';
import { nationalProblem } from './problems.ts';

export const CODE = 'national' as const;

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Code = z.string().regex(/^[1-8]\d$/);

const Document = z.looseObject({
  id: z.uuid(),
  version: z.int().min(1).max(10_000),
  state: z.string().max(40),
  number: z
    .string()
    .regex(/^\d{14}$/)
    .nullable(),
  originProvince: Code,
  destinationProvince: Code,
  consignorSite: z.looseObject({ divisionCode: z.string().regex(/^[1-8]\d{3}(\d\d)?$/) }),
});

export const Message = z.object({
  messageId: z.uuid(),
  type: z.string().max(60),
  version: z.literal(1),
  sender: Code,
  receiver: z.literal(CODE),
  subject: z.string().max(100),
  sequence: z.int().min(1),
  occurredAt: z.iso.datetime({ offset: true }),
  payload: z.object({
    protocol: z.literal(1),
    manifestId: z.uuid(),
    manifestVersion: z.int().min(1).max(10_000),
    step: z.string().max(40),
    document: Document,
    documentDigest: Digest,
  }),
});

const Header = z.object({
  alg: z.literal('ES256'),
  typ: z.literal('leadloop-message+jws'),
  kid: z.string().max(200),
  iss: Code,
  aud: z.literal(CODE),
  jti: z.uuid(),
  iat: z.int().min(0),
});

export type Opened = { readonly sender: string; readonly messageId: string; readonly content: unknown };

/**
 * Verifies an envelope. `keysOf` returns the keys of a province; undefined when it is not registered.
 * @throws Problem for the receipt, when the envelope is not accepted
 */
export async function openMessage(
  envelope: string,
  keysOf: (sender: string, kid: string) => Promise<readonly JWK[] | undefined>,
): Promise<Opened> {
  const { kid, iss: sender, jti: messageId } = readHeader(envelope);
  const keys = await keysOf(sender, kid);
  if (!keys) throw nationalProblem('envelope-sender-unknown', { sender });
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk) throw nationalProblem('envelope-key-unknown', { sender, kid });
  const payload = await compactVerify(envelope, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] }).then(
    (verified) => verified.payload,
    () => {
      throw nationalProblem('envelope-signature-wrong', { kid });
    },
  );
  return { sender, messageId, content: readCanonical(payload) };
}

/** Reads the unverified header, to address a refusal. */
export function claimOf(envelope: string): { sender: string | null; messageId: string | null } {
  try {
    const { iss, jti } = readHeader(envelope);
    return { sender: iss, messageId: jti };
  } catch {
    return { sender: null, messageId: null };
  }
}

function readHeader(envelope: string): z.infer<typeof Header> {
  try {
    const header = decodeProtectedHeader(envelope);
    if ('crit' in header) throw new TypeError('extensions are not accepted');
    return Header.parse(header);
  } catch {
    throw nationalProblem('envelope-unreadable');
  }
}

function readCanonical(payload: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload);
    const content: unknown = JSON.parse(text);
    if (canonicalJson(content) === text) return content;
  } catch {
    // Rejected below, as any other text that is not canonical.
  }
  throw nationalProblem('message-not-canonical');
}

export type Receipt = {
  readonly messageId: string | null;
  readonly receiver: string | null;
  readonly envelopeDigest: string;
  readonly receivedAt: string;
  readonly outcome: string;
  readonly digest: string | null;
  readonly manifestNumber: string | null;
  readonly problem: { readonly code: string; readonly title: string; readonly detail: string } | null;
};

export async function signReceipt(receipt: Receipt, key: KeyPair, now: Date): Promise<string> {
  const { messageId: jti, receiver: aud } = receipt;
  return new CompactSign(Buffer.from(canonicalJson({ ...receipt, sender: CODE })))
    .setProtectedHeader({
      alg: 'ES256',
      typ: 'leadloop-receipt+jws',
      kid: key.kid,
      iss: CODE,
      iat: Math.floor(now.getTime() / 1_000),
      ...(aud !== null && { aud }),
      ...(jti !== null && { jti }),
    })
    .sign(key.privateKey);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
