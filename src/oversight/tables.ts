import { bigint, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const flowRecords = pgTable(
  'flow_records',
  {
    journalIndex: bigint({ mode: 'number' }).notNull(),
    line: integer().notNull(),
    manifestId: uuid().notNull(),
    month: text().notNull(),
    fromProvince: text().notNull(),
    fromCity: text().notNull(),
    toProvince: text().notNull(),
    toCity: text().notNull(),
    wasteCode: text().notNull(),
    batteryKind: text(),
    massGrams: bigint({ mode: 'number' }).notNull(),
    pieces: integer().notNull(),
    acceptedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.journalIndex, table.line] })],
);
