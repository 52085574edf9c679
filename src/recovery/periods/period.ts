/** Periods of assessment: a calendar month, quarter or year, Asia/Shanghai, half-open. */
import { addDays, dayOf, daysBetween, monthPeriod } from '../../core/calendar.ts';
import { periodProblem } from './problems.ts';

export type Period = {
  /** `2026-10`, `2026-Q4` or `2026`. */
  readonly period: string;
  readonly from: Date;
  readonly to: Date;
  /** The day before its first day; the stock count of that day opens the period. */
  readonly openedOn: string;
  /** Its last day; the stock count of that day closes the period. */
  readonly closedOn: string;
};

/** Reads a period. @throws RangeError when the text is neither a month nor a quarter nor a year */
export function periodOf(period: string): Period {
  const months = monthsOf(period);
  const [from, to] = [monthPeriod(months.at(0) ?? period).from, monthPeriod(months.at(-1) ?? period).to];
  return { period, from, to, openedOn: addDays(dayOf(from), -1), closedOn: addDays(dayOf(to), -1) };
}

/** Returns the months of a period, first to last, such as `2026-10`. */
export function monthsOf(period: string): string[] {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) return monthsFrom(quarter[1] ?? '', 3 * Number(quarter[2]) - 2, 3);
  return /^\d{4}$/.test(period) ? monthsFrom(period, 1, 12) : [period];
}

const monthsFrom = (year: string, first: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${year}-${String(first + at).padStart(2, '0')}`);

/** Returns the number of days of a period. */
export const daysOf = ({ openedOn, closedOn }: Period): number => daysBetween(openedOn, closedOn);

/** Refuses a period that has not begun. @throws Problem `period-in-future` */
export function refuseFuturePeriod({ period, from }: Period, now: Date, pointer = '#/query/period'): void {
  if (from <= now) return;
  throw periodProblem('period-in-future', { period, beginsAt: from.toISOString(), pointer });
}

/** Returns true while a period is in progress: its figures still change with what happens in it. */
export const isProvisional = ({ to }: Period, now: Date): boolean => now < to;
