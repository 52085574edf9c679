/** Reads law inside the caller's transaction or outside of any. */
import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { z } from 'zod';
import type { WorkCalendar } from '../../core/calendar.ts';
import { fullDivisionCode } from '../../core/identifiers/divisions.ts';
import type { Reader } from '../database/db.ts';
import { inForceOn, readValue } from './law.ts';
import { divisions, lawValues, wasteCodes, workCalendarDays, workCalendarYears } from './tables.ts';

/** All working-day notices that are loaded, for `addWorkingDays`. */
export async function workCalendar(reader: Reader): Promise<WorkCalendar> {
  const years = await reader.select({ year: workCalendarYears.year }).from(workCalendarYears);
  const days = await reader
    .select({ day: workCalendarDays.day, isWorkday: workCalendarDays.isWorkday })
    .from(workCalendarDays);
  return {
    years: new Set(years.map(({ year }) => year)),
    exceptions: new Map(days.map(({ day, isWorkday }) => [day, isWorkday])),
  };
}

/**
 * Returns the last Chinese name of a division; undefined when the code is unknown. Counties are not loaded.
 * @param code two, four or six digits
 */
export async function divisionName(reader: Reader, code: string): Promise<string | undefined> {
  const rows = await reader
    .select()
    .from(divisions)
    .where(eq(divisions.code, fullDivisionCode(code)));
  return rows.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1)?.name;
}

/** Reads the row of a key in force on a day, with its source; undefined without one. @throws Problem `law-unreadable` */
export async function lawRowOn<T>(
  reader: Reader,
  key: string,
  day: string,
  schema: z.ZodType<T>,
): Promise<(Omit<typeof lawValues.$inferSelect, 'value'> & { readonly value: T }) | undefined> {
  const row = inForceOn(await reader.select().from(lawValues).where(eq(lawValues.key, key)), day);
  return row && { ...row, value: readValue(row, { key, day }, schema) };
}

/** A part of a table of codes: those in force on the day, in their order after a code. */
type Part = { readonly day: string; readonly after: string; readonly limit: number };

const inForce = ({ validFrom, validTo }: typeof divisions | typeof wasteCodes, day: string) =>
  and(lte(validFrom, day), or(isNull(validTo), gt(validTo, day)));

/** The codes of all divisions in force on a day, each of six digits. There are some hundreds. */
export async function divisionCodesOn(reader: Reader, day: string): Promise<ReadonlySet<string>> {
  const rows = await reader.select({ code: divisions.code }).from(divisions).where(inForce(divisions, day));
  return new Set(rows.map(({ code }) => code));
}

/** The codes of all divisions that are not in force on a day, but were on another. */
export async function otherDivisionCodes(reader: Reader, day: string): Promise<ReadonlySet<string>> {
  const [known, rows] = [
    await divisionCodesOn(reader, day),
    await reader
      .selectDistinctOn([divisions.code], { code: divisions.code })
      .from(divisions)
      .where(isNotNull(divisions.validTo)),
  ];
  return new Set(rows.map(({ code }) => code).filter((code) => !known.has(code)));
}

/** All waste codes that were in a list on any day. There are some hundreds. */
export async function knownWasteCodes(reader: Reader): Promise<ReadonlySet<string>> {
  const rows = await reader.selectDistinctOn([wasteCodes.code], { code: wasteCodes.code }).from(wasteCodes);
  return new Set(rows.map(({ code }) => code));
}

/** Divisions in force on a day. */
export function divisionsOn(reader: Reader, { day, after, limit }: Part): Promise<(typeof divisions.$inferSelect)[]> {
  return reader
    .selectDistinctOn([divisions.code])
    .from(divisions)
    .where(and(gt(divisions.code, after), inForce(divisions, day)))
    .orderBy(asc(divisions.code), desc(divisions.validFrom))
    .limit(limit);
}

/** Kinds of hazardous waste in force on a day. */
export function wasteKindsOn(reader: Reader, { day, after, limit }: Part): Promise<(typeof wasteCodes.$inferSelect)[]> {
  return reader
    .selectDistinctOn([wasteCodes.code])
    .from(wasteCodes)
    .where(and(gt(wasteCodes.code, after), inForce(wasteCodes, day)))
    .orderBy(asc(wasteCodes.code), desc(wasteCodes.validFrom))
    .limit(limit);
}
