/** Use cases: people log in with a password, and change one that somebody else made. */
import type { Db } from '../../platform/database/db.ts';
import { hashPassword, matchesPassword, refuseWeak } from '../people/password.ts';
import { LOGIN, loginOf, type Person, refuseLogin } from '../people/person.ts';
import { personProblem } from '../people/problems.ts';
import { actorOf, tellOf } from '../people/service.ts';
import {
  countAttempt,
  findPerson,
  findPersonByLogin,
  forgetAttempts,
  forgiveAttempt,
  lockPerson,
  updatePerson,
} from '../people/store.ts';
import { endLogins } from '../revocation/service.ts';
import { byAddress, byLogin, type Counted, waitSeconds } from './lock-out.ts';

export type LoginDeps = { readonly db: Db; readonly clock: () => Date };

/** What was typed, and the network address it came from. */
export type Typed = { readonly login: string; readonly password: string; readonly address: string };

/**
 * Who has this login name and this password. Whether the name exists is told by nothing, the time it takes included;
 * that a person is blocked is told to who knew the password alone.
 * @throws Problem `login-wrong`, `login-locked`, `person-blocked`, `password-expired`
 */
export async function logIn(deps: LoginDeps, typed: Typed): Promise<Person> {
  const login = loginOf(typed.login);
  const [account, address] = [byLogin(login), byAddress(typed.address)];
  await attempt(deps, address);
  const failures = await attempt(deps, account);
  // What can be no login name is nobody's; not everything that can be typed could be asked of the database.
  const person = LOGIN.test(login) ? await findPersonByLogin(deps.db, login) : undefined;
  const matches = await oneByOne(() => matchesPassword(person?.password ?? null, typed.password));
  if (person === undefined || !matches) {
    if (person !== undefined && failures === account.max) await tellLocked(deps, person, failures);
    throw personProblem('login-wrong');
  }
  await forgetAttempts(deps.db, account);
  await forgiveAttempt(deps.db, address);
  refuseLogin(person, deps.clock());
  return person;
}

/** Counts an attempt of an address at something that can be guessed, such as the code of a device. @throws Problem `login-locked` */
export async function attemptFrom(deps: LoginDeps, address: string): Promise<{ forgive: () => Promise<void> }> {
  const counted = byAddress(address);
  await attempt(deps, counted);
  return { forgive: () => forgiveAttempt(deps.db, counted) };
}

async function attempt({ db, clock }: LoginDeps, counted: Counted): Promise<number> {
  const now = clock();
  const answer = await countAttempt(db, counted, now);
  if (typeof answer === 'number') return answer;
  throw personProblem('login-locked', { retryAfterSeconds: waitSeconds(counted, answer, now) });
}

/** Passwords looked at at once: hashing takes threads that the signatures of all tokens are checked on as well. */
const AT_ONCE = 2;
let looking = 0;
const waiting: (() => void)[] = [];

async function oneByOne<Result>(work: () => Promise<Result>): Promise<Result> {
  if (looking >= AT_ONCE) await new Promise<void>((resume) => waiting.push(resume));
  looking += 1;
  try {
    return await work();
  } finally {
    looking -= 1;
    waiting.shift()?.();
  }
}

/** A login is locked by whoever guessed, and that is a fact of its own. */
async function tellLocked(deps: LoginDeps, person: Person, failures: number): Promise<void> {
  const actor = { subject: 'identity', source: 'local' } as const;
  const payload = { partyId: person.partyId, failures };
  await deps.db.transaction((tx) => tellOf(tx, deps, { actor, person, kind: 'person.login-locked', payload }));
}

/** What a person chooses in place of the initial password. */
export type Choice = { readonly id: string; readonly password: string; readonly repeated: string };

/**
 * Sets the password a person has chosen. Whoever else was logged in with the one before no longer is.
 * @throws Problem `password-not-repeated`, `password-weak`, `password-unchanged`, `person-blocked`, `password-expired`,
 * `login-lapsed`
 */
export async function choosePassword(deps: LoginDeps, { id, password, repeated }: Choice): Promise<Person> {
  if (password !== repeated) throw personProblem('password-not-repeated');
  const found = await findPerson(deps.db, id);
  if (found === undefined || found.login === null) throw personProblem('login-lapsed');
  refuseWeak(password, found.login);
  if (await matchesPassword(found.password, password)) throw personProblem('password-unchanged');
  const hash = await hashPassword(password);
  return deps.db.transaction(async (tx) => {
    const before = await lockPerson(tx, id);
    // Another initial password may have been given meanwhile: then this choice is no longer asked for.
    if (before === undefined || before.password !== found.password) throw personProblem('login-lapsed');
    refuseLogin(before, deps.clock());
    const person = { ...before, password: hash, passwordSetAt: deps.clock(), passwordExpiresAt: null };
    await updatePerson(tx, person);
    await endLogins(tx, deps, id);
    const actor = actorOf(person);
    const payload = { partyId: person.partyId, initial: false };
    await tellOf(tx, deps, { actor, person, kind: 'person.password-set', payload });
    return person;
  });
}

/** What was let in: the client, and what a device says it is. */
export type Entry = { readonly clientId: string; readonly software?: string | undefined };

/** Every login, and every device that is let in, has a name in the journal. Addresses do not: they are personal data. */
export async function tellEntry(deps: LoginDeps, person: Person, { clientId, software }: Entry): Promise<void> {
  const isDevice = software !== undefined;
  const kind = isDevice ? 'person.device-let-in' : 'person.logged-in';
  const payload = { partyId: person.partyId, clientId, ...(isDevice && { software }) };
  await deps.db.transaction((tx) => tellOf(tx, deps, { actor: actorOf(person), person, kind, payload }));
}
