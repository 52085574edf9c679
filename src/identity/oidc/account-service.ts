/** People as the authorisation server knows them: who they are, and what their tokens say and may. */
import type { Account, Client, KoaContextWithOIDC } from 'oidc-provider';
import { isRole, type Role, scopesOf } from '../../core/access/roles.ts';
import { ALL_SCOPES, type Scope } from '../../core/access/scopes.ts';
import type { Db } from '../../platform/database/db.ts';
import type { Person } from '../people/person.ts';
import { findPerson } from '../people/store.ts';
import { hashOfGrant } from '../revocation/grant-service.ts';

/** What a token says of whom it acts for: names of claims. */
export const WHOSE = ['roles', 'party_id', 'division'] as const;

/** What an identity token tells the application of who logged in. */
export const IDENTITY_CLAIMS = ['sub', 'name', ...WHOSE];

export type PersonAccount = Account & {
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly whose: Record<string, unknown>;
};

/** Clocks of processes may differ so much, in milliseconds. */
const CLOCK_TOLERANCE_MS = 10_000;

/**
 * Nobody, for who is blocked: then nothing is given and nothing renewed. And nobody for a login by an earlier password:
 * it was ended, but a request that was on its way at that moment may have written it down again.
 */
export const findAccount =
  (db: Db) =>
  async ({ oidc }: KoaContextWithOIDC, sub: string, token?: object): Promise<PersonAccount | undefined> => {
    const person = await findPerson(db, sub);
    if (person === undefined || person.state === 'blocked') return undefined;
    const loggedInAt = token !== undefined && 'authTime' in token ? Number(token.authTime) : oidc.session?.loginTs;
    const isBefore = ((loggedInAt ?? Infinity) + 1) * 1_000 + CLOCK_TOLERANCE_MS < Number(person.passwordSetAt);
    return isBefore ? undefined : accountOf(person);
  };

function accountOf(person: Person): PersonAccount {
  const { id, personName, partyId, division } = person;
  // A role that the table no longer has gives nothing.
  const roles = person.roles.filter(isRole);
  const whose = {
    roles,
    ...(partyId !== null && { party_id: partyId }),
    ...(division !== null && { division }),
  };
  return { accountId: id, person, roles, whose, claims: () => ({ sub: id, name: personName, ...whose }) };
}

export const isPerson = (account: Account | undefined): account is PersonAccount =>
  account !== undefined && 'whose' in account;

/**
 * Claims of an access token: of the person it is given to, with what it can be refused by before it expires; else of the
 * client.
 */
export function claimsOf({ oidc: { account, client } }: KoaContextWithOIDC, token: object): Record<string, unknown> {
  if (isPerson(account)) {
    const grant = 'grantId' in token ? { login_grant: hashOfGrant(String(token.grantId)) } : {};
    return { ...account.whose, ...grant, roles_version: account.person.rolesVersion };
  }
  return Object.fromEntries(WHOSE.flatMap((name) => (client?.[name] === undefined ? [] : [[name, client[name]]])));
}

/** What a client may ask for: a machine for itself, an application or a handheld for whoever logs in. */
export function scopesOfClient(client: Client | undefined): readonly Scope[] {
  const named: unknown = client?.may_ask ?? client?.scope?.split(' ');
  return Array.isArray(named) ? ALL_SCOPES.filter((scope) => named.includes(scope)) : [];
}

/** The same, of which the roles of who logged in may; what they are no longer for is gone with the next token. */
export function scopesIn({ oidc: { account, client } }: KoaContextWithOIDC): readonly Scope[] {
  const given = scopesOfClient(client);
  if (!isPerson(account)) return given;
  const own = scopesOf(account.roles);
  return given.filter((scope) => own.includes(scope));
}

/**
 * The grant of a login, made without a page that asks for consent: every application is registered by the authority for
 * its own people, who use it for their work and decide nothing by a click on "allow". What they have to decide is whether
 * a device is theirs, and that is asked on the page where its code is confirmed.
 */
export const grantFor =
  (audience: string) =>
  async (ctx: KoaContextWithOIDC): Promise<KoaContextWithOIDC['oidc']['grant']> => {
    const { provider, client, session, account, params } = ctx.oidc;
    if (client === undefined || session === undefined || account === undefined) return undefined;
    const { accountId } = account;
    const { clientId } = client;
    const keptId = session.grantIdFor(clientId);
    const kept = keptId === undefined ? undefined : await provider.Grant.find(keptId);
    const grant = kept?.accountId === accountId ? kept : new provider.Grant({ accountId, clientId });
    const asked = String(params?.scope ?? '').split(' ');
    if (asked.includes('openid')) grant.addOIDCScope('openid');
    const granted = scopesIn(ctx).filter((scope) => asked.includes(scope));
    if (granted.length > 0) grant.addResourceScope(audience, granted.join(' '));
    await grant.save();
    return grant;
  };
