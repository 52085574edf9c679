/** Terms that could not be computed, because the work calendar of their year was not loaded. */
import { dayOf } from '../../core/calendar.ts';
import { type DeadlineLaw, dueOn, isLate, judgedAt, type ManifestDeadlines } from './deadlines.ts';

/** Record of an entry in this system: what its actor claims, and when it was recorded. */
export type Entry = { readonly at: string; readonly recordedAt: string };

/** A manifest with an unknown term, and what the terms depend on. */
export type UnknownTerms = ManifestDeadlines & {
  readonly id: string;
  readonly arrivedAt: string | null;
  readonly transferCompletedAt: string | null;
  /** The decision of the receiver; null before it. That of another province was recorded when it was claimed. */
  readonly decision: Entry | null;
  readonly backfill: Entry | null;
};

const dayIn = (instant: string) => dayOf(new Date(instant));

/** Returns the terms that are known now and were not; what was known stays as it is. */
export function computeTerms(
  { confirmationDueOn, late, backfillDueOn, backfilledLate, ...manifest }: UnknownTerms,
  law: DeadlineLaw,
): ManifestDeadlines {
  const { arrivedAt, transferCompletedAt, decision, backfill } = manifest;
  const due = {
    backfill:
      backfillDueOn ?? (transferCompletedAt && dueOn(transferCompletedAt, law.backfill(dayIn(transferCompletedAt)))),
    confirmation: confirmationDueOn ?? (arrivedAt && dueOn(arrivedAt, law.confirmation(dayIn(arrivedAt)))),
  };
  const paper = { isPaper: transferCompletedAt !== null, backfillDueOn: due.backfill };
  return {
    confirmationDueOn: due.confirmation,
    late: late ?? (decision && isLate(judgedAt(decision, paper), due.confirmation)),
    backfillDueOn: due.backfill,
    backfilledLate: backfilledLate ?? (backfill && isLate(backfill.recordedAt, due.backfill)),
  };
}
