/** Use cases: revoking the access tokens of a person. */
import type { Tx } from '../../platform/database/db.ts';
import type { Person } from '../people/person.ts';
import { deleteStatesOf, listGrantsOf } from '../state/store.ts';
import { insertRevocation, upsertRevocation } from './store.ts';

export type RevocationDeps = { readonly clock: () => Date };

/** Ends all logins of a person: sessions, codes and refresh tokens at once, access tokens within 30 seconds. */
export async function endLogins(tx: Tx, { clock }: RevocationDeps, personId: string): Promise<void> {
  // Revokes before it deletes, in the same order as `endGrant`: so the two never deadlock.
  for (const id of await listGrantsOf(tx, personId)) {
    await insertRevocation(tx, { kind: 'grant', id, minimumVersion: null }, clock());
  }
  await deleteStatesOf(tx, personId);
}

/** Revokes the access tokens of a person or a machine that carry earlier roles. */
export async function revokeEarlierRoles(
  tx: Tx,
  { clock }: RevocationDeps,
  { id, rolesVersion }: Pick<Person, 'id' | 'rolesVersion'>,
): Promise<void> {
  await upsertRevocation(tx, { kind: 'roles', id, minimumVersion: rolesVersion }, clock());
}
