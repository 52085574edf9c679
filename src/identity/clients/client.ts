/**
 * Registered clients (RFC 6749 §2). Machines obtain tokens for themselves (ERP systems, the national system, partner
 * provinces); applications and handhelds obtain them for the people who log in.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Role, rowOf, scopesOf } from '../../core/access/roles.ts';
import type { Scope } from '../../core/access/scopes.ts';
import { fits } from '../../core/access/visibility.ts';
import type { Actor } from '../../core/actor.ts';
import { clientProblem } from './problems.ts';
import type { AUTH_METHOD_TERMS, CLIENT_KIND_TERMS } from './terms.ts';

/**
 * Kinds of clients. `machine` acts for itself (client credentials). `app`: people log in (authorisation code with
 * PKCE). `handheld`: a person authorises it with a code, and its tokens are bound to its key (device authorisation, RFC
 * 8628).
 */
/** Algorithms with which machines may sign assertions. */
export const ASSERTION_ALGORITHMS = ['ES256', 'PS256', 'EdDSA'] as const;

export const CLIENT_KINDS = [
  'machine',
  'app',
  'handheld',
] as const satisfies readonly (keyof typeof CLIENT_KIND_TERMS)[];
export type ClientKind = (typeof CLIENT_KINDS)[number];

/**
 * Methods by which a client authenticates: a secret, a signed assertion (RFC 7523), or none. A client on a user's
 * device cannot keep a secret.
 */
export const AUTH_METHODS = [
  'client_secret_basic',
  'private_key_jwt',
  'none',
] as const satisfies readonly (keyof typeof AUTH_METHOD_TERMS)[];
type AuthMethod = (typeof AUTH_METHODS)[number];

/** Hash of a client secret. `expiresAt` is an ISO instant, set once another secret replaces this one. */
export type StoredSecret = { readonly hash: string; readonly expiresAt: string | null };

/** Public keys of a client (RFC 7517). */
export type KeySet = { readonly keys: readonly Readonly<Record<string, string | undefined>>[] };

export type Client = {
  readonly id: string;
  readonly name: string;
  readonly kind: ClientKind;
  /** The organisation its tokens act for; null for the authority of the province. */
  readonly partyId: string | null;
  /** The city (4 digits) or partner province (2 digits) its tokens act for. */
  readonly division: string | null;
  /** For machines only. In apps and handhelds the roles of the person apply. */
  readonly roles: readonly Role[];
  /** Scopes of its tokens: never more than the roles of the client, or of the person, allow. */
  readonly scopes: readonly Scope[];
  readonly authMethod: AuthMethod;
  readonly secrets: readonly StoredSecret[];
  readonly jwks: KeySet | null;
  /** Addresses to which a browser returns after a login. They must match exactly. */
  readonly redirectUris: readonly string[];
  /** Requires that every token is bound to a key of the client (DPoP, RFC 9449). */
  readonly dpopRequired: boolean;
  readonly registeredAt: Date;
  readonly revokedAt: Date | null;
  /** From 1; rises with every update. */
  readonly version: number;
};

/** A registration or change of a client. `by`: name of the account; without one, the subject of the journal. */
export type Registering = { readonly at: Date; readonly by: string };

/** The registration of a client and its last change; undefined when there was none. */
export type ClientHistory = { readonly registered: Registering | undefined; readonly changed: Registering | undefined };

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Returns true for an address that codes may be sent to: by TLS, or on the same device. */
export function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text) || text.includes('#')) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

/** Makes a secret of 256 random bits. These cannot be guessed, so a plain hash protects it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Returns the SHA-256 hash of a secret in lower-case hexadecimal. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Returns true when a secret is one of the stored ones and has not expired. */
export function matchesSecret(secrets: readonly StoredSecret[], given: string, now: Date): boolean {
  const hash = Buffer.from(hashSecret(given));
  return validSecrets(secrets, now).some((stored) => timingSafeEqual(hash, Buffer.from(stored.hash)));
}

/** Adds a new secret. Those valid until now expire after the overlap, or earlier if they would have. */
export function rotateSecrets(
  secrets: readonly StoredSecret[],
  hash: string,
  { now, overlapMs }: { readonly now: Date; readonly overlapMs: number },
): StoredSecret[] {
  const end = new Date(now.getTime() + overlapMs).toISOString();
  const ending = validSecrets(secrets, now).map((stored) => ({
    ...stored,
    expiresAt: stored.expiresAt !== null && stored.expiresAt < end ? stored.expiresAt : end,
  }));
  return [...ending, { hash, expiresAt: null }];
}

function validSecrets(secrets: readonly StoredSecret[], now: Date): StoredSecret[] {
  return secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > now.toISOString());
}

/** Refuses a change of the roles of the caller itself. @throws Problem `roles-own` */
export function refuseOwnRoles({ subject }: Pick<Actor, 'subject'>, id: string, pointer: string): void {
  if (subject === id) throw clientProblem('roles-own', { id, pointer });
}

/**
 * Refuses roles and scopes that do not fit. A token never grants more than the roles of its client. Administrators may
 * grant roles that they do not hold themselves; the journal records it.
 * @throws Problem `role-does-not-fit`, `client-scope-refused`
 */
export function refuseBeyondRoles({
  roles,
  scopes,
  ...client
}: Pick<Client, 'kind' | 'roles' | 'scopes' | 'partyId' | 'division'>): void {
  if (client.kind !== 'machine') return;
  const bearer = { partyId: client.partyId ?? undefined, division: client.division ?? undefined };
  for (const role of roles) {
    const { acts } = rowOf(role);
    if (!fits(acts, bearer)) throw clientProblem('role-does-not-fit', { role, acts, pointer: '#/body/roles' });
  }
  const allowed = scopesOf(roles);
  const refused = scopes.filter((scope) => !allowed.includes(scope));
  if (refused.length > 0) throw clientProblem('client-scope-refused', { scopes: refused, pointer: '#/body/scopes' });
}
