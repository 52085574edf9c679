/** Late entries: steps that are entered long after they happened. They are judged by the day of entry as well. */
import { Problem } from '../../core/messages/problem.ts';
import type { UserStep } from '../rules/command.ts';
import type { Warning } from '../rules/warning.ts';

/** A step that is entered late: the instant of the act, and the instant of its entry. */
export type LateEntry = { readonly actedAt: Date; readonly enteredAt: Date };

const HOUR_MS = 3_600_000;

/** Returns the late entry of an act, or nothing when it is entered within the hours that the law allows. */
export function lateEntryOf(at: Date, now: Date, limitHours: number): LateEntry | undefined {
  return now.getTime() - at.getTime() > limitHours * HOUR_MS ? { actedAt: at, enteredAt: now } : undefined;
}

/** Whole hours between the act and its entry. */
function hoursLate({ actedAt, enteredAt }: LateEntry): number {
  return Math.floor((enteredAt.getTime() - actedAt.getTime()) / HOUR_MS);
}

/**
 * Returns true for steps that are judged by the day of entry as well. Paper manifests are for outages: their steps have
 * deadlines of their own and are judged by the day of the transfer, whenever they are entered.
 */
export function judgedOnEntryDay(step: UserStep): boolean {
  return step !== 'register_paper' && step !== 'backfill';
}

/**
 * Judges a late entry by the day of entry. Does nothing for an act that was entered in time: it was judged already.
 * @throws Problem of `judge`, with the instants of the act and of its entry among the facts
 */
export function judgeEntryDay(late: LateEntry | undefined, judge: (enteredAt: Date) => unknown): void {
  if (!late) return;
  try {
    judge(late.enteredAt);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const instants = { actedAt: late.actedAt.toISOString(), enteredAt: late.enteredAt.toISOString() };
    throw error.with(instants, JUDGED_ON_BOTH_DAYS);
  }
}

/** Ends the detail of a problem that rejects a late entry: it is judged by two days. */
const JUDGED_ON_BOTH_DAYS = {
  en: ' The step of {actedAt:time} was entered late, at {enteredAt:time}, so it must be allowed on both days.',
  zh: '该步骤发生于 {actedAt:time}，迟至 {enteredAt:time}才录入，因此在这两日均须符合要求。',
};

/** The warning of a late entry, none for others. */
export function lateEntryWarnings(late: LateEntry | undefined, { step, at }: Pick<Warning, 'step' | 'at'>): Warning[] {
  if (!late) return [];
  return [{ code: 'late-entry', step, at, facts: { hours: hoursLate(late), enteredAt: late.enteredAt.toISOString() } }];
}
