/** Table of frozen evaluations, as the migrations make it. */
import { bigint, customType, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { PURPOSES, type PublicKey } from './snapshot.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const assessmentSnapshots = pgTable('assessment_snapshots', {
  id: uuid().primaryKey(),
  assessmentId: uuid().notNull(),
  partyId: uuid().notNull(),
  round: integer().notNull(),
  purpose: text({ enum: PURPOSES }).notNull(),
  takenAt: timestamp({ withTimezone: true }).notNull(),
  journalIndex: bigint({ mode: 'number' }).notNull(),
  contentSha256: text().notNull(),
  files: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
  records: bytes().notNull(),
  fractions: bytes(),
  manifest: text().notNull(),
  signature: text().notNull(),
  publicKey: jsonb().$type<PublicKey>().notNull(),
});
