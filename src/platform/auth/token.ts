/** Access tokens: JWTs of RFC 9068, signed with the issuer's key and verified locally. */

import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWK,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';
import { z } from 'zod';
import { isRole, type Role, scopesOf } from '../../core/access/roles.ts';
import type { Actor } from '../../core/actor.ts';
import { codeOf, smallCodeOf } from '../../core/identifiers/spelling.ts';
import { Problem } from '../../core/messages/problem.ts';
import { coreProblem } from '../../core/problems.ts';
import { ALGORITHM, type KeyPair } from './keys.ts';
import { authProblem } from './problems.ts';
import { type UseOnce, verifyProof } from './proof.ts';

const TYPE = 'at+jwt';
const CLOCK_TOLERANCE_S = 10;
const REMEMBERED_MAX = 10_000;

export type Issuer = { readonly issuer: string; readonly audience: string };

export type Grant = {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** The organisation for which the token acts. */
  readonly partyId?: string | undefined;
  /** The city (4 digits) or partner province (2 digits) for which the token acts. */
  readonly division?: string | undefined;
  /** All scopes of the roles if absent. */
  readonly scopes?: readonly string[];
  readonly ttlSeconds: number;
  /** True when the subject is a person who has just logged in. Tokens of systems and of commands have no login. */
  readonly loggedIn?: boolean;
};

/** Client of the tokens of people; a token whose client is its subject belongs to a system. */
const LOGIN_CLIENT = 'login';

/** Signs a token for a grant. */
export async function signToken(issuer: Issuer, key: KeyPair, grant: Grant, now: Date, jti: string): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const { roles, partyId, division, scopes = scopesOf(roles), loggedIn = false } = grant;
  const client = loggedIn ? { client_id: LOGIN_CLIENT, auth_time: issuedAt } : { client_id: grant.subject };
  const claims = { ...client, scope: scopes.join(' '), roles: [...roles], jti };
  const actingFor = {
    ...(partyId !== undefined && { party_id: partyId }),
    ...(division !== undefined && { division }),
  };
  return new SignJWT({ ...claims, ...actingFor })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.kid })
    .setIssuer(issuer.issuer)
    .setAudience(issuer.audience)
    .setSubject(grant.subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + grant.ttlSeconds)
    .sign(key.privateKey);
}

/** An issuer whose tokens are accepted. */
export type TrustedIssuer = Issuer & {
  /** Signature algorithms accepted of it. */
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
};

/** Issuers whose tokens are accepted, and revocations, which override the claims of a token. */
export type Trust = {
  readonly issuers: readonly TrustedIssuer[];
  readonly isRevoked?: (clientId: string) => boolean;
  /** Revoked people. */
  readonly isBlocked?: (subject: string) => boolean;
  /** Revoked tokens. Returns another function whenever the set may have changed. */
  readonly refusal?: () => RefuseToken;
  /** Settings for proofs of tokens that are bound to a key. `address`: origin of this service, without a final slash. */
  readonly proofs?: { readonly address: string; readonly useOnce: UseOnce };
};

/** Claims of a token by which it can be revoked. */
export type Origin = {
  readonly jti: string;
  readonly subject: string;
  /** The grant of the login under which the token was issued. */
  readonly grant: string | undefined;
  /** Number of role changes of the person when the token was issued; 0 when the token has no such claim. */
  readonly rolesVersion: number;
};

export type RefuseToken = (origin: Origin) => boolean;

/** Returns an issuer whose public keys are known already. */
export function issuerWithKeys(issuer: Issuer, keys: readonly JWK[]): TrustedIssuer {
  return { ...issuer, algorithms: [ALGORITHM], keys: createLocalJWKSet({ keys: [...keys] }) };
}

/**
 * Verifies an `Authorization` header and returns its actor.
 * @throws Problem `token-missing`, `token-invalid` and the others of tokens and their proofs; `client-revoked`,
 * `token-revoked`, `issuer-unreachable`
 */
export type Authenticate = (authorization: string | undefined, request?: ProvenRequest) => Promise<Actor>;

/** Parts of a request that a proof has to name. */
type ProvenRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

