/** Use cases: access tokens of a person that no longer hold. */
import type { Tx } from '../../platform/database/db.ts';
import { deleteStatesOf, listGrantsOf } from '../oidc/oidc-state-store.ts';
import type { Person } from '../people/person.ts';
import { insertRevocation, upsertRevocation } from './store.ts';

export type RevocationDeps = { readonly clock: () => Date };

/** Ends all that a person is logged in with, and has the access tokens given there refused. */
export async function endLogins(tx: Tx, { clock }: RevocationDeps, personId: string): Promise<void> {
  // Before anything is deleted: who ends one grant alone takes the same order, so neither waits for the other in a circle.
  for (const id of await listGrantsOf(tx, personId)) {
    await insertRevocation(tx, { kind: 'grant', id, leastVersion: null }, clock());
  }
  await deleteStatesOf(tx, personId);
}

/** Has access tokens refused that say the roles a person had before. */
export async function cutRoles(tx: Tx, { clock }: RevocationDeps, { id, rolesVersion }: Person): Promise<void> {
  await upsertRevocation(tx, { kind: 'roles', id, leastVersion: rolesVersion }, clock());
}
