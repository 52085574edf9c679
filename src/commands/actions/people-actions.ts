/** Actions of the commands for people. */
import { ROLE_LIST } from '../../core/access/role-terms.ts';
import { PROVINCE_OFFICE_ROLES } from '../../core/access/roles.ts';
import { maskFields } from '../../core/personal-data.ts';
import {
  blockPerson,
  ChangeRolesRequest,
  changeRoles,
  giveInitialPassword,
  IDENTITY_FIELDS,
  listPeople,
  type PersonWithPassword,
  RegisterPersonRequest,
  registerPerson,
  resetSecondFactor,
  toPersonResponse,
  unblockPerson,
} from '../../identity/people/index.ts';
import type { ServiceDeps } from '../../platform/deps.ts';
import { StartupError } from '../../platform/process/startup-error.ts';
import type { Action } from '../command.ts';
import { ACTOR, allOf, checked, idIn, partyIdOf, words } from '../input.ts';

const BY = { actor: ACTOR, visibility: { of: 'all' } } as const;

export const addPerson: Action = async ({ deps, values }) => {
  const { name, role, login, party, division, phone } = values;
  if (role === undefined)
    throw new StartupError({
      en: `Give the role of the person with --role: ${ROLE_LIST.en}.`,
      zh: `请用 --role 指定人员的角色：${ROLE_LIST.zh}。`,
    });
  const partyId = party === undefined ? null : await partyIdOf(deps, party);
  return register(deps, { personName: name, personPhone: phone, partyId, division, roles: words(role), login });
};

/** Registers the first person of the authority: regulator and administrator of the province. */
export function registerAdministrator(deps: ServiceDeps, login: string, personName: string): Promise<unknown> {
  return register(deps, { personName, login, roles: PROVINCE_OFFICE_ROLES });
}

export const listAllPeople: Action = async ({ deps }) =>
  masked(await allOf((cursor) => listPeople(deps.db, BY.visibility, { limit: 200, cursor })));

const changing =
  (change: typeof blockPerson): Action =>
  async ({ deps, positionals, values: { reason } }) => {
    if (reason === undefined || reason.trim() === '')
      throw new StartupError({ en: 'Give the reason with --reason.', zh: '请用 --reason 填写原因。' });
    const changed = { id: idIn(positionals), reason };
    return deps.db.transaction(async (tx) => masked(toPersonResponse(await change(tx, deps, { ...BY, ...changed }))));
  };

export const block: Action = changing(blockPerson);
export const unblock: Action = changing(unblockPerson);
export const resetFactor: Action = changing(resetSecondFactor);

export const giveRoles: Action = async ({ deps, positionals, values: { role, reason, division } }) => {
  const given = checked(ChangeRolesRequest, { roles: words(role), reason, division }, IDENTITY_FIELDS);
  const change = { ...given, id: idIn(positionals) };
  return deps.db.transaction(async (tx) => masked(toPersonResponse(await changeRoles(tx, deps, { ...BY, ...change }))));
};

export const givePassword: Action = async ({ deps, positionals }) => {
  const person = { id: idIn(positionals) };
  return deps.db.transaction(async (tx) => shown(await giveInitialPassword(tx, deps, { ...BY, ...person })));
};

function register(deps: ServiceDeps, given: object): Promise<unknown> {
  const draft = checked(RegisterPersonRequest, given, IDENTITY_FIELDS);
  return deps.db.transaction(async (tx) => shown(await registerPerson(tx, deps, { ...BY, ...draft })));
}

function shown({ person, initialPassword }: PersonWithPassword): unknown {
  return masked({ ...toPersonResponse(person), ...(initialPassword !== null && { initialPassword }) });
}

/** Masks names and numbers, because many people may read the output. GET /v1/people shows them for a stated purpose. */
function masked(value: unknown): unknown {
  return maskFields(value, { records: 'person', purposeStated: false }).value;
}
