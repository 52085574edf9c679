/** People as accounts of the authorisation server: the claims and scopes of their tokens. */
import type { Account, Client, KoaContextWithOIDC } from 'oidc-provider';
import { isRole, type Role, scopesOf } from '../../core/access/roles.ts';
import { ALL_SCOPES, type Scope } from '../../core/access/scopes.ts';
import type { Db } from '../../platform/database/db.ts';
import { FIRST_VERSION, suffice, versionOf } from '../login/login.ts';
import type { Person } from '../people/person.ts';
import { findSettledPerson } from '../people/store.ts';
import { hashOfGrant } from '../revocation/grant-service.ts';

/** Names of the claims for the role of a token and the party it acts for. */
export const BEARER_CLAIMS = ['roles', 'party_id', 'division'] as const;

/** Names of the claims in identity tokens, from which an application learns the person. */
export const IDENTITY_CLAIMS = ['sub', 'name', ...BEARER_CLAIMS];

export type PersonAccount = Account & {
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly bearerClaims: Record<string, unknown>;
};

/**
 * Finds the account of a person. Returns undefined for a blocked person, so that no token is issued or renewed. Also
 * returns undefined for a login with a previous password or second factor, or from before a block: it has ended, but a
 * concurrent request may have stored it again. The same holds for a login without the second factor that the roles of the
 * person need now. No clock decides: a login names the version of the logins that it was made with.
 */
export const findAccount =
  (db: Db) =>
  async ({ oidc }: KoaContextWithOIDC, sub: string, token?: object): Promise<PersonAccount | undefined> => {
    // Waits for a change that is under way. A later one revokes the grants of before, so also the token that is issued now.
    const person = await findSettledPerson(db, sub);
    if (person === undefined || person.state === 'blocked') return undefined;
    const { acr: version = FIRST_VERSION } = (token ?? oidc.session ?? {}) as { readonly acr?: string };
    const isCurrent = version === versionOf(person) && suffice(methodsOf(oidc, token), person);
    return isCurrent ? accountOf(person) : undefined;
  };

type Oidc = KoaContextWithOIDC['oidc'];

/** Returns the methods of the login (RFC 8176) from which a token or a session comes. */
export function methodsOf(oidc: Oidc, token?: object): readonly string[] {
  const { RefreshToken, AuthorizationCode, DeviceCode } = oidc.entities;
  const sources: readonly unknown[] = [token, RefreshToken, AuthorizationCode, DeviceCode, oidc.session];
  for (const source of sources) {
    if (typeof source === 'object' && source !== null && 'amr' in source && Array.isArray(source.amr))
      return source.amr;
  }
  return [];
}

function accountOf(person: Person): PersonAccount {
  const { id, personName, partyId, division } = person;
  // A role that was removed from the table of roles grants no scope.
  const roles = person.roles.filter(isRole);
  const bearerClaims = {
    roles,
    ...(partyId !== null && { party_id: partyId }),
    ...(division !== null && { division }),
  };
  const claims = () => ({ sub: id, name: personName, ...bearerClaims });
  return { accountId: id, person, roles, bearerClaims, claims };
}

export const isPerson = (account: Account | undefined): account is PersonAccount =>
  account !== undefined && 'bearerClaims' in account;

/**
 * Returns the claims of an access token: those of the person it is given to, or else of the client. For a person they
 * include the grant and the version of the roles, by which the token can be revoked. They also have the time of the login.
 */
export function claimsOf({ oidc }: KoaContextWithOIDC, token: object): Record<string, unknown> {
  const { account, client } = oidc;
  if (isPerson(account)) {
    const amr = methodsOf(oidc);
    const { RefreshToken, AuthorizationCode, DeviceCode } = oidc.entities;
    const authTime = (RefreshToken ?? AuthorizationCode ?? DeviceCode)?.authTime;
    const grant = 'grantId' in token ? { login_grant: hashOfGrant(String(token.grantId)) } : {};
    return {
      ...account.bearerClaims,
      ...grant,
      ...(amr.length > 0 && { amr }),
      ...(authTime !== undefined && { auth_time: authTime }),
      roles_version: account.person.rolesVersion,
    };
  }
  return Object.fromEntries(
    [...BEARER_CLAIMS, 'roles_version'].flatMap((name) => (client?.[name] === undefined ? [] : [[name, client[name]]])),
  );
}

/** Returns the scopes a client may ask for: a machine for itself, an app or a handheld for the person who logs in. */
export function scopesOfClient(client: Client | undefined): readonly Scope[] {
  const named: unknown = client?.may_ask ?? client?.scope?.split(' ');
  return Array.isArray(named) ? ALL_SCOPES.filter((scope) => named.includes(scope)) : [];
}

/** Returns the scopes of a token: those of the client that the roles of the person, if there is one, allow now. */
export function scopesOfToken({ oidc: { account, client } }: KoaContextWithOIDC): readonly Scope[] {
  const ofClient = scopesOfClient(client);
  if (!isPerson(account)) return ofClient;
  const ofPerson = scopesOf(account.roles);
  return ofClient.filter((scope) => ofPerson.includes(scope));
}