const Claims = z.object({
  sub: z.string().min(1).max(255),
  client_id: z.string().min(1).max(255),
  exp: z.number(),
  iat: z.number(),
  scope: z.string().max(4096).default(''),
  // RFC 9068, section 2.2.3.1. An unknown role gives no scope.
  roles: z
    .array(z.string().max(100))
    .max(50)
    .default([])
    .transform((names) => names.filter(isRole)),
  party_id: z.string().overwrite(smallCodeOf).check(z.uuid()).optional(),
  division: z
    .string()
    .overwrite(codeOf)
    .regex(/^\d{2}(\d{2})?$/)
    .optional(),
  cnf: z.object({ jkt: z.string().optional() }).optional(),
  // RFC 9068, section 2.2.1: a token that comes from a login names its methods or its time. A machine has neither.
  amr: z.array(z.string()).catch([]),
  auth_time: z.number().optional().catch(undefined),
  // Claims of this service. External issuers may use these names with another meaning.
  jti: z.string().catch(''),
  login_grant: z.string().optional().catch(undefined),
  roles_version: z.number().catch(0),
});

type Verified = {
  readonly actor: Actor;
  readonly clientId: string;
  readonly exp: number;
  /** Thumbprint (RFC 7638) of the key that the token is bound to, if it is bound. */
  readonly thumbprint: string | undefined;
  readonly origin: Origin;
  /** Result of the last revocation check, and the function that returned it. */
  revocation?: { readonly by: RefuseToken; readonly isRefused: boolean };
};

/**
 * Verifies tokens of the trusted issuers. A verified token is remembered until it expires, because verifying costs 0.15
 * ms, as much as the rest of a small request. Every request checks the revocation of the client. The revocation of the
 * token itself is checked once for each list of revocations.
 */
export function createAuthenticate(trust: Trust, clock: () => Date): Authenticate {
  const { issuers, isRevoked = () => false, isBlocked = () => false } = trust;
  const remembered = new Map<string, Verified>();
  const find = async (token: string) => {
    const known = remembered.get(token);
    const now = clock();
    if (known && known.exp > now.getTime() / 1000) return known;
    const verified = await verify(token, issuers, now);
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(token, verified);
    return verified;
  };
  return async (authorization, request) => {
    if (authorization === undefined) throw authProblem('token-missing');
    const [, scheme = '', token] = /^(Bearer|DPoP) ([\w.~+/=-]+)$/i.exec(authorization) ?? [];
    if (token === undefined) throw authProblem('token-invalid', { reason: 'header-form' });
    const verified = await find(token);
    const { actor, clientId, thumbprint } = verified;
    if (isRevoked(clientId)) throw authProblem('client-revoked');
    if (isBlocked(actor.subject)) throw coreProblem('person-blocked');
    if (trust.refusal !== undefined && isTokenRevoked(verified, trust.refusal())) throw authProblem('token-revoked');
    const isProven = scheme.toLowerCase() === 'dpop';
    if (thumbprint === undefined && !isProven) return actor;
    if (thumbprint === undefined) throw authProblem('token-invalid', { reason: 'not-bound' });
    if (!isProven) throw authProblem('token-proof-missing');
    await requireProof(request, { token, thumbprint }, { proofs: trust.proofs, now: clock() });
    return actor;
  };
}

function isTokenRevoked(verified: Verified, refuses: RefuseToken): boolean {
  if (verified.revocation?.by !== refuses) verified.revocation = { by: refuses, isRefused: refuses(verified.origin) };
  return verified.revocation.isRefused;
}

async function requireProof(
  request: ProvenRequest | undefined,
  bound: { readonly token: string; readonly thumbprint: string },
  { proofs, now }: { readonly proofs: Trust['proofs']; readonly now: Date },
): Promise<void> {
  if (request === undefined || proofs === undefined) throw authProblem('token-proof-missing');
  const { method, url, headers } = request;
  const proof = Array.isArray(headers.dpop) ? undefined : headers.dpop;
  const proven = { method, url: proofs.address + (url.split('?')[0] ?? ''), proof };
  await verifyProof(proven, bound, { now, useOnce: proofs.useOnce });
}

