/** Use cases: revoking the access tokens of a person. */
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import type { Person } from '../people/person.ts';
import { updatePerson } from '../people/store.ts';
import { deleteStatesOf, listGrantsOf } from '../state/store.ts';
import { insertRevocation, upsertRevocation } from './store.ts';

export type RevocationDeps = { readonly clock: () => Date };

/** Reason for leaving row-level security: sessions and revocations belong to the authorisation server alone. */
const LOG_OUT = 'the logins of a person end';

/**
 * Stores a changed person, whom the caller has locked, and ends all logins of before: sessions, codes and refresh tokens at
 * once, access tokens within 30 seconds. A login that is stored again later carries the version of before, and fails by it.
 */
export async function endLogins(tx: Tx, { clock }: RevocationDeps, changed: Person): Promise<Person> {
  const person = await updatePerson(tx, { ...changed, loginsVersion: changed.loginsVersion + 1 });
  await asServiceInAny(tx, LOG_OUT, async () => {
    // Revokes before it deletes, in the same order as `endGrant`: so the two never deadlock.
    for (const id of await listGrantsOf(tx, person.id)) {
      await insertRevocation(tx, { kind: 'grant', id, minimumVersion: null }, clock());
    }
    await deleteStatesOf(tx, person.id);
  });
  return person;
}

/** Revokes the access tokens of a person or a machine that carry earlier roles. */
export async function revokeEarlierRoles(
  tx: Tx,
  { clock }: RevocationDeps,
  { id, rolesVersion }: Pick<Person, 'id' | 'rolesVersion'>,
): Promise<void> {
  await upsertRevocation(tx, { kind: 'roles', id, minimumVersion: rolesVersion }, clock());
}
