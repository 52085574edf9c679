/** People: those who log in, and those who are only named. Names and telephone numbers are personal data. */

import { type Role, rowOf } from '../../core/access/roles.ts';
import { fits } from '../../core/access/visibility.ts';
import type { Actor } from '../../core/actor.ts';
import { smallCodeOf } from '../../core/identifiers/spelling.ts';
import { coreProblem } from '../../core/problems.ts';
import { clientProblem } from '../clients/problems.ts';
import { personProblem } from './problems.ts';
import type { PERSON_STATE_TERMS } from './terms.ts';

export const PERSON_STATES = ['active', 'blocked'] as const satisfies readonly (keyof typeof PERSON_STATE_TERMS)[];
export type PersonState = (typeof PERSON_STATES)[number];

/** Form of a login name. It begins with a letter, so that it cannot be a telephone number. */
export const LOGIN = /^[a-z][a-z0-9._-]{2,63}$/;

export type Person = {
  readonly id: string;
  readonly personName: string;
  readonly personPhone: string | null;
  /** The organisation the person acts for; null for authorities. */
  readonly partyId: string | null;
  /** The city (4 digits) or partner province (2 digits) the person acts for. */
  readonly division: string | null;
  readonly roles: readonly Role[];
  /** Number of role changes. Tokens carry it, so that tokens with earlier roles can be refused. */
  readonly rolesVersion: number;
  /**
   * Number of times that all logins ended: with a password, a block, or a reset of the second factor. Each login carries it,
   * so that a login of before is refused however late it arrives.
   */
  readonly loginsVersion: number;
  /** Null for a person who never logs in, such as a driver named on a manifest. */
  readonly login: string | null;
  /** Argon2id hash as a PHC string; no answer and no journal entry contains it. */
  readonly password: string | null;
  readonly passwordSetAt: Date | null;
  /** End of an initial password, which its owner must change at the first login; null once changed. */
  readonly passwordExpiresAt: Date | null;
  readonly state: PersonState;
  readonly blockedAt: Date | null;
  readonly registeredAt: Date;
  /** From 1; rises with every update. */
  readonly version: number;
};

/** Maximum age of a login, in seconds, with which a person resets the second factor of another. */
const RESET_LOGIN_SECONDS = 900;

/** Refuses a login that is older, or names no time: it may be one that was left open. @throws Problem `login-not-recent` */
export function refuseOldLogin({ loggedInAt }: Pick<Actor, 'loggedInAt'>, now: Date): void {
  if (loggedInAt !== undefined && now.getTime() / 1_000 - loggedInAt <= RESET_LOGIN_SECONDS) return;
  throw personProblem('login-not-recent', { minutes: RESET_LOGIN_SECONDS / 60 });
}

/** Returns the name of a person as pages show it, with the login name. */
export const shownName = ({ personName, login }: Pick<Person, 'personName' | 'login'>): string =>
  login === null ? personName : `${personName} (${login})`;

/** Returns a login name in its stored form, in whatever spelling it was typed. */
export const loginOf = (typed: string): string => smallCodeOf(typed);

/** Refuses roles that act for another kind of party than the person. @throws Problem `role-does-not-fit` */
export function refuseUnfit({ roles, partyId, division }: Pick<Person, 'roles' | 'partyId' | 'division'>): void {
  const bearer = { partyId: partyId ?? undefined, division: division ?? undefined };
  for (const role of roles) {
    const { acts } = rowOf(role);
    if (!fits(acts, bearer)) throw clientProblem('role-does-not-fit', { role, acts, pointer: '#/body/roles' });
  }
}

/** Blocks a person. @throws Problem `person-blocked-already` */
export function block(person: Person, now: Date): Person {
  if (person.state === 'blocked') throw personProblem('person-blocked-already', { id: person.id, state: person.state });
  return { ...person, state: 'blocked', blockedAt: now };
}

/** Unblocks a person. @throws Problem `person-not-blocked` */
export function unblock(person: Person): Person {
  if (person.state === 'active') throw personProblem('person-not-blocked', { id: person.id, state: person.state });
  return { ...person, state: 'active', blockedAt: null };
}

/** Roles of a person, and the city or province for which they act. */
export type Duties = Pick<Person, 'roles' | 'division'>;

/** Gives a person other roles, as a new version. @throws Problem `role-does-not-fit` */
export function assignRoles(person: Person, { roles, division }: Duties): Person {
  const changed = { ...person, roles, division, rolesVersion: person.rolesVersion + 1 };
  refuseUnfit(changed);
  return changed;
}

/** Returns true for an administrator who can log in. */
export const administers = ({ roles, login, state }: Pick<Person, 'roles' | 'login' | 'state'>): boolean =>
  roles.includes('administrator') && login !== null && state === 'active';

/** Returns true while a person has an initial password, which must be changed first. */
export const mustChange = ({ passwordExpiresAt }: Pick<Person, 'passwordExpiresAt'>): boolean =>
  passwordExpiresAt !== null;

/** Refuses the login of a blocked person, or with an expired initial password. @throws Problem `person-blocked`, `password-expired` */
export function refuseLogin({ state, passwordExpiresAt }: Person, now: Date): void {
  if (state === 'blocked') throw coreProblem('person-blocked');
  if (passwordExpiresAt !== null && passwordExpiresAt <= now) throw personProblem('password-expired');
}
