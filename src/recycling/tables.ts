import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { USE_FATES } from '../core/battery-fractions.ts';
import type { Affected, Unlisted } from '../core/dependant.ts';
import { BATTERY_KINDS } from '../core/identifiers/battery-kind.ts';
import { type AdjustedBatch, STORED_STATES } from './adjustments/stock-adjustment.ts';
import { ANALYSIS_BASES, SUBSTANCES } from './analyses/analysis.ts';
import { ASSAY_BASES, LABORATORY_KINDS } from './assays/assay.ts';
import {
  ANSWERS,
  type ContentDifference,
  OUTCOMES,
  type RecordStatement,
  type SampleDifference,
} from './certificates/confirmation.ts';
import { type DioxinMeasurement, NON_DETECT_RULES, TECHNOLOGY_CLASSES, TEQ_SCHEMES } from './dioxin/measurement.ts';
import { DISPOSITION_KINDS } from './inventory/disposition.ts';
import { EMISSION_MEDIA } from './inventory/emission.ts';
import type { StockLine } from './inventory/stock-count.ts';
import { LOSS_KINDS, OUTPUT_ROLES } from './material.ts';
import type { ObservedLine } from './observations/observation.ts';
import { SAMPLINGS, type SeenDifference } from './samples/sampling.ts';

const grams = () => bigint({ mode: 'number' });
const instant = () => timestamp({ withTimezone: true });

export const runs = pgTable('runs', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  siteId: uuid().notNull(),
  process: text().notNull(),
  startedAt: instant().notNull(),
  closedAt: instant(),
  fedGrams: grams().notNull().default(0),
  yieldedGrams: grams().notNull().default(0),
  gainedGrams: grams().notNull().default(0),
  lostGrams: grams().notNull().default(0),
  carriedGrams: grams().notNull().default(0),
  recordedAt: instant().notNull(),
});

export const runOutputs = pgTable('run_outputs', {
  batchId: uuid().primaryKey(),
  runId: uuid().notNull(),
  material: text().notNull(),
  role: text({ enum: OUTPUT_ROLES }).notNull(),
  loss: text({ enum: LOSS_KINDS }),
  massGrams: grams().notNull(),
  occurredAt: instant().notNull(),
});

export const supplies = pgTable('supplies', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  siteId: uuid().notNull(),
  batchId: uuid().notNull(),
  sourceKind: text().notNull(),
  supplierName: text().notNull(),
  documentNumber: text(),
  massGrams: grams().notNull(),
  receivedAt: instant().notNull(),
  recordedAt: instant().notNull(),
});

export const assays = pgTable('assays', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  basis: text({ enum: ASSAY_BASES }).notNull(),
  batchId: uuid(),
  runId: uuid(),
  material: text(),
  supplierId: uuid(),
  batteryKind: text({ enum: BATTERY_KINDS }),
  substance: text({ enum: ['lead'] }).notNull(),
  ppm: integer().notNull(),
  wetBasis: boolean().notNull(),
  moisturePpm: integer().notNull(),
  method: text().notNull(),
  laboratory: text().notNull(),
  laboratoryKind: text({ enum: LABORATORY_KINDS }),
  laboratoryId: uuid(),
  sampleMark: text(),
  certificateNumber: text(),
  certificateSha256: text('certificate_sha256'),
  certificateFileId: uuid(),
  sampledAt: instant().notNull(),
  replacesId: uuid(),
  recordedAt: instant().notNull(),
});

export const dispositions = pgTable('dispositions', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  batchId: uuid().notNull(),
  kind: text({ enum: DISPOSITION_KINDS }).notNull(),
  massGrams: grams().notNull(),
  receiverName: text().notNull(),
  contractNumber: text(),
  confirmationNumber: text(),
  occurredAt: instant().notNull(),
  recordedAt: instant().notNull(),
  receiverId: uuid(),
  use: text(),
  useFate: text({ enum: USE_FATES }),
});

export const useConfirmations = pgTable('use_confirmations', {
  id: uuid().primaryKey(),
  dispositionId: uuid().notNull(),
  partyId: uuid().notNull(),
  confirmedById: uuid().notNull(),
  number: text().notNull(),
  use: text().notNull(),
  useFate: text({ enum: USE_FATES }).notNull(),
  massGrams: grams().notNull(),
  confirmedOn: date({ mode: 'string' }).notNull(),
  fileId: uuid(),
  replacesId: uuid(),
  recordedAt: instant().notNull(),
});

export const analyses = pgTable('analyses', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  basis: text({ enum: ANALYSIS_BASES }).notNull(),
  batchId: uuid(),
  material: text(),
  supplierId: uuid(),
  batteryKind: text({ enum: BATTERY_KINDS }),
  substance: text({ enum: SUBSTANCES }).notNull(),
  ppm: integer().notNull(),
  method: text().notNull(),
  laboratory: text().notNull(),
  laboratoryId: uuid(),
  sampleMark: text(),
  certificateNumber: text(),
  certificateSha256: text('certificate_sha256'),
  certificateFileId: uuid(),
  sampledAt: instant().notNull(),
  replacesId: uuid(),
  recordedAt: instant().notNull(),
});

