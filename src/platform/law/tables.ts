/** Dated rows of law and the code lists. Migrations and `npm run leadloop -- codes load` fill them. */
import {
  boolean,
  char,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Confidence } from '../../core/identifiers/confidence.ts';

const lawConfidence = customType<{ data: Confidence }>({ dataType: () => 'law_confidence' });
const inForce = { validFrom: date().notNull(), validTo: date() };
const known = { source: text().notNull(), confidence: lawConfidence().notNull() };

export const lawValues = pgTable(
  'law_values',
  {
    key: text().notNull(),
    ...inForce,
    value: jsonb().notNull(),
    ...known,
  },
  (table) => [primaryKey({ columns: [table.key, table.validFrom] })],
);

export const divisions = pgTable(
  'divisions',
  {
    code: char({ length: 6 }).notNull(),
    name: text().notNull(),
    level: text({ enum: ['province', 'city', 'county'] }).notNull(),
    parent: char({ length: 6 }),
    ...inForce,
    ...known,
  },
  (table) => [primaryKey({ columns: [table.code, table.validFrom] })],
);

export const wasteCodes = pgTable(
  'waste_codes',
  {
    code: text().notNull(),
    name: text().notNull(),
    category: text().notNull(),
    hazards: text().array().notNull(),
    ...inForce,
    ...known,
  },
  (table) => [primaryKey({ columns: [table.code, table.validFrom] })],
);

export const workCalendarYears = pgTable('work_calendar_years', {
  year: integer().primaryKey(),
  source: text().notNull(),
});

export const workCalendarDays = pgTable('work_calendar', {
  day: date().primaryKey(),
  isWorkday: boolean().notNull(),
  source: text().notNull(),
});

export const workCalendarNotices = pgTable(
  'work_calendar_notices',
  {
    year: integer().notNull(),
    version: integer().notNull(),
    number: text(),
    title: text().notNull(),
    issuedOn: date(),
    daysOff: jsonb().$type<readonly string[]>().notNull(),
    workingWeekendDays: jsonb().$type<readonly string[]>().notNull(),
    recordedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.version] })],
);
