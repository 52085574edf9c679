/** Use case: changing what is registered of a client. Secrets and revocation have steps of their own, keys never change. */
import { applyChange, type ChangeDeps, type Changed, type Changing } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import { revokeEarlierRoles } from '../revocation/service.ts';
import { type Client, refuseBeyondRoles, refuseOwnRoles } from './client.ts';
import { lockUnrevoked } from './service.ts';
import { updateDescription } from './store.ts';

type Member = 'name' | 'roles' | 'scopes' | 'redirectUris' | 'dpopRequired';
type Given = { readonly [Name in Member]?: Client[Name] | undefined };

/** Members that decide what the tokens of a client allow. */
const RIGHTS: readonly string[] = ['roles', 'scopes', 'dpopRequired'];

/**
 * Changes a client. Access tokens that a machine got with other rights are refused within 30 seconds.
 * @throws Problem `client-missing`, `client-revoked-already`, `role-does-not-fit`, `client-scope-refused`, `roles-own`, and
 *   as `applyChange`
 */
export async function changeClient(
  tx: Tx,
  deps: ChangeDeps,
  {
    id,
    given,
    check,
    ...changing
  }: Changing & { readonly id: string; readonly given: Given; readonly check: (client: object) => void },
): Promise<Changed<Client>> {
  const before = await lockUnrevoked(tx, id);
  const { name = before.name, roles = before.roles, scopes = before.scopes } = given;
  const { redirectUris = before.redirectUris, dpopRequired = before.dpopRequired } = given;
  const isBound = dpopRequired || before.kind === 'handheld';
  const after: Client = { ...before, name, roles, scopes, redirectUris, dpopRequired: isBound };
  check(after);
  return applyChange<Client>(tx, deps, changing, {
    ...{ kind: 'client', partyId: before.partyId, before, after },
    judge: (names) => {
      const own = names.find((member) => RIGHTS.includes(member));
      if (own !== undefined) refuseOwnRoles(changing.actor, id, `#/body/${own}`);
      refuseBeyondRoles(after);
    },
    write: async (names) => {
      await updateDescription(tx, after);
      if (!names.some((member) => RIGHTS.includes(member))) return;
      const now = { id, rolesVersion: before.version + 1 };
      await asServiceInAny(tx, 'tokens with the earlier rights of a client end', () =>
        revokeEarlierRoles(tx, deps, now),
      );
    },
  });
}
