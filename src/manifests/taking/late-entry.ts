/** Late entries: steps entered long after they happened. They are judged by the day of entry too. */
import { Problem } from '../../core/messages/problem.ts';
import type { UserStep } from '../rules/command.ts';
import type { Warning } from '../rules/warning.ts';

/** A late entry: the instant of the act, and the instant of its entry. */
export type LateEntry = { readonly actedAt: Date; readonly enteredAt: Date };

const HOUR_MS = 3_600_000;

/** Returns the late entry of an act; undefined when it is entered within the hours that the law allows. */
export function lateEntryOf(at: Date, now: Date, limitHours: number): LateEntry | undefined {
  return now.getTime() - at.getTime() > limitHours * HOUR_MS ? { actedAt: at, enteredAt: now } : undefined;
}

/** Returns the whole hours between the act and its entry. */
function hoursLate({ actedAt, enteredAt }: LateEntry): number {
  return Math.floor((enteredAt.getTime() - actedAt.getTime()) / HOUR_MS);
}

/**
 * Returns true for steps that are judged by the day of entry too. Paper manifests are for outages, so their steps have
 * deadlines of their own and are judged by the day of the transfer only.
 */
export function judgedOnEntryDay(step: UserStep): boolean {
  return step !== 'register_paper' && step !== 'backfill';
}

/**
 * Judges a late entry by the day of entry. Does nothing for an act entered in time, which was judged already.
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

/** Appended to the detail of a problem that rejects a late entry: two days count. */
const JUDGED_ON_BOTH_DAYS = {
  en: ' The step of {actedAt:time} was entered late, at {enteredAt:time}, so it must be allowed on both days.',
  zh: '该步骤发生于 {actedAt:time}，{enteredAt:time}录入，属于迟报，发生日和录入日均须符合要求。',
};

/** Returns the warning of a late entry; an empty list for other steps. */
export function lateEntryWarnings(late: LateEntry | undefined, { step, at }: Pick<Warning, 'step' | 'at'>): Warning[] {
  if (!late) return [];
  return [{ code: 'late-entry', step, at, facts: { hours: hoursLate(late), enteredAt: late.enteredAt.toISOString() } }];
}