async function verify(token: string, issuers: readonly TrustedIssuer[], now: Date): Promise<Verified> {
  const { issuer, audience, algorithms, keys } = issuerOf(token, issuers);
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      typ: TYPE,
      requiredClaims: ['exp', 'iat', 'sub', 'jti', 'client_id'],
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate: now,
    });
    const { client_id: clientId, exp, iat, cnf, jti, ...claims } = Claims.parse(payload);
    const origin = { jti, subject: claims.sub, grant: claims.login_grant, rolesVersion: claims.roles_version };
    const thumbprint = cnf?.jkt;
    if (cnf !== undefined && thumbprint === undefined)
      throw authProblem('token-invalid', { reason: 'not-of-this-service' });
    // The library checks the age of a token only when a maximum age is set.
    if (iat > now.getTime() / 1000 + CLOCK_TOLERANCE_S) throw authProblem('token-not-yet-valid');
    const { sub, amr, auth_time: loggedInAt } = claims;
    const isTimed = isLogin(loggedInAt, iat);
    const loggedIn = sub !== clientId && (amr.length > 0 || isTimed);
    const login = { loggedIn: true, ...(isTimed && { loggedInAt }) } as const;
    const actor: Actor = { ...actorOf(claims), ...(loggedIn && login) };
    return { actor, clientId, exp, thumbprint, origin };
  } catch (error) {
    throw problemOf(error, audience);
  }
}

/** Returns true for an instant of a login. Some servers give the tokens of systems a login at 0. */
const isLogin = (atSeconds: number | undefined, issuedAt: number): atSeconds is number =>
  atSeconds !== undefined && atSeconds > 0 && atSeconds <= issuedAt + CLOCK_TOLERANCE_S;

type ActorClaims = Pick<z.infer<typeof Claims>, 'sub' | 'roles' | 'scope' | 'party_id' | 'division'>;

function actorOf({ sub, roles, scope, party_id: partyId, division }: ActorClaims): Actor {
  const actor = { subject: sub, roles, source: 'local', scopes: scope.split(' ').filter(Boolean) } as const;
  return { ...actor, ...(partyId !== undefined && { partyId }), ...(division !== undefined && { division }) };
}

/** Chooses the issuer whose keys verify the token, by the unverified claims, which are used for nothing else. */
function issuerOf(token: string, issuers: readonly TrustedIssuer[]): TrustedIssuer {
  const { alg, iss } = readUnverified(token);
  const accepted = [...new Set(issuers.flatMap(({ algorithms }) => algorithms))];
  if (!accepted.includes(alg)) throw authProblem('token-algorithm-refused', { accepted });
  if (iss === undefined) throw claimRefused('iss');
  const trusted = issuers.find(({ issuer }) => issuer === iss);
  if (!trusted) throw authProblem('token-issuer-wrong', { trusted: issuers.map(({ issuer }) => issuer) });
  if (!trusted.algorithms.includes(alg)) {
    throw authProblem('token-algorithm-refused', { accepted: trusted.algorithms });
  }
  return trusted;
}

function readUnverified(token: string): { alg: string; iss: string | undefined } {
  try {
    return { alg: decodeProtectedHeader(token).alg ?? '', iss: decodeJwt(token).iss };
  } catch (error) {
    throw authProblem('token-invalid', { reason: 'not-of-this-service' }, error);
  }
}

/** Returns the problem for an error of verification; messages of the library are never shown. */
function problemOf(error: unknown, audience: string): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof errors.JWTExpired) {
    return authProblem('token-expired', { until: new Date(Number(error.payload.exp) * 1000).toISOString() }, error);
  }
  if (error instanceof errors.JWTClaimValidationFailed) return claimProblem(error, audience);
  if (error instanceof errors.JWSSignatureVerificationFailed) return authProblem('token-signature-wrong', {}, error);
  if (error instanceof errors.JWKSNoMatchingKey) return authProblem('token-key-unknown', {}, error);
  return authProblem('token-invalid', { reason: 'not-of-this-service' }, error);
}

function claimProblem(error: errors.JWTClaimValidationFailed, audience: string): Problem {
  const { claim, reason } = error;
  if (reason === 'check_failed' && claim === 'aud') return authProblem('token-audience-wrong', { audience }, error);
  if (reason === 'check_failed' && claim === 'nbf') return authProblem('token-not-yet-valid', {}, error);
  return claimRefused(claim, error);
}

/** A token with one missing or wrong claim. */
const claimRefused = (claim: string, error?: unknown): Problem =>
  authProblem('token-invalid', { reason: 'claim-refused' }, error).with(
    { claim },
    { en: ` The claim is ${claim}.`, zh: `该声明为 ${claim}。` },
  );
