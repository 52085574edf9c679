/** The dated rows of law and the code lists, as the migrations fill them. */
import { boolean, char, date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

const inForce = { validFrom: date().notNull(), validTo: date() };
const told = { source: text().notNull(), confidence: text().notNull() };

export const lawValues = pgTable(
  'law_values',
  {
    key: text().notNull(),
    ...inForce,
    value: jsonb().notNull(),
    ...told,
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
    ...told,
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
    ...told,
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
