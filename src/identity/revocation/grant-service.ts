/** Use cases: ending one login with all its tokens, or revoking one access token. */
import type { Db } from '../../platform/database/db.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { actorOfPerson, recordPersonFact } from '../people/fact-service.ts';
import { findPerson } from '../people/store.ts';
import { hashOfName } from '../state/service.ts';
import { deleteGrant } from '../state/store.ts';
import { insertRevocation } from './store.ts';

export type GrantDeps = { readonly db: Db; readonly clock: () => Date };

/**
 * Reason why a login ended: a code or refresh token was used twice, the application revoked it, or the person logged
 * out.
 */
export type EndCause = 'used-twice' | 'given-back' | 'logged-out';

/** Returns the name of a grant in access tokens and revocations. */
export const hashOfGrant = (grantId: string): string => hashOfName('Grant', grantId);

/** Ends a login grant: codes and refresh tokens at once, access tokens within 30 seconds. */
export async function endGrant(
  deps: GrantDeps,
  grantId: string,
  { cause, clientId }: { readonly cause: EndCause; readonly clientId: string | undefined },
): Promise<void> {
  const id = hashOfGrant(grantId);
  await deps.db.transaction(async (tx) => {
    const isNew = await insertRevocation(tx, { kind: 'grant', id, minimumVersion: null }, deps.clock());
    const accountId = await deleteGrant(tx, grantId, id);
    const person = isNew && accountId !== undefined ? await findPerson(tx, accountId) : undefined;
    if (person === undefined) return;
    const actor =
      cause === 'logged-out' ? actorOfPerson(person) : ({ subject: clientId ?? 'identity', source: 'local' } as const);
    const payload = { partyId: person.partyId, clientId: clientId ?? null, cause };
    await recordPersonFact(tx, deps, { actor, person, kind: 'person.login-ended', payload });
  });
}

/** Claims of an access token by which it is revoked. */
export type TokenClaims = { readonly jti: string; readonly sub: string; readonly clientId: string };

/** Revokes one access token at the request of its client. */
export async function revokeToken(deps: GrantDeps, { jti, sub, clientId }: TokenClaims): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (tx) => {
    if (!(await insertRevocation(tx, { kind: 'token', id: jti, minimumVersion: null }, at))) return;
    const actor = { subject: clientId, source: 'local' } as const;
    const person = sub === clientId ? undefined : await findPerson(tx, sub);
    if (person !== undefined) {
      const payload = { partyId: person.partyId, clientId };
      return recordPersonFact(tx, deps, { actor, person, kind: 'person.token-given-back', payload });
    }
    await record(tx, [fact('client.token-given-back', `client:${clientId}`, actor, at, {})]);
  });
}
