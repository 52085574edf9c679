/** Acts that are told long after they happened: whoever acts gives their date, so the day of telling counts beside it. */
import { Problem } from '../../core/messages/problem.ts';
import type { UserStep } from './command.ts';
import type { Warning } from './warning.ts';

/** An act that was told late. */
export type Late = { readonly actedAt: Date; readonly toldAt: Date };

const HOUR_MS = 3_600_000;

/** What makes an act late, or nothing when it was told within so many hours after it happened. */
export function lateOf(at: Date, now: Date, limitHours: number): Late | undefined {
  return now.getTime() - at.getTime() > limitHours * HOUR_MS ? { actedAt: at, toldAt: now } : undefined;
}

/** Whole hours between the act and its telling. */
export function hoursLate({ actedAt, toldAt }: Late): number {
  return Math.floor((toldAt.getTime() - actedAt.getTime()) / HOUR_MS);
}

/** Paper is for outages: its steps have terms of their own and are judged by the day of the transfer, whenever they are told. */
export function judgedWhenTold(step: UserStep): boolean {
  return step !== 'register_paper' && step !== 'backfill';
}

/**
 * Judges a late act by the day of telling; one that is not late was judged already.
 * @throws Problem whatever `judge` refuses, with the instants of the act and of telling among its facts
 */
export async function whenTold(late: Late | undefined, judge: (toldAt: Date) => Promise<unknown>): Promise<void> {
  if (!late) return;
  try {
    await judge(late.toldAt);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const instants = { actedAt: late.actedAt.toISOString(), toldAt: late.toldAt.toISOString() };
    throw error.with(instants, JUDGED_TWICE);
  }
}

/** What is added to the detail: the step is judged by two days. */
const JUDGED_TWICE = {
  en: ' The step of {actedAt:time} was recorded late, at {toldAt:time}, so it must be allowed on both days.',
  zh: '该步骤发生于{actedAt:time}，迟至{toldAt:time}才录入，因此在这两日均须获准。',
};

/** What a step that was told late is warned of, nothing for others. */
export function warnOfLate(late: Late | undefined, { step, at }: Pick<Warning, 'step' | 'at'>): Warning[] {
  if (!late) return [];
  return [{ code: 'told-late', step, at, facts: { hours: hoursLate(late), toldAt: late.toldAt.toISOString() } }];
}
