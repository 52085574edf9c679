import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Wrong passwords and device codes in a row, by login name and by network address (both hashed). */
export const failedAttempts = pgTable('identity_attempts', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: timestamp({ withTimezone: true }).notNull(),
});
