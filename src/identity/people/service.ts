/** Use cases: registering and blocking people, their roles and initial passwords. Passwords are shown once and never stored. */

import { seesOneOf, type Visibility } from '../../core/access/visibility.ts';
import type { Actor } from '../../core/actor.ts';
import { refuseGivenBy, requireSecondPerson } from '../../core/second-person.ts';
import { partyProblem, requireParty } from '../../parties/index.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { refuseOwnRoles } from '../clients/client.ts';
import { byLogin } from '../login/lock-out.ts';
import { clearAttemptsOf } from '../login/store.ts';
import { hashPassword } from '../passwords/argon2-adapter.ts';
import { readPasswordGivers } from '../passwords/giver-store.ts';
import { INITIAL_MS, newInitialPassword } from '../passwords/password.ts';
import { endLogins, revokeEarlierRoles } from '../revocation/service.ts';
import { removeSecondFactor } from '../second-factor/reset-service.ts';
import { recordPersonFact } from './fact-service.ts';
import {
  administers,
  assignRoles,
  block,
  type Duties,
  type Person,
  refuseOldLogin,
  refuseUnfit,
  unblock,
} from './person.ts';
import { personProblem } from './problems.ts';
import { countOtherAdministrators, findPerson, insertPerson, lockPerson, updatePerson } from './store.ts';

/** The caller of a use case. A manager sees the people of the own organisation, an administrator all people. */
export type Caller = { readonly actor: Actor; readonly visibility: Visibility };

export type PersonDraft = Pick<Person, 'personName' | 'personPhone' | 'partyId' | 'division' | 'roles' | 'login'>;

/** A change of one person, with its reason for the journal. */
type Change = Caller & { readonly id: string; readonly reason: string };

/** The new state of a person, and the new initial password if there is one. */
export type PersonWithPassword = { readonly person: Person; readonly initialPassword: string | null };

/** Reason for leaving row-level security: counters, second factors and revocations belong to the authorisation server alone. */
const LOG_OUT = 'the logins of a person end';

const NO_PASSWORD = { password: null, passwordSetAt: null, passwordExpiresAt: null } as const;

/**
 * Registers a person, with an initial password when there is a login name. A manager registers people for the own
 * organisation only.
 * @throws Problem `role-does-not-fit`, `party-missing`, `person-login-taken`
 */
export async function registerPerson(
  tx: Tx,
  deps: Deps,
  { actor, visibility, ...draft }: Caller & PersonDraft,
): Promise<PersonWithPassword> {
  const partyId = draft.partyId ?? (visibility.of === 'party' ? visibility.partyId : null);
  refuseUnfit({ ...draft, partyId });
  if (partyId !== null) await requireVisibleParty(tx, visibility, partyId);
  const bare: Person = {
    ...{ ...draft, ...NO_PASSWORD, partyId, id: deps.newId() },
    ...{ state: 'active', blockedAt: null, rolesVersion: 0, loginsVersion: 0, registeredAt: deps.clock(), version: 1 },
  };
  const initialPassword = draft.login === null ? null : newInitialPassword();
  const person = initialPassword === null ? bare : await withInitial(bare, initialPassword, deps.clock());
  if (!(await insertPerson(tx, person))) {
    throw personProblem('person-login-taken', { login: draft.login, pointer: '#/body/login' });
  }
  const { personName, personPhone, division, roles, login } = person;
  const payload = { personName, personPhone, partyId, division, roles, login };
  await recordPersonFact(tx, deps, { actor, person, kind: 'person.registered', payload });
  return { person, initialPassword };
}

/** Blocks a person and ends all logins. @throws Problem `person-missing`, `person-blocked-already`, `person-last-administrator` */
export async function blockPerson(tx: Tx, deps: Deps, change: Change): Promise<Person> {
  const before = await lockVisible(tx, change.visibility, change.id);
  const blocked = block(before, deps.clock());
  await keepAdministrator(tx, before, blocked);
  return recordState(tx, deps, change, blocked);
}

/** Lets a blocked person log in again. @throws Problem `person-missing`, `person-not-blocked` */
export async function unblockPerson(tx: Tx, deps: Deps, change: Change): Promise<Person> {
  const before = await lockVisible(tx, change.visibility, change.id);
  return recordState(tx, deps, change, unblock(before));
}

async function recordState(tx: Tx, deps: Deps, { actor, reason }: Change, changed: Person): Promise<Person> {
  const person = await endLogins(tx, deps, changed);
  const kind = person.state === 'blocked' ? 'person.blocked' : 'person.unblocked';
  await recordPersonFact(tx, deps, { actor, person, kind, payload: { partyId: person.partyId, reason } });
  return person;
}

/**
 * Gives a person other roles. Access tokens with the earlier roles are refused within 30 seconds. The person stays logged
 * in, and the next token carries the new roles.
 * @throws Problem `person-missing`, `role-does-not-fit`, `roles-own`, `person-last-administrator`
 */
