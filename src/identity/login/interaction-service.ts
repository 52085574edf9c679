/** Use cases: what a person does on the pages of a login, until the application is told who it is. */

import { hashOfName, keepState, readState, type StateDeps } from '../oidc/oidc-state-service.ts';
import type { Login } from '../oidc/provider-service.ts';
import { mustChange, type Person } from '../people/person.ts';
import { personProblem } from '../people/problems.ts';
import { findPerson } from '../people/store.ts';
import { type Choice, choosePassword, type LoginDeps, logIn, type Typed, tellEntry } from './service.ts';

export type InteractionDeps = LoginDeps & StateDeps;

/** Who has shown an initial password in a login, and has to choose another one there. */
const MODEL = 'FirstLogin';
const CHOOSING_SECONDS = 900;

/** The person is known, or has to choose a password first. */
export type LoginStep = { readonly done: string } | { readonly mustChoose: true };

/** Who has shown an initial password in this login. @throws Problem `login-lapsed` */
export async function findChooser(deps: InteractionDeps, login: Login): Promise<Person> {
  const kept = await readState(deps, MODEL, { id: hashOfName(MODEL, login.uid) });
  const person = kept?.accountId && (await findPerson(deps.db, kept.accountId));
  if (!person) throw personProblem('login-lapsed');
  return person;
}

/**
 * @throws Problem `login-wrong`, `login-locked`, `person-blocked`, `password-expired`, `login-other-person`
 */
export async function takeLogin(deps: InteractionDeps, login: Login, typed: Typed): Promise<LoginStep> {
  const person = await logIn(deps, typed);
  // Whoever sits at the browser of another first ends what that one was logged in with.
  if (login.accountId !== undefined && login.accountId !== person.id) throw personProblem('login-other-person');
  if (!mustChange(person)) {
    await tellEntry(deps, person, { clientId: login.clientId });
    return { done: person.id };
  }
  await keepState(deps, { model: MODEL, name: login.uid, seconds: CHOOSING_SECONDS }, { accountId: person.id });
  return { mustChoose: true };
}

/**
 * @throws Problem `login-lapsed`, `password-not-repeated`, `password-weak`, `password-unchanged`, `person-blocked`,
 * `password-expired`
 */
export async function takeChoice(
  deps: InteractionDeps,
  login: Login,
  choice: Omit<Choice, 'id'>,
): Promise<{ readonly done: string }> {
  const { id } = await findChooser(deps, login);
  const person = await choosePassword(deps, { id, ...choice });
  await tellEntry(deps, person, { clientId: login.clientId });
  return { done: person.id };
}
