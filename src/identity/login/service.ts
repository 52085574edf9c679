/** Use cases: logging in with a password, and replacing an initial password. */
import { requireParty } from '../../parties/index.ts';
import type { Db, Tx } from '../../platform/database/db.ts';
import { divisionName } from '../../platform/law/index.ts';
import { hashPassword, matchesPassword } from '../passwords/argon2-adapter.ts';
import { loadCommonPasswords } from '../passwords/list-adapter.ts';
import { refuseWeak } from '../passwords/password.ts';
import { actorOfPerson, recordPersonFact } from '../people/fact-service.ts';
import { LOGIN, loginOf, type Person, refuseLogin } from '../people/person.ts';
import { personProblem } from '../people/problems.ts';
import { findPersonByLogin, lockPerson } from '../people/store.ts';
import { endLogins } from '../revocation/service.ts';
import { byAddress, byLogin, byPlace, type Counter, type Place, waitSeconds } from './lock-out.ts';
import { suffice } from './login.ts';
import { clearFailedAttempts, countFailedAttempt, isKnownPlace, keepKnownPlace, uncountAttempt } from './store.ts';
import { takeTurn } from './turn-service.ts';

export type LoginDeps = { readonly db: Db; readonly clock: () => Date };
/** `encryptionKey`: secret with which the known addresses of people are hashed. */
export type PasswordDeps = LoginDeps & { readonly encryptionKey: Buffer };

/** Login name and password as typed, and the place they came from. */
export type Credentials = Place & { readonly login: string; readonly password: string };

/**
 * Finds the person with this login name and password. Neither the answer nor its response time reveals whether a login
 * name exists. That a person is blocked is shown only with the right password.
 * @throws Problem `login-wrong`, `login-locked`, `person-blocked`, `password-expired`
 */
export async function logIn(deps: PasswordDeps, typed: Credentials): Promise<Person> {
  const login = loginOf(typed.login);
  const place = byPlace(login, typed, deps.encryptionKey);
  const counted = await countAttempts(deps, { ...typed, login, place });
  // Checks the form first: PostgreSQL rejects some texts that can be typed.
  const person = LOGIN.test(login) ? await findPersonByLogin(deps.db, login) : undefined;
  const matches = await whenFree(() => matchesPassword(person?.password ?? null, typed.password));
  if (person === undefined || !matches) {
    const failures = counted.get(place.key) ?? 0;
    if (person !== undefined && failures === place.max) {
      await recordLockOut(deps, person, { kind: 'person.login-locked', failures });
    }
    throw personProblem('login-wrong');
  }
  for (const key of counted.keys()) await uncountAttempt(deps.db, { key });
  await clearFailedAttempts(deps.db, place);
  const address = byPlace(login, { ...typed, device: undefined }, deps.encryptionKey);
  await keepKnownPlace(deps.db, byLogin(login), address, deps.clock());
  refuseLogin(person, deps.clock());
  return person;
}

/**
 * Counts an attempt of an address to guess a secret, such as the code of a device. The caller removes it when the
 * secret was right.
 * @throws Problem `login-locked`
 */
export async function countAttemptFrom(
  deps: LoginDeps,
  address: string,
): Promise<{ readonly takeBack: () => Promise<void> }> {
  const counter = byAddress(address);
  await countAttempt(deps, counter);
  return { takeBack: () => uncountAttempt(deps.db, counter) };
}

type PasswordAttempt = Place & { readonly login: string; readonly place: Counter };

/**
 * Counts an attempt to log in. At a known browser or address only its own failures count. Returns the number of failed
 * attempts by the key of each counter.
 * @throws Problem `login-locked`; then no counter counts it
 */
async function countAttempts(
  deps: PasswordDeps,
  { login, place, address, device }: PasswordAttempt,
): Promise<ReadonlyMap<string, number>> {
  const isKnown = device !== undefined || (await isKnownPlace(deps.db, place, deps.clock()));
  const counted = new Map<string, number>();
  try {
    for (const counter of isKnown ? [place] : [byAddress(address), place]) {
      counted.set(counter.key, await countAttempt(deps, counter));
    }
    if (!isKnown) counted.set(await takeTurn(deps, login, address), 0);
  } catch (error) {
    for (const key of counted.keys()) await uncountAttempt(deps.db, { key });
    throw error;
  }
  return counted;
}

/** Counts an attempt before its secret is checked. @throws Problem `login-locked` */
export async function countAttempt({ db, clock }: LoginDeps, counter: Counter): Promise<number> {
  const now = clock();
  const counted = await countFailedAttempt(db, counter, now);
  if (typeof counted === 'number') return counted;
  throw personProblem('login-locked', { retryAfterSeconds: waitSeconds(counter, counted, now) });
}

