/** Real keys, and messages signed with them as any program could sign them. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { Receipt } from '../../src/exchange/messages/message.ts';
import { withCanonicalSignature } from '../../src/exchange/messages/signature.ts';
import type { PartnerKey, PublicJwk } from '../../src/exchange/partners/partner.ts';
import { ALGORITHM, type KeyPair } from '../../src/platform/auth/index.ts';

export async function makeKey(): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  return { kid, privateKey, publicJwk: { ...publicJwk, kid, alg: ALGORITHM, use: 'sig' } };
}

export function registered(
  key: KeyPair,
  validity: Partial<Pick<PartnerKey, 'notBefore' | 'notAfter'>> = {},
): PartnerKey {
  const { kty, crv, x, y } = key.publicJwk;
  const jwk = { kty, crv, x, y } as PublicJwk;
  return { kid: key.kid, jwk, notBefore: '2026-01-01T00:00:00.000Z', notAfter: null, ...validity };
}

type Header = Readonly<Record<string, unknown>>;

/** Signs any text under any header that names ES256. */
export async function sign(key: KeyPair, header: Header, text: string | Uint8Array): Promise<string> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const signer = new CompactSign(bytes).setProtectedHeader({ alg: ALGORITHM, kid: key.kid, ...header });
  return withCanonicalSignature(await signer.sign(key.privateKey));
}

/** The receipt that an honest partner gives for an envelope. */
export async function receiptFor(
  envelope: string,
  by: { readonly code: string; readonly key: KeyPair; readonly now: Date },
  says: Partial<Receipt> = {},
): Promise<string> {
  const [, payload = ''] = envelope.split('.');
  const message = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const receipt = {
    messageId: message.messageId,
    sender: by.code,
    receiver: message.sender,
    envelopeDigest: createHash('sha256').update(envelope).digest('hex'),
    receivedAt: by.now.toISOString(),
    outcome: 'applied',
    digest: message.payload.digest ?? message.payload.documentDigest,
    manifestNumber: null,
    problem: null,
    ...says,
  };
  const header = {
    typ: 'leadloop-receipt+jws',
    iss: by.code,
    aud: message.sender,
    jti: message.messageId,
    iat: Math.floor(by.now.getTime() / 1_000),
  };
  return sign(by.key, header, canonicalize(receipt) ?? '');
}
