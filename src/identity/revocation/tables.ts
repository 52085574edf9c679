import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { REVOCATION_KINDS } from './revocation.ts';

export const revocations = pgTable(
  'identity_revocations',
  {
    kind: text({ enum: REVOCATION_KINDS }).notNull(),
    id: text().notNull(),
    minimumVersion: integer(),
    revokedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
);
