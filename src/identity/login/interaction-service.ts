/** Use cases: the steps of a person on the login pages, up to the login. */

import { loginOf, mustChange, type Person } from '../people/person.ts';
import { personProblem } from '../people/problems.ts';
import { findPerson } from '../people/store.ts';
import { hashOfName, keepState, readState, type StateDeps } from '../state/service.ts';
import { type DeviceCookie, deviceOf, newDevice } from './device.ts';
import type { Login } from './login.ts';
import { type Credentials, choosePassword, type LoginDeps, logIn, type NewPassword, recordLogin } from './service.ts';

export type InteractionDeps = LoginDeps & StateDeps;

/** State of a login whose initial password was right and must be replaced. */
const MODEL = 'FirstLogin';
const CHOOSING_SECONDS = 900;

/** A completed login: the person, and the cookie that marks the browser as known for the next one. */
export type Done = { readonly done: string; readonly device: DeviceCookie };

/** Result of a password check: the person is logged in, or must first choose a password. */
export type LoginStep = Done | { readonly mustChoose: true };

/** Login name and password as typed, with the network address and the cookies of the browser. */
export type TypedCredentials = Omit<Credentials, 'device'> & { readonly cookies: string | undefined };

/** Finds the person who entered an initial password in this login. @throws Problem `login-lapsed` */
export async function findFirstLogin(deps: InteractionDeps, login: Login): Promise<Person> {
  const kept = await readState(deps, MODEL, { id: hashOfName(MODEL, login.uid) });
  const person = kept?.accountId && (await findPerson(deps.db, kept.accountId));
  if (!person) throw personProblem('login-lapsed');
  return person;
}

/**
 * Checks login name and password.
 * @throws Problem `login-wrong`, `login-locked`, `person-blocked`, `password-expired`, `login-other-person`
 */
export async function submitCredentials(
  deps: InteractionDeps,
  login: Login,
  { cookies, ...typed }: TypedCredentials,
): Promise<LoginStep> {
  const device = deviceOf(cookies, loginOf(typed.login), deps.encryptionKey);
  const person = await logIn(deps, { ...typed, device });
  // At a shared browser, the previous person must log out first.
  if (login.accountId !== undefined && login.accountId !== person.id) throw personProblem('login-other-person');
  if (!mustChange(person)) {
    return complete(deps, login, person);
  }
  await keepState(deps, { model: MODEL, name: login.uid, seconds: CHOOSING_SECONDS }, { accountId: person.id });
  return { mustChoose: true };
}

/**
 * Replaces the initial password by the one that the person chose.
 * @throws Problem `login-lapsed`, `password-not-repeated`, `password-weak`, `password-guessable`, `password-unchanged`,
 * `person-blocked`, `password-expired`
 */
export async function submitNewPassword(
  deps: InteractionDeps,
  login: Login,
  typed: Omit<NewPassword, 'id'>,
): Promise<Done> {
  const { id } = await findFirstLogin(deps, login);
  const person = await choosePassword(deps, { id, ...typed });
  return complete(deps, login, person);
}

async function complete(deps: InteractionDeps, { clientId }: Login, person: Person): Promise<Done> {
  await recordLogin(deps, person, { clientId });
  return { done: person.id, device: newDevice(person.login ?? '', deps.encryptionKey) };
}
