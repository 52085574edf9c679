/** The clock of the month that is played. The systems follow it, so that what happens is recorded when it happens. */
import { readClock, setClock } from '../../platform/process/shared-clock.ts';
import { DAY_MS, HOUR_MS, moment } from '../plan/moment.ts';

export type MonthClock = {
  readonly now: () => Date;
  /** Sets the clock to the latest instant that a request speaks of, if it is behind. */
  readonly reach: (body: unknown) => void;
};

/** The day before the month, on which the opening stock is counted. */
const START = moment(0, 0);
/** The clock goes ahead in steps, so that most requests find it where they need it. */
const STEP_MS = 6 * HOUR_MS;

/** Opens the clock in a file, where the last run left it or at the beginning of the month. It never goes back. */
export function openMonthClock(file: string): MonthClock {
  const left = readClock(file)?.getTime() ?? START;
  setClock(file, new Date(Math.max(left, START)));
  let reached = left;
  return {
    now: () => readClock(file) ?? new Date(reached),
    reach: (body) => {
      const at = latestInstantIn(body);
      if (at <= reached) return;
      reached = at + STEP_MS;
      setClock(file, new Date(reached));
    },
  };
}

/** The latest instant (`at`, `occurredAt`) or end of a day (`countedOn`) in a body, in milliseconds; 0 without one. */
export function latestInstantIn(body: unknown): number {
  if (typeof body !== 'object' || body === null) return 0;
  const instants = Object.entries(body).map(([name, value]) => {
    if (typeof value !== 'string') return latestInstantIn(value);
    if (/(^at|At)$/.test(name)) return Date.parse(value);
    return /On$/.test(name) ? Date.parse(`${value}T00:00:00+08:00`) + DAY_MS : 0;
  });
  return Math.max(0, ...instants.filter(Number.isFinite));
}
