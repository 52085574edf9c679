/** Reads and writes corrections. Contains no rule. */
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { toGrams } from '../../core/mass.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Batch } from '../batch.ts';
import { BOUNDARIES, MOVEMENT_KINDS, type Movement } from '../movement.ts';
import { batches, corrections, netMovements } from '../tables.ts';
import type { Correction } from './correction.ts';
import type { NetMovement } from './counter-entry.ts';

/** Keeps other corrections of a record waiting until the transaction ends, and returns those that exist, first to last. */
export async function lockCorrections(tx: Tx, subject: string): Promise<Pick<Correction, 'after'>[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
  return (await findCorrections(tx, [subject])).get(subject) ?? [];
}

/** Reads the corrections of records by subject, first to last. */
export async function findCorrections(
  db: Reader,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Pick<Correction, 'after'>[]>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .select({ subject: corrections.subject, after: corrections.after })
    .from(corrections)
    .where(inArray(corrections.subject, [...subjects]))
    .orderBy(asc(corrections.number));
  return Map.groupBy(rows, ({ subject }) => subject);
}

export async function insertCorrection(tx: Tx, correction: Correction): Promise<void> {
  await tx.insert(corrections).values(correction);
}

/** Writes the description of a batch. The database refuses one that no correction states. */
export async function updateDescription(tx: Tx, batch: Batch): Promise<void> {
  const { id, batteryKind, riskClass, condition, sourceType, supplierName } = batch;
  await tx
    .update(batches)
    .set({ batteryKind, riskClass, condition, sourceType, supplierName })
    .where(eq(batches.id, id));
}

const NetRow = z.object({
  id: z.coerce.number(),
  kind: z.enum(MOVEMENT_KINDS),
  fromBatchId: z.string().nullable(),
  fromBoundary: z.enum(BOUNDARIES).nullable(),
  toBatchId: z.string().nullable(),
  toBoundary: z.enum(BOUNDARIES).nullable(),
  massGrams: z.coerce.number(),
  pieces: z.number(),
  recordedGrams: z.coerce.number(),
  recordedPieces: z.number(),
  evidence: z.string().nullable(),
  occurredAt: z.coerce.date(),
  recordedAt: z.coerce.date(),
});

/** Reads the movements of an account as they count after their corrections, first to last; withdrawn ones have no mass. */
export async function listNetMovements(db: Reader, id: string): Promise<NetMovement[]> {
  const { rows } = await db.execute(sql`
    select id, kind, from_batch_id as "fromBatchId", from_boundary as "fromBoundary", to_batch_id as "toBatchId",
      to_boundary as "toBoundary", mass_grams as "massGrams", pieces, recorded_grams as "recordedGrams",
      recorded_pieces as "recordedPieces", evidence, occurred_at as "occurredAt",
      recorded_at as "recordedAt"
    from ${netMovements} net where from_batch_id = ${id} or to_batch_id = ${id} order by id`);
  return z.array(NetRow).parse(rows).map(toMovement);
}

function toMovement({
  fromBatchId,
  fromBoundary,
  toBatchId,
  toBoundary,
  massGrams,
  recordedGrams,
  recordedPieces,
  ...moved
}: z.infer<typeof NetRow>): NetMovement {
  const end = (batchId: string | null, boundary: (typeof BOUNDARIES)[number] | null): Movement['from'] =>
    batchId === null ? { boundary: boundary ?? 'adjustment' } : { batchId };
  const ends = { from: end(fromBatchId, fromBoundary), to: end(toBatchId, toBoundary) };
  const recorded = { massGrams: recordedGrams, pieces: recordedPieces };
  return { ...moved, ...ends, massGrams: toGrams(massGrams), recorded };
}

/** Finds a manifest that brought a batch, or what it was split, merged or returned from; null without any. */
export async function findBringing(db: Reader, id: string): Promise<string | null> {
  const { rows } = await db.execute<{ manifest: string }>(sql`
    with recursive line as (
      select ${id}::uuid as id
      union
      select m.from_batch_id from line join movements m on m.to_batch_id = line.id
      where m.kind in ('split', 'merge', 'return', 'dispatch')
    )
    select substring(m.evidence from 'manifest:(.*)') as manifest from line join movements m on m.to_batch_id = line.id
    where m.kind = 'arrival' and m.evidence like 'manifest:%' order by m.id limit 1`);
  return rows[0]?.manifest ?? null;
}
