/** Periods of assessment: a calendar month or a calendar year, Asia/Shanghai, half-open. */
import { addDays, dayOf, monthPeriod, startOfDay } from '../core/calendar.ts';

export type Period = {
  /** `2026-10` or `2026`. */
  readonly period: string;
  readonly from: Date;
  readonly to: Date;
  /** The day whose count of stock opens the period: the day before its first. */
  readonly openedOn: string;
  /** Its last day, whose count of stock closes it. */
  readonly closedOn: string;
};

/** @throws RangeError when the text names no month and no year */
export function periodOf(period: string): Period {
  const { from, to } = /^\d{4}$/.test(period) ? yearPeriod(Number(period)) : monthPeriod(period);
  return { period, from, to, openedOn: addDays(dayOf(from), -1), closedOn: addDays(dayOf(to), -1) };
}

function yearPeriod(year: number): { from: Date; to: Date } {
  return { from: startOfDay(`${year}-01-01`), to: startOfDay(`${year + 1}-01-01`) };
}
