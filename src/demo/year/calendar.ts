/** The year that is played after the month: a calendar year, in China. */
const CHINA_HOURS = 8;

export const YEAR = '2027';

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
export type Month = (typeof MONTHS)[number];

/** Day at whose end the stock is counted for the first time. */
export const OPENING_DAY = '2026-12-31';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Returns the period of a month, such as `2027-03`. */
export const periodOf = (month: Month): string => `${YEAR}-${twoDigits(month)}`;

/** Returns a day of the year, such as `2027-03-31`. */
export const dayOf = (month: Month, day: number): string => `${periodOf(month)}-${twoDigits(day)}`;

/** Returns the last day of a month. */
export const lastDayOf = (month: Month): string =>
  dayOf(month, new Date(Date.UTC(Number(YEAR), month, 0)).getUTCDate());

/** Returns an instant of the year in the form of requests. */
export const at = (month: Month, day: number, hour: number, minute = 0): string =>
  new Date(Date.UTC(Number(YEAR), month - 1, day, hour - CHINA_HOURS, minute)).toISOString();
