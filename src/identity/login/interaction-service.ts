/** Use cases: the steps of a person on the login pages, up to the login. */

import { mustChange, type Person } from '../people/person.ts';
import { personProblem } from '../people/problems.ts';
import { findPerson } from '../people/store.ts';
import { hashOfName, keepState, readState, type StateDeps } from '../state/service.ts';
import type { Login } from './login.ts';
import { type Credentials, choosePassword, type LoginDeps, logIn, type NewPassword, recordLogin } from './service.ts';

export type InteractionDeps = LoginDeps & StateDeps;

/** State of a login whose initial password was right and must be replaced. */
const MODEL = 'FirstLogin';
const CHOOSING_SECONDS = 900;

/** Result of a password check: the person is logged in, or must first choose a password. */
export type LoginStep = { readonly done: string } | { readonly mustChoose: true };

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
export async function submitCredentials(deps: InteractionDeps, login: Login, typed: Credentials): Promise<LoginStep> {
  const person = await logIn(deps, typed);
  // At a shared browser, the previous person must log out first.
  if (login.accountId !== undefined && login.accountId !== person.id) throw personProblem('login-other-person');
  if (!mustChange(person)) {
    await recordLogin(deps, person, { clientId: login.clientId });
    return { done: person.id };
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
): Promise<{ readonly done: string }> {
  const { id } = await findFirstLogin(deps, login);
  const person = await choosePassword(deps, { id, ...typed });
  await recordLogin(deps, person, { clientId: login.clientId });
  return { done: person.id };
}
