/** Revisions of a certified figure: the difference that later records make to it. The certified figure itself stays. */
import { dayOf } from '../../core/calendar.ts';
import { canonicalJson } from '../../core/canonical.ts';
import { type Difference, isSame } from './difference.ts';

export const REVISION_STATES = ['open', 'settled', 'replaced', 'confirmed', 'reopened'] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

export type Revision = {
  readonly assessmentId: string;
  readonly partyId: string;
  readonly number: number;
  /** Round whose certified figure it concerns. */
  readonly round: number;
  readonly openedAt: Date;
  /** Last day for the decision; null without one. */
  readonly dueOn: string | null;
  /** Index of the journal at which the figure was frozen. */
  readonly sinceIndex: number;
  /** Index of the journal up to which the records were compared. */
  readonly journalIndex: number;
  readonly difference: Difference;
};

/** Returns true when the last day of a decision is over. */
export const isLate = (dueOn: string | null, now: Date): boolean => dueOn !== null && dueOn < dayOf(now);

/** Results of a comparison: nothing new, another revision, or the end of the open one because the difference is gone. */
export type Finding = 'none' | 'opens' | 'settles';

/**
 * Judges a comparison of the certified figure with the present records.
 * @param last the last revision of the same figure
 */
export function findingOf(difference: Difference, last: Pick<Revision, 'difference'> | undefined): Finding {
  if (last !== undefined && canonicalJson(last.difference) === canonicalJson(difference)) return 'none';
  if (!isSame(difference)) return 'opens';
  return last !== undefined && !isSame(last.difference) ? 'settles' : 'none';
}

/** A decision on a revision, by its number. */
export type RevisionDecision = { readonly revision: number; readonly state: 'confirmed' | 'reopened' };

/** Returns the state of a revision. One that is neither open nor decided was replaced by a later one or a new round. */
export function stateOf(
  { number, difference }: Pick<Revision, 'number' | 'difference'>,
  openRevision: number | null,
  decisions: readonly RevisionDecision[],
): RevisionState {
  if (number === openRevision) return 'open';
  const decided = decisions.find(({ revision }) => revision === number);
  if (decided) return decided.state;
  return isSame(difference) ? 'settled' : 'replaced';
}
