import { type SQL, sql } from 'drizzle-orm';
import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Affected, Unlisted } from '../core/dependant.ts';
import { type Grams, toGrams } from '../core/mass.ts';
import { BATCH_KINDS, BATTERY_KINDS, CONDITIONS, RISK_CLASSES } from './codes.ts';
import type { Values } from './corrections/correction.ts';
import { BOUNDARIES, MOVEMENT_KINDS } from './movement.ts';

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
  fromBoundary: text({ enum: BOUNDARIES }),
  toBatchId: uuid(),
  toBoundary: text({ enum: BOUNDARIES }),
  massGrams: bigint({ mode: 'number' }).notNull(),
  pieces: integer().notNull(),
  evidence: text(),
  occurredAt: timestamp({ withTimezone: true }).notNull(),
  recordedAt: timestamp({ withTimezone: true }).notNull(),
  correctsId: bigint({ mode: 'number' }),
});

export const corrections = pgTable('corrections', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  siteId: uuid(),
  subject: text().notNull(),
  number: integer().notNull(),
  reason: text().notNull(),
  before: jsonb().$type<Values>().notNull(),
  after: jsonb().$type<Values>().notNull(),
  affected: jsonb().$type<readonly Affected[]>().notNull(),
  unlisted: jsonb().$type<readonly Unlisted[]>(),
  actor: text().notNull(),
  recordedAt: timestamp({ withTimezone: true }).notNull(),
});

const FORWARD = sql`(c.from_batch_id is not distinct from m.from_batch_id and c.from_boundary is not distinct from m.from_boundary)`;

/**
 * SQL for the movements that are no corrections, each with the mass and pieces that its corrections left; mass may be 0. Use
 * it like the table `movements`, with an alias.
 */
export const netMovements: SQL = sql`(
  select m.id, m.kind, m.from_batch_id, m.from_boundary, m.to_batch_id, m.to_boundary,
    m.mass_grams + coalesce(corrected.mass_grams, 0) as mass_grams, m.pieces + coalesce(corrected.pieces, 0) as pieces,
    m.mass_grams as recorded_grams, m.pieces as recorded_pieces,
    m.evidence, m.occurred_at, m.recorded_at
  from movements m left join lateral (
    select sum(case when ${FORWARD} then c.mass_grams else -c.mass_grams end)::bigint as mass_grams,
      sum(case when ${FORWARD} then c.pieces else -c.pieces end)::integer as pieces
    from movements c where c.corrects_id = m.id
  ) corrected on true where m.corrects_id is null)`;

/**
 * SQL for the ids of those of some batches that have been withdrawn: corrections of their record, their supply or their output
 * have left nothing of the mass and pieces that came into them. The account of a run is no record of its own.
 */
export const withdrawnAmong = (ids: readonly string[]): SQL => sql`(
  select b.id from batches b join ${netMovements} net on net.to_batch_id = b.id
  where b.id in ${[...ids]} and b.mass_grams = 0 and b.kind <> 'process'
  group by b.id having sum(net.mass_grams) = 0 and sum(net.pieces) = 0)`;
