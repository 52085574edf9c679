/** Use cases: the steps of a person on the login pages, up to the login. */

import { isRole, needSecondFactor } from '../../core/access/roles.ts';
import { loginOf, mustChange, type Person, refuseLogin } from '../people/person.ts';
import { personProblem } from '../people/problems.ts';
import { findPerson } from '../people/store.ts';
import { checkCode, enrol } from '../second-factor/service.ts';
import { findSecondFactor } from '../second-factor/store.ts';
import { addressOfSecret, newSecret } from '../second-factor/totp-adapter.ts';
import { hashOfName, keepState, type Payload, readState, type StateDeps } from '../state/service.ts';
import { deleteState } from '../state/store.ts';
import { type DeviceCookie, deviceOf, newDevice } from './device.ts';
import { FIRST_VERSION, type Login, METHODS, versionOf } from './login.ts';
import { type Credentials, choosePassword, type LoginDeps, logIn, type NewPassword, recordLogin } from './service.ts';

export type InteractionDeps = LoginDeps & StateDeps;

/** State of a login whose initial password was right and must be replaced. */
const MODEL = 'FirstLogin';
/** State of a login whose password was right, and which waits for the second factor. */
const CODE = 'SecondFactor';
const CHOOSING_SECONDS = 900;

/** A completed login: the person, its methods, and the cookie that marks the browser as known for the next one. */
export type Done = { readonly done: Person; readonly by: keyof typeof METHODS; readonly device: DeviceCookie };

/** Result of a step: the person is logged in, or the page that comes next. */
export type LoginStep = Done | { readonly next: 'password' | 'code' };

/** Login name and password as typed, with the network address and the cookies of the browser. */
export type TypedCredentials = Omit<Credentials, 'device'> & { readonly cookies: string | undefined };

/** Members of an open login: the person, and the version of the logins with which the password was right. */
type Shown = Payload & { readonly version: string };

const shownBy = (person: Person): Shown => ({ accountId: person.id, version: versionOf(person) });

/** Finds the person of an open login, unless its logins ended in the meantime. @throws Problem `login-lapsed` */
async function findShown<Kept extends Shown>(deps: InteractionDeps, model: string, { uid }: Login) {
  const kept = await readState<Kept>(deps, model, { id: hashOfName(model, uid) });
  const person = kept?.accountId && (await findPerson(deps.db, kept.accountId));
  if (!kept || !person || (kept.version ?? FIRST_VERSION) !== versionOf(person)) throw personProblem('login-lapsed');
  return { kept, person };
}

/** Finds the person who entered an initial password in this login. @throws Problem `login-lapsed` */
export async function findFirstLogin(deps: InteractionDeps, login: Login): Promise<Person> {
  return (await findShown(deps, MODEL, login)).person;
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
    return afterPassword(deps, login, person);
  }
  await keepState(deps, { model: MODEL, name: login.uid, seconds: CHOOSING_SECONDS }, shownBy(person));
  return { next: 'password' };
}

/**
 * Replaces the initial password by the one that the person chose.
 * @throws Problem `login-lapsed`, `password-not-repeated`, `password-weak`, `password-guessable`, `password-unchanged`,
 * `person-blocked`, `password-expired`
 */
export async function submitNewPassword(
  deps: InteractionDeps,
  login: Login,
  typed: Omit<NewPassword, 'person'>,
): Promise<LoginStep> {
  const found = await findFirstLogin(deps, login);
  const person = await choosePassword(deps, { person: found, ...typed });
  return afterPassword(deps, login, person);
}

/** Completes a login by password, or keeps it open for the second factor that a role of the person needs. */
async function afterPassword(deps: InteractionDeps, login: Login, person: Person): Promise<LoginStep> {
  if (!needSecondFactor(person.roles.filter(isRole))) return complete(deps, login, { person, by: 'password' });
  const secret = (await findSecondFactor(deps.db, person.id)) === undefined ? newSecret() : null;
  await keepCode(deps, login, { person, secret });
  return { next: 'code' };
}

/**
 * A login that waits for a code: of the application that is enrolled, or of the one that enrols with `secret`, which it reads
 * from `address`.
 */
export type OpenCode = {
  readonly person: Person;
  readonly secret: string | null;
  readonly address: string;
  readonly confirmed: boolean;
};

type KeptCode = Shown & { readonly secret: string | null; readonly confirmed: boolean };

async function keepCode(
  deps: InteractionDeps,
  { uid }: Login,
  { person, secret, confirmed = false }: Pick<OpenCode, 'person' | 'secret'> & Partial<OpenCode>,
): Promise<void> {
  const kept: KeptCode = { ...shownBy(person), secret, confirmed };
  await keepState(deps, { model: CODE, name: uid, seconds: CHOOSING_SECONDS }, kept);
}

/** Finds the person of this login who has shown the password. @throws Problem `login-lapsed`, `person-blocked` */
export async function findOpenCode(deps: InteractionDeps, login: Login): Promise<OpenCode> {
  const { kept, person } = await findShown<KeptCode>(deps, CODE, login);
  refuseLogin(person, deps.clock());
  const { secret, confirmed } = kept;
  return { person, secret, address: addressOfSecret(secret ?? '', person.login ?? ''), confirmed };
}

/** A code as typed, with the cookies of the browser. */
export type TypedIn = { readonly code: string; readonly cookies: string | undefined };

/**
 * Checks a code. Without an enrolled application the code confirms the new one, and the recovery codes are shown once.
 * @throws Problem `login-code-wrong`, `login-locked`, `login-lapsed`, `person-blocked`
 */
export async function submitCode(
  deps: InteractionDeps,
  login: Login,
  { code: typed, cookies }: TypedIn,
): Promise<Done | { readonly recoveryCodes: readonly string[] }> {
  const { person, secret, confirmed } = await findOpenCode(deps, login);
  if (confirmed) throw personProblem('login-lapsed');
  const device = deviceOf(cookies, person.login ?? '', deps.encryptionKey);
  if (secret === null) {
    await checkCode(deps, { person, typed, device });
    return complete(deps, login, { person, by: 'secondFactor' });
  }
  const recoveryCodes = await enrol(deps, { person, typed, device, secret });
  await keepCode(deps, login, { person, secret: null, confirmed: true });
  return { recoveryCodes };
}

/** Completes the login of a person who has enrolled and noted the recovery codes. @throws Problem `login-lapsed` */
export async function finishEnrolment(deps: InteractionDeps, login: Login): Promise<Done> {
  const { person, confirmed } = await findOpenCode(deps, login);
  if (!confirmed) throw personProblem('login-lapsed');
  return complete(deps, login, { person, by: 'secondFactor' });
}

type Proven = { readonly person: Person; readonly by: keyof typeof METHODS };

async function complete(deps: InteractionDeps, login: Login, { person, by }: Proven): Promise<Done> {
  await recordLogin(deps, { person, methods: METHODS[by] }, { clientId: login.clientId });
  await deleteState(deps.db, CODE, hashOfName(CODE, login.uid));
  return { done: person, by, device: newDevice(person.login ?? '', deps.encryptionKey) };
}
