/** Use cases: what was given for one login is taken back, or one token alone. */
import type { Db } from '../../platform/database/db.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { hashOfName } from '../oidc/oidc-state-service.ts';
import { deleteGrant } from '../oidc/oidc-state-store.ts';
import { actorOf, tellOf } from '../people/service.ts';
import { findPerson } from '../people/store.ts';
import { insertRevocation } from './store.ts';

export type GrantDeps = { readonly db: Db; readonly clock: () => Date };

/** Why a login ended: a code or refresh token came twice, the application gave it back, or somebody logged out. */
export type EndCause = 'used-twice' | 'given-back' | 'logged-out';

/** How a grant is named in access tokens and revocations. */
export const hashOfGrant = (grantId: string): string => hashOfName('Grant', grantId);

/** Ends a grant with all that was given under it; its access tokens are refused within half a minute. */
export async function endGrant(
  deps: GrantDeps,
  grantId: string,
  { cause, clientId }: { readonly cause: EndCause; readonly clientId: string | undefined },
): Promise<void> {
  const id = hashOfGrant(grantId);
  await deps.db.transaction(async (tx) => {
    const isNew = await insertRevocation(tx, { kind: 'grant', id, leastVersion: null }, deps.clock());
    const accountId = await deleteGrant(tx, grantId, id);
    const person = isNew && accountId !== undefined ? await findPerson(tx, accountId) : undefined;
    if (person === undefined) return;
    const actor =
      cause === 'logged-out' ? actorOf(person) : ({ subject: clientId ?? 'identity', source: 'local' } as const);
    const payload = { partyId: person.partyId, clientId: clientId ?? null, cause };
    await tellOf(tx, deps, { actor, person, kind: 'person.login-ended', payload });
  });
}

/** An access token as it says of itself. */
export type TokenClaims = { readonly jti: string; readonly sub: string; readonly clientId: string };

/** Has one access token refused, and nothing else: its client gave it back. */
export async function endToken(deps: GrantDeps, { jti, sub, clientId }: TokenClaims): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (tx) => {
    if (!(await insertRevocation(tx, { kind: 'token', id: jti, leastVersion: null }, at))) return;
    const actor = { subject: clientId, source: 'local' } as const;
    const person = sub === clientId ? undefined : await findPerson(tx, sub);
    if (person !== undefined) {
      const payload = { partyId: person.partyId, clientId };
      return tellOf(tx, deps, { actor, person, kind: 'person.token-given-back', payload });
    }
    await record(tx, [fact('client.token-given-back', `client:${clientId}`, actor, at, {})]);
  });
}
