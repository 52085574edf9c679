/**
 * What obtains tokens: machines for themselves (ERP systems, the puller of the national system, partner provinces), and
 * applications and handhelds for the people who log in with them.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Role, rowOf, scopesOf } from '../../core/access/roles.ts';
import type { Scope } from '../../core/access/scopes.ts';
import { fits } from '../../core/access/visibility.ts';
import { clientProblem } from './problems.ts';

/**
 * What a client is. `machine`: acts for itself (client credentials). `app`: people log in (authorisation code with PKCE).
 * `handheld`: a person lets it in with a code, and its tokens are bound to its key (device authorisation, RFC 8628).
 */
export const CLIENT_KINDS = ['machine', 'app', 'handheld'] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];

/**
 * How a client proves who it is: by a secret, by an assertion it signs (RFC 7523), or not at all, when it is on a device
 * of its user, where no secret stays one.
 */
export const AUTH_METHODS = ['client_secret_basic', 'private_key_jwt', 'none'] as const;
export type AuthMethod = (typeof AUTH_METHODS)[number];

/** A secret as it is kept. `expiresAt` is an ISO instant, set once another secret has taken its place. */
export type KeptSecret = { readonly hash: string; readonly expiresAt: string | null };

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
  /** Of a machine. Whoever logs in with an app or a handheld has roles of his own. */
  readonly roles: readonly Role[];
  /** Of what its roles, or those of who logs in, may: that which its tokens may. */
  readonly scopes: readonly Scope[];
  readonly authMethod: AuthMethod;
  readonly secrets: readonly KeptSecret[];
  readonly jwks: KeySet | null;
  /** Where an app is told who logged in: these addresses, letter by letter. */
  readonly redirectUris: readonly string[];
  /** Whether it is given no token but one bound to its key (DPoP, RFC 9449). */
  readonly dpopRequired: boolean;
  readonly registeredAt: Date;
  readonly revokedAt: Date | null;
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether codes may be sent there: by TLS, or to the same device. */
export function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text) || text.includes('#')) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

/** A secret of 256 random bits: too many to guess, so that a plain hash protects it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256, lower-case hexadecimal. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether a secret is one of those kept and has not expired. */
export function matchesSecret(secrets: readonly KeptSecret[], given: string, now: Date): boolean {
  const hash = Buffer.from(hashSecret(given));
  return holding(secrets, now).some((kept) => timingSafeEqual(hash, Buffer.from(kept.hash)));
}

/** Adds a new secret; those that held until now hold on for the overlap and no longer. */
export function rotateSecrets(
  secrets: readonly KeptSecret[],
  hash: string,
  { now, overlapMs }: { readonly now: Date; readonly overlapMs: number },
): KeptSecret[] {
  const end = new Date(now.getTime() + overlapMs).toISOString();
  const ending = holding(secrets, now).map((kept) => ({
    ...kept,
    expiresAt: kept.expiresAt !== null && kept.expiresAt < end ? kept.expiresAt : end,
  }));
  return [...ending, { hash, expiresAt: null }];
}

function holding(secrets: readonly KeptSecret[], now: Date): KeptSecret[] {
  return secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > now.toISOString());
}

/**
 * A client acts for what its roles act for, and its tokens may nothing that none of them may. What an administrator hands
 * out he need not have himself: he keeps the door without going in, and the journal says whom he let in.
 * @throws Problem `role-does-not-fit`, `client-scope-refused`
 */
export function refuseBeyondRoles({
  roles,
  scopes,
  ...bearer
}: Pick<Client, 'kind' | 'roles' | 'scopes' | 'partyId' | 'division'>) {
  if (bearer.kind !== 'machine') return;
  const whose = { partyId: bearer.partyId ?? undefined, division: bearer.division ?? undefined };
  for (const role of roles) {
    const { acts } = rowOf(role);
    if (!fits(acts, whose)) throw clientProblem('role-does-not-fit', { role, acts, pointer: '#/body/roles' });
  }
  const given = scopesOf(roles);
  const refused = scopes.filter((scope) => !given.includes(scope));
  if (refused.length > 0) throw clientProblem('client-scope-refused', { scopes: refused, pointer: '#/body/scopes' });
}
