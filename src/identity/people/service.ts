/** Use cases: people registered, blocked and let in again, given a password. Passwords are told once and never kept. */

import { seesOneOf, type Visibility } from '../../core/access/visibility.ts';
import type { Actor } from '../../core/actor.ts';
import { partyProblem, requireParty } from '../../parties/index.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { asOwner } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { byLogin } from '../login/lock-out.ts';
import { cutRoles, endLogins } from '../revocation/service.ts';
import { hashPassword, INITIAL_MS, newInitialPassword } from './password.ts';
import { type Person, refuseUnfit } from './person.ts';
import { personProblem } from './problems.ts';
import { findPerson, forgetAttempts, insertPerson, lockPerson, updatePerson } from './store.ts';

/** Who acts, and whose people are within reach: an organisation's manager keeps its own, an administrator all. */
export type By = { readonly actor: Actor; readonly visibility: Visibility };

export type PersonDraft = Pick<Person, 'personName' | 'personPhone' | 'partyId' | 'division' | 'roles' | 'login'>;

/** The new state, and the initial password where one was made. */
export type Welcomed = { readonly person: Person; readonly initialPassword: string | null };

/** What people are logged in with, and which tokens are refused, is the authorisation server's alone. */
const LOG_OUT = 'what a person is logged in with ends';

const NO_PASSWORD = { password: null, passwordSetAt: null, passwordExpiresAt: null } as const;

/**
 * Registers a person, with an initial password when there is a login name. Who keeps the people of one organisation
 * registers them for it, and in no role that acts for anything else.
 * @throws Problem `role-does-not-fit`, `party-missing`, `person-login-taken`
 */
export async function registerPerson(tx: Tx, deps: Deps, by: By, draft: PersonDraft): Promise<Welcomed> {
  const partyId = draft.partyId ?? (by.visibility.of === 'party' ? by.visibility.partyId : null);
  refuseUnfit({ ...draft, partyId });
  if (partyId !== null) await requireWithin(tx, by.visibility, partyId);
  const bare: Person = {
    ...{ ...draft, ...NO_PASSWORD, partyId, id: deps.newId() },
    ...{ state: 'active', blockedAt: null, rolesVersion: 0, registeredAt: deps.clock() },
  };
  const initialPassword = draft.login === null ? null : newInitialPassword();
  const person = initialPassword === null ? bare : await withInitial(bare, initialPassword, deps.clock());
  if (!(await insertPerson(tx, person))) {
    throw personProblem('person-login-taken', { login: draft.login, pointer: '#/body/login' });
  }
  const { personName, personPhone, division, roles, login } = person;
  const payload = { personName, personPhone, partyId, division, roles, login };
  await tellOf(tx, deps, { actor: by.actor, person, kind: 'person.registered', payload });
  return { person, initialPassword };
}

/** Ends what the person is logged in with, and lets nobody in. @throws Problem `person-missing`, `person-blocked-already` */
export async function blockPerson(tx: Tx, deps: Deps, by: By, { id, reason }: Change): Promise<Person> {
  const found = await requireLocked(tx, by.visibility, id);
  if (found.state === 'blocked') throw personProblem('person-blocked-already', { id });
  return changeState(tx, deps, by, { ...found, state: 'blocked', blockedAt: deps.clock() }, reason);
}

/** @throws Problem `person-missing`, `person-not-blocked` */
export async function unblockPerson(tx: Tx, deps: Deps, by: By, { id, reason }: Change): Promise<Person> {
  const found = await requireLocked(tx, by.visibility, id);
  if (found.state === 'active') throw personProblem('person-not-blocked', { id });
  return changeState(tx, deps, by, { ...found, state: 'active', blockedAt: null }, reason);
}

type Change = { readonly id: string; readonly reason: string };

async function changeState(tx: Tx, deps: Deps, by: By, person: Person, reason: string): Promise<Person> {
  await updatePerson(tx, person);
  await asOwner(tx, LOG_OUT, () => endLogins(tx, deps, person.id));
  const kind = person.state === 'blocked' ? 'person.blocked' : 'person.unblocked';
  await tellOf(tx, deps, { actor: by.actor, person, kind, payload: { partyId: person.partyId, reason } });
  return person;
}

