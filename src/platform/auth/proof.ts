/** Proofs that the client holds the key its token is bound to (DPoP, RFC 9449): a stolen token alone is useless. */
import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { authProblem } from './problems.ts';
import type { Reason } from './reasons.ts';

const ALGORITHMS = ['ES256', 'EdDSA', 'Ed25519'];
/** Maximum age of a proof, and maximum difference of clocks, in seconds. A proof is made for one request. */
const AGE_S = 60;

/** The request that a proof must name: method and address without query. */
export type Proven = { readonly method: string; readonly url: string; readonly proof: string | undefined };

/** Records the use of a name; returns false when it was used before. Expired names may be forgotten. */
export type UseOnce = (name: string, expiresAt: Date) => Promise<boolean>;

const Claims = z.object({
  jti: z.string().min(1).max(255),
  iat: z.number(),
  htm: z.string(),
  htu: z.url(),
  ath: z.string(),
});

/**
 * Verifies the proof of a request.
 * @throws Problem `token-proof-missing`, `token-proof-invalid`, `token-proof-replayed`
 */
export async function verifyProof(
  { method, url, proof }: Proven,
  bound: { readonly token: string; readonly thumbprint: string },
  { now, useOnce }: { readonly now: Date; readonly useOnce: UseOnce },
): Promise<void> {
  if (proof === undefined) throw authProblem('token-proof-missing');
  const { claims, thumbprint } = await read(proof, now);
  const reason = faultOf(claims, { method, url, now, token: bound.token });
  if (reason !== undefined) throw authProblem('token-proof-invalid', { reason });
  if (thumbprint !== bound.thumbprint) throw authProblem('token-proof-key-wrong');
  const name = createHash('sha256').update(`${thumbprint} ${claims.jti}`).digest('base64url');
  if (!(await useOnce(name, new Date((claims.iat + 2 * AGE_S) * 1000)))) throw authProblem('token-proof-replayed');
}

async function read(proof: string, now: Date) {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ALGORITHMS,
      currentDate: now,
    });
    const jwk = z.looseObject({ kty: z.string() }).parse(protectedHeader.jwk);
    return { claims: Claims.parse(payload), thumbprint: await calculateJwkThumbprint(jwk) };
  } catch (error) {
    throw authProblem('token-proof-invalid', { reason: 'proof-unsigned' }, error);
  }
}

type Expected = { readonly method: string; readonly url: string; readonly now: Date; readonly token: string };

function faultOf(claims: z.infer<typeof Claims>, { method, url, now, token }: Expected): Reason | undefined {
  if (Math.abs(now.getTime() / 1000 - claims.iat) > AGE_S) return 'proof-old';
  if (claims.htm !== method) return 'proof-method';
  const named = new URL(claims.htu);
  if (named.origin + named.pathname !== url) return 'proof-address';
  if (claims.ath !== createHash('sha256').update(token).digest('base64url')) return 'proof-token';
  return undefined;
}
