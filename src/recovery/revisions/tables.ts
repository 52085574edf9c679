/** Table of revisions, as the migrations make it. */
import { bigint, date, integer, jsonb, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Difference } from './difference.ts';

export const assessmentRevisions = pgTable(
  'assessment_revisions',
  {
    assessmentId: uuid().notNull(),
    partyId: uuid().notNull(),
    number: integer().notNull(),
    round: integer().notNull(),
    openedAt: timestamp({ withTimezone: true }).notNull(),
    dueOn: date(),
    sinceIndex: bigint({ mode: 'number' }).notNull(),
    journalIndex: bigint({ mode: 'number' }).notNull(),
    difference: jsonb().$type<Difference>().notNull(),
  },
  ({ assessmentId, number }) => [primaryKey({ columns: [assessmentId, number] })],
);
