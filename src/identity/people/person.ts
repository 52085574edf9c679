/** People: who logs in, in whose name, as what. Names and telephone numbers are personal data. */

import { type Role, rowOf } from '../../core/access/roles.ts';
import { fits } from '../../core/access/visibility.ts';
import { coreProblem } from '../../core/problems.ts';
import { clientProblem } from '../clients/problems.ts';
import { personProblem } from './problems.ts';

export const PERSON_STATES = ['active', 'blocked'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** Begins with a letter, so that it is never the telephone number of its owner. */
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
  /** How often the roles were changed: tokens say of which version theirs are. */
  readonly rolesVersion: number;
  /** Null for who never logs in, such as a driver who is only named. */
  readonly login: string | null;
  /** Argon2id as a PHC string; never told to anybody. */
  readonly password: string | null;
  readonly passwordSetAt: Date | null;
  /** Of a password that somebody else made, and its owner has to change. */
  readonly passwordExpiresAt: Date | null;
  readonly state: PersonState;
  readonly blockedAt: Date | null;
  readonly registeredAt: Date;
};

/** As a login name is kept, however it was typed. */
export const loginOf = (typed: string): string => typed.trim().toLowerCase();

/** A person acts for what the roles act for: none of them is for another. @throws Problem `role-does-not-fit` */
export function refuseUnfit({ roles, partyId, division }: Pick<Person, 'roles' | 'partyId' | 'division'>): void {
  const whose = { partyId: partyId ?? undefined, division: division ?? undefined };
  for (const role of roles) {
    const { acts } = rowOf(role);
    if (!fits(acts, whose)) throw clientProblem('role-does-not-fit', { role, acts, pointer: '#/body/roles' });
  }
}

/** Whether the password was made by somebody else, and is to be changed before anything else. */
export const mustChange = ({ passwordExpiresAt }: Pick<Person, 'passwordExpiresAt'>): boolean =>
  passwordExpiresAt !== null;

/** @throws Problem `person-blocked`, `password-expired` */
export function refuseLogin({ state, passwordExpiresAt }: Person, now: Date): void {
  if (state === 'blocked') throw coreProblem('person-blocked');
  if (passwordExpiresAt !== null && passwordExpiresAt <= now) throw personProblem('password-expired');
}
