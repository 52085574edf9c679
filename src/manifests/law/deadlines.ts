/** Legal deadlines of a manifest. They depend on the calendar loaded here, so they are not part of the document. */
import { addWorkingDays, dayOf, type WorkCalendar } from '../../core/calendar.ts';
import { Problem } from '../../core/messages/problem.ts';
import type { ManifestDocument } from '../rules/document.ts';
import type { ManifestStep, StepInput } from '../rules/step.ts';

/** The duration of a deadline in working days, and the calendar that counts them. */
export type Deadline = { readonly workingDays: number; readonly calendar: WorkCalendar };

/** The deadlines in force on a day. */
export type DeadlineLaw = {
  /** Confirmation by the receiver: Order 23, Art 18. */
  readonly confirmation: (on: string) => Deadline;
  /** Backfilling of a paper manifest: Order 23, Art 20. */
  readonly backfill: (on: string) => Deadline;
};

/** Due days of a manifest, and whether they were missed. Null before the event, and without a due day. */
export type ManifestDeadlines = {
  readonly confirmationDueOn: string | null;
  /** True when the confirmation was recorded after `confirmationDueOn`. */
  readonly late: boolean | null;
  readonly backfillDueOn: string | null;
  readonly backfilledLate: boolean | null;
};

/** Due days that a step starts, and delays that it ends. */
export type Deadlines = Partial<ManifestDeadlines>;

/**
 * Returns the last day of a deadline. The day of the event that starts it does not count. Confirmation: 5 working days
 * from receipt (Order 23, Art 18). Backfilling of paper: 10 working days from the end of the transfer (Art 20).
 * Returns null when the holiday notice of one of its years is not loaded: the transfer may go on, the due day is unknown.
 */
export function dueOn(eventAt: string, { workingDays, calendar }: Deadline): string | null {
  try {
    return addWorkingDays(dayOf(new Date(eventAt)), workingDays, calendar);
  } catch (error) {
    if (error instanceof Problem && error.code === 'law-missing') return null;
    throw error;
  }
}

/** Returns true when the instant falls after the due day (Beijing time), and null when the due day is unknown. */
export function isLate(at: string, due: string | null): boolean | null {
  return due === null ? null : dayOf(new Date(at)) > due;
}

/**
 * Returns the instant that judges a delay: that of the recording, whatever instant the actor claims. A load on paper could not
 * be confirmed here before. Its claimed instant counts when it is entered within the days for backfilling. Entries made up
 * after a declared outage will be judged here, too.
 */
export function judgedAt(
  { at, recordedAt }: { readonly at: string; readonly recordedAt: string },
  { isPaper, backfillDueOn }: { readonly isPaper: boolean; readonly backfillDueOn: string | null },
): string {
  return isPaper && isLate(recordedAt, backfillDueOn) !== true ? at : recordedAt;
}

/**
 * Returns the deadlines that a step starts or ends. The law of the day on which a deadline starts applies.
 * @param document the document after the step
 * @param taken the step, and when this service recorded it. A step of another province counts as recorded when it was
 *   claimed: its message does not have the recording, and both provinces judge it alike
 * @throws Problem `law-missing`, `law-not-yet-in-force`
 */
export function deadlinesOf(
  taken: {
    readonly step: ManifestStep;
    readonly input: StepInput;
    readonly document: ManifestDocument;
    readonly recordedAt: string;
  },
  before: Pick<ManifestDeadlines, 'confirmationDueOn' | 'backfillDueOn'>,
  law: DeadlineLaw,
): Deadlines {
  const { step, input, document, recordedAt } = taken;
  const { arrivedAt, paper } = document;
  const lawOf = (eventAt: string, kind: keyof DeadlineLaw) => law[kind](dayOf(new Date(eventAt)));
  if (step === 'arrive' && arrivedAt !== null) {
    return { confirmationDueOn: dueOn(arrivedAt, lawOf(arrivedAt, 'confirmation')) };
  }
  if (step === 'accept' || step === 'accept_partially' || step === 'reject') {
    const entered = judgedAt({ at: input.at, recordedAt }, { ...before, isPaper: paper !== null });
    return { late: isLate(entered, before.confirmationDueOn) };
  }
  if ((step === 'register_paper' || step === 'backfill') && paper?.transferCompletedAt) {
    const { transferCompletedAt } = paper;
    const due = dueOn(transferCompletedAt, lawOf(transferCompletedAt, 'backfill'));
    return { backfillDueOn: due, backfilledLate: step === 'backfill' ? isLate(recordedAt, due) : null };
  }
  return {};
}