export const certificateConfirmations = pgTable('certificate_confirmations', {
  id: uuid().primaryKey(),
  assayId: uuid(),
  analysisId: uuid(),
  partyId: uuid().notNull(),
  laboratoryId: uuid().notNull(),
  answer: text({ enum: ANSWERS }).notNull(),
  outcome: text({ enum: OUTCOMES }).notNull(),
  differences: text().array().notNull().$type<readonly ContentDifference[]>(),
  sampleDifferences: text().array().notNull().default([]).$type<readonly SampleDifference[]>(),
  sampleMaterial: text(),
  sampleMark: text(),
  sampledOn: date({ mode: 'string' }),
  sampling: text({ enum: SAMPLINGS }),
  seenMassGrams: bigint({ mode: 'number' }),
  seenManifestNumber: text(),
  seenDifferences: text().array().notNull().default([]).$type<readonly SeenDifference[]>(),
  certificateNumber: text(),
  certificateSha256: text('certificate_sha256'),
  ppm: integer(),
  moisturePpm: integer(),
  stated: jsonb().$type<RecordStatement>().notNull(),
  replacesId: uuid(),
  recordedAt: instant().notNull(),
});

export const dioxinMeasurements = pgTable('dioxin_measurements', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  siteId: uuid().notNull(),
  outlet: text().notNull(),
  furnace: text().notNull(),
  pvcSeparated: boolean().notNull(),
  technologyClass: text({ enum: TECHNOLOGY_CLASSES }).notNull(),
  startedAt: instant().notNull(),
  sampledAt: instant().notNull(),
  laboratory: text().notNull(),
  cmaNumber: text().notNull(),
  method: text().notNull(),
  nonDetectRule: text({ enum: NON_DETECT_RULES }).notNull(),
  teqScheme: text({ enum: TEQ_SCHEMES }).notNull(),
  samples: jsonb().$type<DioxinMeasurement['samples']>().notNull(),
  congeners: jsonb().$type<DioxinMeasurement['congeners']>(),
  operatingHours: integer().notNull(),
  productGrams: grams().notNull(),
  certificateNumber: text(),
  certificateSha256: text('certificate_sha256'),
  certificateFileId: uuid(),
  replacesId: uuid(),
  recordedAt: instant().notNull(),
});

export const stockCounts = pgTable('stock_counts', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  siteId: uuid().notNull(),
  countedOn: date({ mode: 'string' }).notNull(),
  countedBy: text().notNull(),
  lines: jsonb().$type<readonly StockLine[]>().notNull(),
  replacesId: uuid(),
  recordedAt: instant().notNull(),
});

export const stockObservations = pgTable('stock_observations', {
  id: uuid().primaryKey(),
  countId: uuid().notNull(),
  partyId: uuid().notNull(),
  siteId: uuid().notNull(),
  countedOn: date({ mode: 'string' }).notNull(),
  observedOn: date({ mode: 'string' }).notNull(),
  observer: text().notNull(),
  reportNumber: text().notNull(),
  lines: jsonb().$type<readonly ObservedLine[]>().notNull(),
  replacesId: uuid(),
  recordedAt: instant().notNull(),
});

export const stockAdjustments = pgTable('stock_adjustments', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  siteId: uuid().notNull(),
  countId: uuid().notNull(),
  item: text().notNull(),
  countedAt: instant().notNull(),
  reasonCode: text().notNull(),
  reason: text().notNull(),
  countedGrams: grams().notNull(),
  bookGrams: grams().notNull(),
  countedPieces: integer(),
  bookPieces: integer().notNull(),
  leadPpm: integer().notNull(),
  batches: jsonb().$type<readonly AdjustedBatch[]>().notNull(),
  aboveLimit: boolean().notNull(),
  limitGrams: grams().notNull(),
  state: text({ enum: STORED_STATES }).notNull(),
  proposedBy: text().notNull(),
  proposedAt: instant().notNull(),
  expiresAt: instant(),
  decidedBy: text(),
  decidedAt: instant(),
  decision: text(),
  affected: jsonb().$type<readonly Affected[]>().notNull(),
  unlisted: jsonb().$type<readonly Unlisted[]>(),
});

export const emissions = pgTable('emissions', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  siteId: uuid().notNull(),
  medium: text({ enum: EMISSION_MEDIA }).notNull(),
  leadGrams: grams().notNull(),
  method: text().notNull(),
  monitoringPoint: text().notNull(),
  reportNumber: text(),
  occurredAt: instant().notNull(),
  recordedAt: instant().notNull(),
});