/** Maximum of passwords hashed at once. Hashing uses the threads that also verify the signatures of all tokens. */
const HASHES_MAX = 2;
let hashing = 0;
const waiting: (() => void)[] = [];

async function whenFree<Result>(work: () => Promise<Result>): Promise<Result> {
  if (hashing >= HASHES_MAX) await new Promise<void>((resume) => waiting.push(resume));
  hashing += 1;
  try {
    return await work();
  } finally {
    hashing -= 1;
    waiting.shift()?.();
  }
}

/** Lock-out after wrong passwords, or after wrong codes of the second factor, typed by a person who knows the password. */
type LockOut = { readonly kind: 'person.login-locked' | 'person.code-locked'; readonly failures: number };

/** Records a lock-out. Its actor is this service, because the person who guessed is unknown. */
export async function recordLockOut(deps: LoginDeps, person: Person, { kind, failures }: LockOut): Promise<void> {
  const actor = { subject: 'identity', source: 'local' } as const;
  const payload = { partyId: person.partyId, failures };
  await deps.db.transaction((tx) => recordPersonFact(tx, deps, { actor, person, kind, payload }));
}

/**
 * Locks the person of a login that goes on. `shown`: the person as the login found it when the password was right.
 * @throws Problem `login-lapsed` when all logins of before ended in the meantime; `person-blocked`, `password-expired`
 */
export async function lockLogin(tx: Tx, { clock }: LoginDeps, shown: Person): Promise<Person> {
  const person = await lockPerson(tx, shown.id);
  if (person === undefined) throw personProblem('login-lapsed');
  refuseLogin(person, clock());
  if (person.loginsVersion !== shown.loginsVersion) throw personProblem('login-lapsed');
  return person;
}

/** The password that a person chooses in place of the initial one, typed twice. */
export type NewPassword = { readonly person: Person; readonly password: string; readonly repeated: string };

/**
 * Sets the password that a person chose. All logins with the password before end.
 * @throws Problem `password-not-repeated`, `password-weak`, `password-guessable`, `password-unchanged`, `person-blocked`,
 * `password-expired`, `login-lapsed`
 */
export async function choosePassword(
  deps: LoginDeps,
  { person: found, password, repeated }: NewPassword,
): Promise<Person> {
  if (password !== repeated) throw personProblem('password-not-repeated');
  refuseWeak(password, { names: await namesOf(deps, found), isCommon: await loadCommonPasswords() });
  if (await matchesPassword(found.password, password)) throw personProblem('password-unchanged');
  const hash = await hashPassword(password);
  return deps.db.transaction(async (tx) => {
    // An administrator may have set another initial password in the meantime: then this choice is void.
    const before = await lockLogin(tx, deps, found);
    const chosen = { ...before, password: hash, passwordSetAt: deps.clock(), passwordExpiresAt: null };
    const person = await endLogins(tx, deps, chosen);
    const actor = actorOfPerson(person);
    const payload = { partyId: person.partyId, initial: false };
    await recordPersonFact(tx, deps, { actor, person, kind: 'person.password-set', payload });
    return person;
  });
}

/** Returns the names that a stranger would try: of the person, the login, the organisation and its places. */
async function namesOf({ db }: LoginDeps, { personName, login, partyId, division }: Person): Promise<string[]> {
  const party = partyId === null ? undefined : await requireParty(db, partyId, '#/body/partyId');
  const code = party?.divisionCode ?? division;
  const codes = code == null ? [] : [code, code.slice(0, 4), code.slice(0, 2)];
  const places = await Promise.all(codes.map((one) => divisionName(db, one)));
  return [personName, login, party?.name, ...places].filter((name) => name != null);
}

/** The client to which a person logged in; for a device also the software that it names. */
export type LoginTarget = { readonly clientId: string; readonly software?: string | undefined };

/** A person as shown by a login, with the methods of the login (RFC 8176). */
export type Proven = { readonly person: Person; readonly methods: readonly string[] };

/**
 * Records a login, or the authorisation of a device. Refuses it when the logins of the person ended since the password was
 * right, or a role now needs more. Leaves out the network address, which is personal data.
 * @throws Problem `login-lapsed`, `person-blocked`, `password-expired`
 */
export async function recordLogin(
  deps: LoginDeps,
  { person: shown, methods }: Proven,
  { clientId, software }: LoginTarget,
): Promise<void> {
  const isDevice = software !== undefined;
  const kind = isDevice ? 'person.device-let-in' : 'person.logged-in';
  await deps.db.transaction(async (tx) => {
    const person = await lockLogin(tx, deps, shown);
    if (!suffice(methods, person)) throw personProblem('login-lapsed');
    const payload = { partyId: person.partyId, clientId, ...(isDevice && { software }) };
    const actor = actorOfPerson(person);
    await recordPersonFact(tx, deps, { actor, person, kind, payload });
  });
}
