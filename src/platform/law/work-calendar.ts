/** Loaded notices of the work calendar. The days of the last notice of a year are in force. */
import { asc, eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../database/db.ts';
import { workCalendarNotices, workCalendarYears } from './tables.ts';

/** A holiday notice as it was loaded. Notices of the first releases have neither number nor day of issue. */
export type CalendarNotice = {
  readonly year: number;
  /** 1 for the first notice of a year, and one more for each correction. */
  readonly version: number;
  readonly number: string | null;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly daysOff: readonly string[];
  readonly workingWeekendDays: readonly string[];
  readonly recordedAt: Date;
};

/** Lists the years of which a notice is loaded. */
export async function loadedYears(reader: Reader): Promise<ReadonlySet<number>> {
  const rows = await reader.select({ year: workCalendarYears.year }).from(workCalendarYears);
  return new Set(rows.map(({ year }) => year));
}

/** Lists the notices of a year, the first one first. */
export function listNotices(reader: Reader, year: number): Promise<CalendarNotice[]> {
  return reader
    .select()
    .from(workCalendarNotices)
    .where(eq(workCalendarNotices.year, year))
    .orderBy(asc(workCalendarNotices.version));
}

/** Lists the notices of a year, and lets no other transaction load one before this one ends. */
export async function lockNotices(tx: Tx, year: number): Promise<CalendarNotice[]> {
  await tx.execute(sql`lock table work_calendar_years in share row exclusive mode`);
  return listNotices(tx, year);
}

/**
 * Records a notice and puts its days in force.
 * @param ordinary days that the notice before named and this one does not: they follow their weekday again
 */
export async function insertNotice(tx: Tx, notice: CalendarNotice, ordinary: readonly string[]): Promise<void> {
  const { year, number, title, daysOff, workingWeekendDays } = notice;
  const source = number === null ? title : `${title} (${number})`;
  const named = [
    ...daysOff.map((day) => ({ day, works: false })),
    ...workingWeekendDays.map((day) => ({ day, works: true })),
    ...ordinary.map((day) => ({ day, works: null })),
  ];
  await tx
    .insert(workCalendarNotices)
    .values({ ...notice, daysOff: [...daysOff], workingWeekendDays: [...workingWeekendDays] });
  await tx.execute(sql`
    insert into work_calendar_years (year, source) values (${year}, ${source})
    on conflict (year) do update set source = excluded.source`);
  // Days are never deleted: the release before would miss a day that another process still counts with.
  await tx.execute(sql`
    insert into work_calendar (day, is_workday, source)
    select day, coalesce(works, extract(isodow from day) < 6), ${source}
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as named (day date, works boolean)
    on conflict (day) do update set is_workday = excluded.is_workday, source = excluded.source`);
}
