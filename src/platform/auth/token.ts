/** Access tokens: JWTs of RFC 9068, minted with the issuer's key and verified locally. */
import { createLocalJWKSet, errors, type JWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Actor } from '../../core/actor.ts';
import { Problem } from '../../core/problem.ts';
import { ALGORITHM, type KeyPair } from './keys.ts';

const TYPE = 'at+jwt';
const CLOCK_TOLERANCE_S = 10;
const REMEMBERED_MAX = 10_000;

export type Issuer = { readonly issuer: string; readonly audience: string };

export type Grant = {
  readonly subject: string;
  readonly partyId?: string;
  readonly scopes: readonly string[];
  readonly ttlSeconds: number;
};

/** Mints a token for a grant. */
export async function mint(issuer: Issuer, key: KeyPair, grant: Grant, now: Date, jti: string): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const claims = { client_id: grant.subject, scope: grant.scopes.join(' '), jti };
  return new SignJWT(grant.partyId === undefined ? claims : { ...claims, party_id: grant.partyId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.kid })
    .setIssuer(issuer.issuer)
    .setAudience(issuer.audience)
    .setSubject(grant.subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + grant.ttlSeconds)
    .sign(key.privateKey);
}

/** Who stands behind an `Authorization` header. @throws Problem `token-missing`, `token-invalid` */
export type Authenticate = (authorization: string | undefined) => Promise<Actor>;

const Claims = z.object({
  sub: z.string().min(1).max(255),
  exp: z.number(),
  iat: z.number(),
  scope: z.string().max(4096).default(''),
  party_id: z.uuid().optional(),
});

/**
 * Verifies tokens of one issuer. A verified token is remembered until it expires: verifying costs 0.15 ms, which is as
 * much as the rest of a small request.
 */
export function createAuthenticate(issuer: Issuer, keys: readonly JWK[], clock: () => Date): Authenticate {
  const keySet = createLocalJWKSet({ keys: [...keys] });
  const remembered = new Map<string, { readonly actor: Actor; readonly exp: number }>();
  return async (authorization) => {
    if (authorization === undefined) throw new Problem('token-missing');
    const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization) ?? [];
    if (token === undefined) throw new Problem('token-invalid', { reason: 'the header is not "Bearer <token>"' });
    const known = remembered.get(token);
    const now = clock();
    if (known && known.exp > now.getTime() / 1000) return known.actor;
    const verified = await verify(token, keySet, issuer, now);
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(token, verified);
    return verified.actor;
  };
}

async function verify(token: string, keySet: ReturnType<typeof createLocalJWKSet>, issuer: Issuer, now: Date) {
  try {
    const { payload } = await jwtVerify(token, keySet, {
      ...issuer,
      algorithms: [ALGORITHM],
      typ: TYPE,
      requiredClaims: ['exp', 'iat', 'sub', 'jti', 'client_id'],
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate: now,
    });
    const { sub, exp, iat, scope, party_id } = Claims.parse(payload);
    // The library looks at the age of a token only where a greatest age is set.
    if (iat > now.getTime() / 1000 + CLOCK_TOLERANCE_S) throw new IssuedInFuture();
    const actor = { subject: sub, source: 'local', scopes: scope.split(' ').filter(Boolean) } as const;
    return { actor: party_id === undefined ? actor : { ...actor, partyId: party_id }, exp };
  } catch (error) {
    throw new Problem('token-invalid', { reason: reasonOf(error) }, error);
  }
}

class IssuedInFuture extends Error {}

/** Our own words: messages of the library are never forwarded. */
function reasonOf(error: unknown): string {
  if (error instanceof IssuedInFuture) return 'it was issued in the future';
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `its claim ${error.claim} is not accepted here`;
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is wrong';
  if (error instanceof errors.JWKSNoMatchingKey) return 'its key is not known here';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'its algorithm is not accepted here';
  return 'it is not a token of this service';
}
