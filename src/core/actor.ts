/** Who acts, as a plain value: part of every command and of every journal entry, never ambient state. */
import type { Role } from './access/roles.ts';
import { coreProblem } from './problems.ts';

export type Actor = {
  /** Subject of the token: a person, a machine or `system`. */
  readonly subject: string;
  /** What it may do, by the table of roles. */
  readonly roles: readonly Role[];
  /** The organisation in whose name the actor acts; absent for authorities and machinery. */
  readonly partyId?: string;
  /** GB/T 2260 code of the city (4 digits) or partner province (2 digits) in whose name the actor acts. */
  readonly division?: string;
  /** Where the act came from: this province's own users, or another authority's signed message. */
  readonly source: 'local' | 'national' | `partner:${string}`;
  readonly scopes: readonly string[];
};

/** The organisation the actor acts for. @throws Problem `party-missing-in-token` */
export function partyOf(actor: Pick<Actor, 'partyId'>): string {
  if (actor.partyId === undefined) throw coreProblem('party-missing-in-token');
  return actor.partyId;
}

/** What this service calls its own acts, and the tokens that are minted here without a person behind them. */
const SERVICE_SUBJECTS = new Set(['exchange', 'national', 'leadloop-command', 'first-authority', 'operator', 'system']);

/** Whether a subject is machinery. Another province acts under its code. */
export const isServiceSubject = (subject: string): boolean =>
  SERVICE_SUBJECTS.has(subject) || /^(partner:)?\d{2}$/.test(subject);
