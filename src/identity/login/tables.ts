import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Wrong passwords and device codes in a row, by login name and by network address (both hashed). `knownUntil`: end of the
 * time in which a place is known, because the person logged in there.
 */
export const failedAttempts = pgTable('identity_attempts', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: timestamp({ withTimezone: true }).notNull(),
  knownUntil: timestamp({ withTimezone: true }),
});
