/** Moments of the month that is played: October 2026, with the National Day holiday from the 1st to the 7th. */

/** The month, as recovery rates and flows name it. */
export const MONTH = '2026-10';

/** Days at whose end the stock is counted: the last day before the month, and its last day. */
export const OPENING_DAY = '2026-09-30';
export const CLOSING_DAY = '2026-10-31';

const CHINA_MS = 8 * 3_600_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Returns the milliseconds since 1970 of a time of day in China; days before the 1st are in September. */
export function moment(dayOfOctober: number, hour: number, minute = 0): number {
  return Date.UTC(2026, 9, dayOfOctober, hour, minute) - CHINA_MS;
}

/** Formats a moment for requests. */
export function isoOf(at: number): string {
  return new Date(at).toISOString();
}

/** Formats a moment for people: in China, to the minute. */
export function shownMoment(at: number): string {
  return new Date(at + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** End of the month: no event of the plan is later. */
export const MONTH_END = moment(32, 0);

/** The hour in which the system of Guangdong is down: a Friday morning. */
export const OUTAGE = { from: moment(16, 10), to: moment(16, 11) } as const;
