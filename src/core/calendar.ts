/**
 * Days, months and working days by Chinese law, in the time zone Asia/Shanghai.
 *
 * A day is the string `YYYY-MM-DD`, so days compare as strings. Periods are half-open: `from` belongs to them, `to`
 * does not.
 */
import { coreProblem } from './problems.ts';

const ZONE = 'Asia/Shanghai';

/** A calendar month, from its first instant to the first instant of the next month. */
export type MonthPeriod = {
  /** Such as `2026-10`. */
  readonly period: string;
  readonly from: Date;
  readonly to: Date;
};

/** Working days as the yearly notices of the State Council fix them. Rules receive this value and never look it up. */
export type WorkCalendar = {
  /** Years whose notice is loaded. For other years nothing is assumed. */
  readonly years: ReadonlySet<number>;
  /** Days that a notice names, with true for a working day. Every other day follows its weekday. */
  readonly exceptions: ReadonlyMap<string, boolean>;
};

/** Returns true when the text is an existing day, from the year 1000 on. */
export function isDay(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && parses(() => Temporal.PlainDate.from(text));
}

/** Returns the calendar day of an instant in China. */
export function dayOf(at: Date): string {
  return zoned(at).toPlainDate().toString();
}

/** Returns the first instant of a day in China. @throws RangeError when the text is not a day */
export function startOfDay(day: string): Date {
  return firstInstant(plainDay(day));
}

/** Adds a number of days, also a negative one. @throws RangeError when the text is not a day */
export function addDays(day: string, days: number): string {
  return plainDay(day).add({ days }).toString();
}

/**
 * Returns the same day some months later; the last day of the month where that month is shorter.
 * @throws RangeError when the text is not a day
 */
export function addMonths(day: string, months: number): string {
  return plainDay(day).add({ months }).toString();
}

/**
 * Returns the same day some years later; 28 February for 29 February in a common year.
 * @throws RangeError when the text is not a day
 */
export function addYears(day: string, years: number): string {
  return plainDay(day).add({ years }).toString();
}

/**
 * Returns the number of days from one day to another, negative when the other is earlier.
 * @throws RangeError when a text is not a day
 */
export function daysBetween(from: string, to: string): number {
  return plainDay(from).until(plainDay(to), { largestUnit: 'day' }).days;
}

/** Months of the last answers of `monthOf`: many records are of few months, and a calendar is slow. */
const KNOWN_MONTHS: { readonly fromMs: number; readonly toMs: number; readonly month: MonthPeriod }[] = [];
const KNOWN_MAX = 24;

/** Returns the month in China that contains an instant. */
export function monthOf(at: Date): MonthPeriod {
  const ms = at.getTime();
  const known = KNOWN_MONTHS.find(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);
  if (known) return known.month;
  const month = monthPeriod(zoned(at).toPlainDate().toPlainYearMonth().toString());
  KNOWN_MONTHS.unshift({ fromMs: month.from.getTime(), toMs: month.to.getTime(), month });
  KNOWN_MONTHS.length = Math.min(KNOWN_MONTHS.length, KNOWN_MAX);
  return month;
}

/** Returns the month that a text such as `2026-10` names. @throws RangeError when the text is not a month */
export function monthPeriod(period: string): MonthPeriod {
  if (!isMonth(period)) throw new RangeError(`not a month: ${period}`);
  const month = Temporal.PlainYearMonth.from(period);
  return {
    period,
    from: firstInstant(month.toPlainDate({ day: 1 })),
    to: firstInstant(month.add({ months: 1 }).toPlainDate({ day: 1 })),
  };
}

/** Returns true for a month such as `2026-10`. */
function isMonth(text: string): boolean {
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text);
}

/**
 * Returns the last day of a deadline in working days. The day of the event does not count; make-up working Saturdays
 * and Sundays do.
 * @param count 1 or more
 * @throws Problem `law-missing` when the deadline reaches a year whose notice is not loaded
 */
export function addWorkingDays(day: string, count: number, calendar: WorkCalendar): string {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a number of working days: ${count}`);
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current, calendar)) left -= 1;
  }
  return current;
}

/** @throws Problem `law-missing` when the notice of that year is not loaded */
export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  const date = plainDay(day);
  // Without the notice a holiday would count as a working day, and the deadline would be too early.
  if (!calendar.years.has(date.year)) throw coreProblem('law-missing', { key: 'work-calendar', on: day });
  return calendar.exceptions.get(day) ?? date.dayOfWeek <= 5;
}

function plainDay(day: string): Temporal.PlainDate {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Temporal.PlainDate.from(day);
}

function zoned(at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
}

function firstInstant(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime(ZONE).epochMilliseconds);
}

function parses(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}
