/** The acting person, machine or authority as a plain value: part of every command and journal entry, never ambient state. */
import type { Role } from './access/roles.ts';
import { coreProblem } from './problems.ts';

export type Actor = {
  /** Subject of the token: a person, a machine or `system`. */
  readonly subject: string;
  /** Roles of the token; roles.ts defines their rights. */
  readonly roles: readonly Role[];
  /** The organisation for which the actor acts; absent for authorities and this service itself. */
  readonly partyId?: string;
  /** GB/T 2260 code of the city (4 digits) or partner province (2 digits) for which the actor acts. */
  readonly division?: string;
  /** Origin of the act: this province's own users, or another authority's signed message. */
  readonly source: 'local' | 'national' | `partner:${string}`;
  readonly scopes: readonly string[];
  /** True for a person who logged in. Absent for systems, and for tokens that were made without a login. */
  readonly loggedIn?: true;
  /** Time of that login, in seconds since 1970; absent when the token does not name it. */
  readonly loggedInAt?: number;
};

/** Returns the organisation for which the actor acts. @throws Problem `party-missing-in-token` */
export function partyOf(actor: Pick<Actor, 'partyId'>): string {
  if (actor.partyId === undefined) throw coreProblem('party-missing-in-token');
  return actor.partyId;
}

/** Subjects of this service's own acts, and of tokens issued here that belong to no person. */
const SERVICE_SUBJECTS = new Set(['exchange', 'national', 'leadloop-command', 'first-authority', 'operator', 'system']);

/** Returns true when the subject is a machine. Another province acts under its code. */
export const isServiceSubject = (subject: string): boolean =>
  SERVICE_SUBJECTS.has(subject) || /^(partner:)?\d{2}$/.test(subject);