export async function changeRoles(
  tx: Tx,
  deps: Deps,
  { actor, visibility, id, roles, division, reason }: Change & Duties,
): Promise<Person> {
  const before = await lockVisible(tx, visibility, id);
  const changed = assignRoles(before, { roles, division });
  refuseOwnRoles(actor, id, '#/body/roles');
  await keepAdministrator(tx, before, changed);
  const person = await updatePerson(tx, changed);
  await asServiceInAny(tx, LOG_OUT, () => revokeEarlierRoles(tx, deps, person));
  const payload = { partyId: person.partyId, division, roles, before: before.roles, reason };
  await recordPersonFact(tx, deps, { actor, person, kind: 'person.roles-changed', payload });
  return person;
}

/**
 * Gives a person another initial password, which must be changed at the first login. The password before and all logins
 * with it end; their access tokens are refused within 30 seconds.
 * @throws Problem `person-missing`, `person-has-no-login`, `person-blocked-already`
 */
export async function giveInitialPassword(
  tx: Tx,
  deps: Deps,
  { actor, visibility, id }: Caller & { readonly id: string },
): Promise<PersonWithPassword> {
  const before = await lockVisible(tx, visibility, id);
  if (before.login === null) throw personProblem('person-has-no-login', { id });
  if (before.state === 'blocked') throw personProblem('person-blocked-already', { id, state: before.state });
  const initialPassword = newInitialPassword();
  const person = await endLogins(tx, deps, await withInitial(before, initialPassword, deps.clock()));
  const counter = byLogin(before.login);
  await asServiceInAny(tx, LOG_OUT, () => clearAttemptsOf(tx, counter));
  const payload = { partyId: person.partyId, initial: true };
  await recordPersonFact(tx, deps, { actor, person, kind: 'person.password-set', payload });
  return { person, initialPassword };
}

/**
 * Removes the second factor of a person who lost it, and ends all logins. The person enrols another one at the next login.
 * A command on the machine of the service does so too.
 * @throws Problem `person-missing`, `second-factor-missing`
 */
export async function resetSecondFactor(tx: Tx, deps: Deps, change: Change): Promise<Person> {
  const before = await lockVisible(tx, change.visibility, change.id);
  await asServiceInAny(tx, LOG_OUT, () => removeSecondFactor(tx, before.id));
  const person = await endLogins(tx, deps, before);
  const payload = { partyId: person.partyId, reason: change.reason };
  await recordPersonFact(tx, deps, { actor: change.actor, person, kind: 'person.second-factor-reset', payload });
  return person;
}

/**
 * Resets the second factor as another person who logged in, with an account that did not come from the person. With a stolen
 * login, an attacker could reset that of the login, or register a system or another person for it.
 * @throws Problem as `resetSecondFactor`; `second-factor-own`, `second-person-not-logged-in`, `login-not-recent`,
 *   `second-person-dependent`
 */
export async function resetAsSecondPerson(tx: Tx, deps: Deps, change: Change): Promise<Person> {
  const { id } = await requirePerson(tx, change.visibility, change.id);
  requireSecondPerson(change.actor, id, () => personProblem('second-factor-own', { id }));
  refuseOldLogin(change.actor, deps.clock());
  const { subject } = change.actor;
  refuseGivenBy(id, { subject, passwordGivers: await readPasswordGivers(tx, subject, deps.clock()) });
  return resetSecondFactor(tx, deps, change);
}

async function withInitial(person: Person, initialPassword: string, now: Date): Promise<Person> {
  const passwordExpiresAt = new Date(now.getTime() + INITIAL_MS);
  return { ...person, password: await hashPassword(initialPassword), passwordSetAt: now, passwordExpiresAt };
}

/** @throws Problem `party-missing` */
async function requireVisibleParty(tx: Tx, visibility: Visibility, id: string): Promise<void> {
  const pointer = '#/body/partyId';
  const party = await requireParty(tx, id, pointer);
  if (!seesOneOf(visibility, [party])) throw partyProblem('party-missing', { id, pointer });
}

/** Reads a person whom the caller may see. @throws Problem `person-missing` */
export async function requirePerson(db: Reader, visibility: Visibility, id: string): Promise<Person> {
  return visibleOnly(visibility, id, await findPerson(db, id));
}

/** @throws Problem `person-last-administrator` when no other administrator remains who can log in */
async function keepAdministrator(tx: Tx, before: Person, after: Person): Promise<void> {
  if (!administers(before) || administers(after)) return;
  if ((await countOtherAdministrators(tx, before.id)) > 0) return;
  throw personProblem('person-last-administrator', { id: before.id });
}

/** Locks a person whom the caller may see. @throws Problem `person-missing` */
export async function lockVisible(tx: Tx, visibility: Visibility, id: string): Promise<Person> {
  return visibleOnly(visibility, id, await lockPerson(tx, id));
}

/** Treats a person of another organisation as missing. */
function visibleOnly(visibility: Visibility, id: string, person: Person | undefined): Person {
  const named = person?.partyId == null ? [] : [{ id: person.partyId, divisionCode: '' }];
  if (person === undefined || !seesOneOf(visibility, named)) throw personProblem('person-missing', { id });
  return person;
}

export { readPasswordGivers };
