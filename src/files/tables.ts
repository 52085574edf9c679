import { bigint, date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { RECORD_KINDS } from './file.ts';

const instant = () => timestamp({ withTimezone: true });

export const fileContents = pgTable('file_contents', {
  sha256: text().primaryKey(),
  sizeBytes: bigint({ mode: 'number' }).notNull(),
  announcedAt: instant().notNull(),
  removedAt: instant(),
  damagedAt: instant(),
});

export const files = pgTable('files', {
  id: uuid().primaryKey(),
  sha256: text().notNull(),
  sizeBytes: bigint({ mode: 'number' }).notNull(),
  mediaType: text().notNull(),
  name: text().notNull(),
  partyId: uuid().notNull(),
  uploadedBy: text().notNull(),
  recordedAt: instant().notNull(),
  retainedUntil: date({ mode: 'string' }).notNull(),
});

export const fileRecords = pgTable(
  'file_records',
  {
    fileId: uuid().notNull(),
    partyId: uuid().notNull(),
    recordKind: text({ enum: RECORD_KINDS }).notNull(),
    recordId: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.recordKind, table.recordId] })],
);
