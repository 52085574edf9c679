import { bigint, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { type Grams, toGrams } from '../core/mass.ts';
import { BATCH_KINDS, BATTERY_KINDS, CONDITIONS, RISK_CLASSES } from './codes.ts';
import { MOVEMENT_KINDS, SINK_BOUNDARIES, SOURCE_BOUNDARIES } from './movement.ts';

export const batches = pgTable('batches', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  siteId: uuid(),
  kind: text({ enum: BATCH_KINDS }).notNull(),
  material: text().notNull(),
  batteryKind: text({ enum: BATTERY_KINDS }),
  riskClass: text({ enum: RISK_CLASSES }),
  condition: text({ enum: CONDITIONS }),
  sourceType: text(),
  supplierName: text(),
  evidence: text(),
  massGrams: bigint({ mode: 'number' }).$type<Grams>().notNull().default(toGrams(0)),
  pieces: integer().notNull().default(0),
  occurredAt: timestamp({ withTimezone: true }).notNull(),
  recordedAt: timestamp({ withTimezone: true }).notNull(),
});

export const movements = pgTable('movements', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text({ enum: MOVEMENT_KINDS }).notNull(),
  fromBatchId: uuid(),
  fromBoundary: text({ enum: SOURCE_BOUNDARIES }),
  toBatchId: uuid(),
  toBoundary: text({ enum: SINK_BOUNDARIES }),
  massGrams: bigint({ mode: 'number' }).notNull(),
  pieces: integer().notNull(),
  evidence: text(),
  occurredAt: timestamp({ withTimezone: true }).notNull(),
  recordedAt: timestamp({ withTimezone: true }).notNull(),
});
