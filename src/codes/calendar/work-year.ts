/** The work calendar of a year, as a notice of the State Council (国务院办公厅关于部分节假日安排的通知) states it. */
import { isDay } from '../../core/calendar.ts';
import { calendarProblem } from './problems.ts';

/** Content of a notice. */
export type HolidayNotice = {
  /** Such as `2027`. */
  readonly year: string;
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly daysOff: readonly string[];
  /** Saturdays and Sundays that are working days (调休上班). */
  readonly workingWeekendDays: readonly string[];
};

/** The part of an earlier notice of the same year that a later one is held against. */
export type EarlierNotice = Pick<HolidayNotice, 'title' | 'daysOff' | 'workingWeekendDays'> & {
  readonly version: number;
  readonly number: string | null;
  readonly issuedOn: string | null;
};

/** Months and days of public holidays that every notice names, since they are no movable feasts. */
const FIXED_HOLIDAYS = ['01-01', '05-01', '10-01'];

/** Returns true when each day is of the year and named once, in one of the lists. */
export function namesDaysOnce({ year, daysOff, workingWeekendDays }: HolidayNotice): boolean {
  const days = [...daysOff, ...workingWeekendDays];
  return new Set(days).size === days.length && days.every((day) => day.startsWith(`${year}-`));
}

/** Returns true when the working weekend days are Saturdays and Sundays. */
export function worksOnWeekendsOnly({ workingWeekendDays }: Pick<HolidayNotice, 'workingWeekendDays'>): boolean {
  return workingWeekendDays.every((day) => isDay(day) && Temporal.PlainDate.from(day).dayOfWeek > 5);
}

/** Returns true when New Year, Labour Day and National Day are days off: a list without them is a part of a notice. */
export function namesFixedHolidays({ year, daysOff }: Pick<HolidayNotice, 'year' | 'daysOff'>): boolean {
  return FIXED_HOLIDAYS.every((day) => daysOff.includes(`${year}-${day}`));
}

/** Returns true when the notice was issued in the year before, or as a correction in the year itself. */
export function isIssuedInTime({ year, issuedOn }: Pick<HolidayNotice, 'year' | 'issuedOn'>): boolean {
  return `${Number(year) - 1}-01-01` <= issuedOn && issuedOn <= `${year}-12-31`;
}

/** Returns true when both notices state the same. */
export function statesTheSame(one: EarlierNotice, other: HolidayNotice): boolean {
  const contentOf = ({ number, title, issuedOn, daysOff, workingWeekendDays }: EarlierNotice | HolidayNotice) =>
    JSON.stringify([number, title, issuedOn, daysOff.toSorted(), workingWeekendDays.toSorted()]);
  return contentOf(one) === contentOf(other);
}

/**
 * Checks that a notice may follow the last one of its year.
 * @param replaces version that the caller corrects; 0 for a year without a notice
 * @throws Problem `calendar-notice-in-future`, `calendar-version-differs`, `calendar-notice-older`
 */
export function refuseUnordered(
  { year, issuedOn }: HolidayNotice,
  { last, replaces, today }: { last: EarlierNotice | undefined; replaces: number; today: string },
): void {
  if (issuedOn > today) {
    throw calendarProblem('calendar-notice-in-future', { issuedOn, today, pointer: '#/body/issuedOn' });
  }
  const version = last?.version ?? 0;
  if (replaces !== version) {
    throw calendarProblem('calendar-version-differs', { year, version, replaces, pointer: '#/body/replacesVersion' });
  }
  const earlier = last?.issuedOn ?? null;
  if (earlier !== null && issuedOn < earlier) {
    throw calendarProblem('calendar-notice-older', { year, issuedOn, earlier, pointer: '#/body/issuedOn' });
  }
}

/** Returns the days that the earlier notice named and the later one does not. */
export function ordinaryAgain(last: EarlierNotice | undefined, next: HolidayNotice): string[] {
  const named = new Set([...next.daysOff, ...next.workingWeekendDays]);
  return [...(last?.daysOff ?? []), ...(last?.workingWeekendDays ?? [])].filter((day) => !named.has(day));
}

/**
 * Returns the years whose notice should be loaded and is not: that of today, and the next one from a day of the year on.
 * @param from month and day such as `12-01`
 */
export function missingYears(today: string, loaded: ReadonlySet<number>, from: string): string[] {
  const year = Number(today.slice(0, 4));
  const due = today.slice(5) >= from ? [year, year + 1] : [year];
  return due.filter((one) => !loaded.has(one)).map(String);
}
