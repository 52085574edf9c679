/** Use case: changing what is registered of a person. Roles, state and password have steps of their own. */
import { applyChange, type ChangeDeps, type Changed, type Changing } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Person } from './person.ts';
import { personProblem } from './problems.ts';
import { lockVisible } from './service.ts';
import { updateDescription } from './store.ts';

type Given = { readonly [Name in 'personName' | 'personPhone' | 'login']?: Person[Name] | undefined };

/**
 * Changes name, telephone or login name. A manager changes the people of the own organisation only.
 * @throws Problem `person-missing`, `person-login-taken`, and as `applyChange`
 */
export async function changePerson(
  tx: Tx,
  deps: ChangeDeps,
  { id, given, ...changing }: Changing & { readonly id: string; readonly given: Given },
): Promise<Changed<Person>> {
  const before = await lockVisible(tx, changing.visibility, id);
  const { personName = before.personName, personPhone = before.personPhone, login = before.login } = given;
  const after = { ...before, personName, personPhone, login };
  return applyChange<Person>(tx, deps, changing, {
    ...{ kind: 'person', partyId: before.partyId, before, after },
    write: async () => {
      if (await updateDescription(tx, after)) return;
      throw personProblem('person-login-taken', { login, pointer: '#/body/login' });
    },
  });
}
