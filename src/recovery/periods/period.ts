/** Periods of assessment: a calendar month or a calendar year, Asia/Shanghai, half-open. */
import { addDays, dayOf, monthPeriod, startOfDay } from '../../core/calendar.ts';

export type Period = {
  /** `2026-10` or `2026`. */
  readonly period: string;
  readonly from: Date;
  readonly to: Date;
  /** The day before its first day; the stock count of that day opens the period. */
  readonly openedOn: string;
  /** Its last day; the stock count of that day closes the period. */
  readonly closedOn: string;
};

/** Reads a period. @throws RangeError when the text is neither a month nor a year */
export function periodOf(period: string): Period {
  const { from, to } = /^\d{4}$/.test(period) ? yearPeriod(Number(period)) : monthPeriod(period);
  return { period, from, to, openedOn: addDays(dayOf(from), -1), closedOn: addDays(dayOf(to), -1) };
}

function yearPeriod(year: number): { from: Date; to: Date } {
  return { from: startOfDay(`${year}-01-01`), to: startOfDay(`${year + 1}-01-01`) };
}
