/** People who log in, and are named. */

import { ALL_ROLES, OFFICE } from '../core/access/roles.ts';
import { veil } from '../core/personal-data.ts';
import {
  blockPerson,
  ChangeRolesRequest,
  changeRoles,
  giveInitialPassword,
  listPeople,
  RegisterPersonRequest,
  registerPerson,
  toPersonResponse,
  unblockPerson,
  type Welcomed,
} from '../identity/index.ts';
import type { Deps } from '../platform/deps.ts';
import { StartupError } from '../platform/process/startup-error.ts';
import { ACTOR, allOf, type Command, type Commands, checked, type Given, idIn, partyIdOf, words } from './command.ts';

const BY = { actor: ACTOR, visibility: { of: 'all' } } as const;

export const PEOPLE_COMMANDS: Commands = {
  'people add': {
    use: 'people add --name <name> --role <role> [--login <login name>] [--party <id or social credit code>] [--division <code>] [--phone <number>]',
    says: 'Registers a person, and shows the initial password once when there is a login name.',
    options: {
      name: 'name of the person',
      role: `what the person does, one or more: ${ALL_ROLES.join(', ')}`,
      login: 'login name; without one the person never logs in, such as a driver who is only named',
      party: 'the organisation the person acts for, in the roles of organisations',
      division: 'GB/T 2260 code of the city (4 digits) or partner province (2), in their roles',
      phone: 'telephone number',
    },
    act: addPerson,
  },
  'people list': {
    use: 'people list',
    says: 'Lists all people, the blocked ones too. Names and numbers are masked.',
    act: async ({ deps }) =>
      masked(await allOf((cursor) => listPeople(deps.db, BY.visibility, { limit: 200, cursor }))),
  },
  'people block': changing('block', 'Blocks a person. Within a minute the tokens given are refused.', blockPerson),
  'people unblock': changing('unblock', 'Lets a blocked person log in again.', unblockPerson),
  'people roles': {
    use: 'people roles <id> --role <role> --reason <why> [--division <code>]',
    says: 'Gives a person other roles, in the tokens from the next one on.',
    options: {
      role: `what the person does, one or more: ${ALL_ROLES.join(', ')}`,
      reason: 'why, as the journal keeps it',
      division: 'GB/T 2260 code of the city (4 digits) or partner province (2), in their roles',
    },
    names: 1,
    act: ({ deps, names, values: { role, reason, division } }) => {
      const given = checked(ChangeRolesRequest, { roles: words(role), reason, division }, 'The change');
      const change = { ...given, id: idIn(names, 'person') };
      return deps.db.transaction(async (tx) => masked(toPersonResponse(await changeRoles(tx, deps, BY, change))));
    },
  },
  'people password': {
    use: 'people password <id>',
    says: 'Gives a person another initial password, shown once. Sessions and tokens of the one before end.',
    names: 1,
    act: ({ deps, names }) =>
      deps.db.transaction(async (tx) => shown(await giveInitialPassword(tx, deps, BY, { id: idIn(names, 'person') }))),
  },
};

function changing(step: string, says: string, take: typeof blockPerson): Command {
  return {
    use: `people ${step} <id> --reason <why>`,
    says,
    options: { reason: 'why, as the journal keeps it' },
    names: 1,
    act: ({ deps, names, values: { reason } }) => {
      if (reason === undefined || reason.trim() === '') throw new StartupError('Say with --reason why.');
      const change = { id: idIn(names, 'person'), reason };
      return deps.db.transaction(async (tx) => masked(toPersonResponse(await take(tx, deps, BY, change))));
    },
  };
}

async function addPerson({ deps, values }: Given): Promise<unknown> {
  const { name, role, login, party, division, phone } = values;
  if (role === undefined) throw new StartupError(`Say with --role what the person does: ${ALL_ROLES.join(', ')}.`);
  const partyId = party === undefined ? null : await partyIdOf(deps, party);
  return register(deps, { personName: name, personPhone: phone, partyId, division, roles: words(role), login });
}

/** The first person of the authority: the province office, who keeps the register, the clients and the people. */
export function addAdministrator(deps: Deps, login: string, personName = 'administrator'): Promise<unknown> {
  return register(deps, { personName, login, roles: OFFICE });
}

function register(deps: Deps, given: object): Promise<unknown> {
  const draft = checked(RegisterPersonRequest, given, 'The person');
  return deps.db.transaction(async (tx) => shown(await registerPerson(tx, deps, BY, draft)));
}

function shown({ person, initialPassword }: Welcomed): unknown {
  return masked({ ...toPersonResponse(person), ...(initialPassword !== null && { initialPassword }) });
}

/** Scripts and screens are read by more than one: who needs a name in clear says what for (GET /v1/people). */
function masked(value: unknown): unknown {
  return veil(value, { records: 'person', purposeTold: false }).value;
}
