import { bigint, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const recoveryFigures = pgTable(
  'recovery_figures',
  {
    partyId: uuid().notNull(),
    name: text().notNull(),
    basis: text().notNull(),
    journalIndex: bigint({ mode: 'number' }).notNull(),
    value: jsonb().notNull(),
    computedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.partyId, table.name] })],
);

export const recoveryTouches = pgTable('recovery_touches', {
  partyId: uuid().primaryKey(),
  journalIndex: bigint({ mode: 'number' }).notNull(),
});
