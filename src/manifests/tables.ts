import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { OutageSystem } from './outages/outage.ts';
import { MANIFEST_STATES, type ManifestDocument } from './rules/document.ts';
import type { ManifestStep } from './rules/step.ts';
import type { Warning } from './rules/warning.ts';

const instant = () => timestamp({ withTimezone: true });

export const manifests = pgTable('manifests', {
  id: uuid().primaryKey(),
  document: jsonb().$type<ManifestDocument>().notNull(),
  digest: text().notNull(),
  state: text({ enum: MANIFEST_STATES }).notNull(),
  version: integer().notNull(),
  number: text(),
  numberConfirmed: boolean().notNull().default(false),
  originProvince: text().notNull(),
  destinationProvince: text().notNull(),
  consignorId: uuid().notNull(),
  carrierId: uuid().notNull(),
  receiverId: uuid().notNull(),
  consignorSiteId: uuid(),
  receiverSiteId: uuid(),
  handedOverAt: instant(),
  decidedAt: instant(),
  confirmationDueOn: date({ mode: 'string' }),
  late: boolean(),
  backfillDueOn: date({ mode: 'string' }),
  backfilledLate: boolean(),
  warnings: jsonb().$type<readonly Warning[]>().notNull().default([]),
  acceptedLicenceId: uuid(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
});

export const manifestLines = pgTable(
  'manifest_lines',
  {
    manifestId: uuid().notNull(),
    line: integer().notNull(),
    batchId: uuid(),
    transitBatchId: uuid(),
    receivedBatchId: uuid(),
    returnedBatchId: uuid(),
    batteryKind: text(),
    riskClass: text(),
    condition: text(),
    massGrams: bigint({ mode: 'number' }).notNull(),
    pieces: integer().notNull(),
    acceptedGrams: bigint({ mode: 'number' }),
    acceptedPieces: integer(),
    refusedGrams: bigint({ mode: 'number' }),
    refusedPieces: integer(),
    returnedGrams: bigint({ mode: 'number' }),
    returnedPieces: integer(),
  },
  (table) => [primaryKey({ columns: [table.manifestId, table.line] })],
);

export const manifestSteps = pgTable(
  'manifest_steps',
  {
    manifestId: uuid().notNull(),
    version: integer().notNull(),
    step: text().$type<ManifestStep>().notNull(),
    digest: text().notNull(),
    source: text().notNull(),
    takenAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.manifestId, table.version] })],
);

export const manifestConflicts = pgTable('manifest_conflicts', {
  id: uuid().primaryKey(),
  manifestId: uuid().notNull(),
  version: integer().notNull(),
  step: text().$type<ManifestStep>().notNull(),
  source: text().notNull(),
  reason: text().notNull(),
  ourDigest: text(),
  theirDigest: text().notNull(),
  theirDocument: jsonb().$type<ManifestDocument>().notNull(),
  recordedAt: instant().notNull(),
});

export const outages = pgTable('outages', {
  id: uuid().primaryKey(),
  system: text().$type<OutageSystem>().notNull(),
  divisionCode: text().notNull(),
  startedAt: instant().notNull(),
  reason: text().notNull(),
  recordedAt: instant().notNull(),
});

export const outageEnds = pgTable('outage_ends', {
  outageId: uuid().primaryKey(),
  endedAt: instant().notNull(),
  remarks: text(),
  recordedAt: instant().notNull(),
});

export const paperNumberBlocks = pgTable('paper_number_blocks', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  prefix: text().notNull(),
  firstSerial: bigint({ mode: 'number' }).notNull(),
  lastSerial: bigint({ mode: 'number' }).notNull(),
  digits: integer().notNull(),
  recordedAt: instant().notNull(),
});

export const manifestPhotographs = pgTable('manifest_photographs', {
  id: uuid().primaryKey(),
  manifestId: uuid().notNull(),
  partyId: uuid().notNull(),
  fileIds: uuid().array().notNull(),
  takenAt: instant(),
  remarks: text(),
  recordedAt: instant().notNull(),
});
