/**
 * Days, months and working days as the law of China counts them: in the time zone Asia/Shanghai.
 *
 * A day is the string `YYYY-MM-DD`, so days compare as strings. Periods are half-open: `from` belongs to them, `to` does
 * not.
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

/** The working days that the State Council's yearly notices fix. A value: rules are given it, they do not look it up. */
export type WorkCalendar = {
  /** The years whose notice is loaded. Nothing is assumed of any other year. */
  readonly years: ReadonlySet<number>;
  /** The days that notices name, and whether they are worked. Every other day follows its weekday. */
  readonly exceptions: ReadonlyMap<string, boolean>;
};

/** Returns true for a day that exists, from the year 1000 on. */
export function isDay(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && parses(() => Temporal.PlainDate.from(text));
}

/** The calendar day in China of an instant. */
export function dayOf(at: Date): string {
  return zoned(at).toPlainDate().toString();
}

/** The first instant of a day. @throws RangeError when the text is no day */
export function startOfDay(day: string): Date {
  return firstInstant(plainDay(day));
}

/** @throws RangeError when the text is no day */
export function addDays(day: string, days: number): string {
  return plainDay(day).add({ days }).toString();
}

/** Returns the same day some years later; 28 February for 29 February in a common year. @throws RangeError when the text is no day */
export function addYears(day: string, years: number): string {
  return plainDay(day).add({ years }).toString();
}

/** Whole days from one day to another, negative when the other is earlier. @throws RangeError when a text is no day */
export function daysBetween(from: string, to: string): number {
  return plainDay(from).until(plainDay(to), { largestUnit: 'day' }).days;
}

/** The month in China in which an instant lies. */
export function monthOf(at: Date): MonthPeriod {
  return monthPeriod(zoned(at).toPlainDate().toPlainYearMonth().toString());
}

/** The month that a text such as `2026-10` names. @throws RangeError when it names none */
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
 * The day on which a term of working days ends: the day of the event does not count, make-up Saturdays and Sundays do.
 * @param count 1 or more
 * @throws Problem `law-missing` when the term reaches into a year whose notice is not loaded
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
  // Without the notice a holiday would pass for a working day and the deadline would come out too early.
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