/** What a person does from now on, for the same organisation or authority. */
export type Duties = Pick<Person, 'roles' | 'division'> & Change;

/**
 * Gives a person other roles. Tokens that say those before are refused within half a minute; whoever is logged in stays
 * so, and the next token says the new ones.
 * @throws Problem `person-missing`, `role-does-not-fit`
 */
export async function changeRoles(
  tx: Tx,
  deps: Deps,
  by: By,
  { id, roles, division, reason }: Duties,
): Promise<Person> {
  const before = await requireLocked(tx, by.visibility, id);
  const person = { ...before, roles, division, rolesVersion: before.rolesVersion + 1 };
  refuseUnfit(person);
  await updatePerson(tx, person);
  await asOwner(tx, LOG_OUT, () => cutRoles(tx, deps, person));
  const payload = { partyId: person.partyId, division, roles, before: before.roles, reason };
  await tellOf(tx, deps, { actor: by.actor, person, kind: 'person.roles-changed', payload });
  return person;
}

/**
 * Gives a person another initial password, which has to be changed at the first login. The one before, and all that it
 * was logged in with, end; access tokens given there are refused within half a minute.
 * @throws Problem `person-missing`, `person-has-no-login`, `person-blocked`
 */
export async function giveInitialPassword(
  tx: Tx,
  deps: Deps,
  by: By,
  { id }: { readonly id: string },
): Promise<Welcomed> {
  const found = await requireLocked(tx, by.visibility, id);
  if (found.login === null) throw personProblem('person-has-no-login', { id });
  if (found.state === 'blocked') throw personProblem('person-blocked-already', { id });
  const initialPassword = newInitialPassword();
  const person = await withInitial(found, initialPassword, deps.clock());
  await updatePerson(tx, person);
  const counted = byLogin(found.login);
  await asOwner(tx, LOG_OUT, async () => {
    await endLogins(tx, deps, id);
    await forgetAttempts(tx, counted);
  });
  const payload = { partyId: person.partyId, initial: true };
  await tellOf(tx, deps, { actor: by.actor, person, kind: 'person.password-set', payload });
  return { person, initialPassword };
}

async function withInitial(person: Person, initialPassword: string, now: Date): Promise<Person> {
  const passwordExpiresAt = new Date(now.getTime() + INITIAL_MS);
  return { ...person, password: await hashPassword(initialPassword), passwordSetAt: now, passwordExpiresAt };
}

/** @throws Problem `party-missing` */
async function requireWithin(tx: Tx, visibility: Visibility, id: string): Promise<void> {
  const pointer = '#/body/partyId';
  const party = await requireParty(tx, id, pointer);
  if (!seesOneOf(visibility, [party])) throw partyProblem('party-missing', { id, pointer });
}

/** A person within the visibility; one of another organisation does not exist. @throws Problem `person-missing` */
export async function requirePerson(db: Reader, visibility: Visibility, id: string): Promise<Person> {
  return seen(visibility, id, await findPerson(db, id));
}

async function requireLocked(tx: Tx, visibility: Visibility, id: string): Promise<Person> {
  return seen(visibility, id, await lockPerson(tx, id));
}

function seen(visibility: Visibility, id: string, person: Person | undefined): Person {
  const named = person?.partyId == null ? [] : [{ id: person.partyId, divisionCode: '' }];
  if (person === undefined || !seesOneOf(visibility, named)) throw personProblem('person-missing', { id });
  return person;
}

export type PersonNews = {
  readonly actor: Pick<Actor, 'subject' | 'partyId' | 'source'>;
  readonly person: Person;
  readonly kind: `person.${string}`;
  readonly payload: object;
};

/** A person as the journal names who acts. */
export function actorOf({ id, partyId }: Person): PersonNews['actor'] {
  return { subject: id, source: 'local', ...(partyId !== null && { partyId }) };
}

/** Writes down what became of a person: never a password, and no hash of one. */
export async function tellOf(tx: Tx, deps: Pick<Deps, 'clock'>, { actor, person, kind, payload }: PersonNews) {
  await record(tx, [fact(kind, `person:${person.id}`, actor, deps.clock(), payload)]);
}
