/** Reads and writes batches and movements. Contains no rule. */
import { asc, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../platform/database/db.ts';
import type { Batch } from './batch.ts';
import type { Movement } from './movement.ts';
import { batches, movements, withdrawnAmong } from './tables.ts';

/** Locks batches until the transaction ends, always in the order of their ids, and returns them by id. */
export async function lockBatches(tx: Tx, ids: readonly string[]): Promise<Map<string, Batch>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(batches)
    .where(inArray(batches.id, [...new Set(ids)]))
    .orderBy(asc(batches.id))
    .for('update');
  return new Map(rows.map((row) => [row.id, row]));
}

/** Finds the batches that a correction has withdrawn. */
export async function findWithdrawn(tx: Tx, found: readonly Batch[]): Promise<ReadonlySet<string>> {
  const ids = found.filter(({ massGrams }) => massGrams === 0).map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: batches.id })
    .from(batches)
    .where(sql`${batches.id} in ${withdrawnAmong(ids)}`);
  return new Set(rows.map(({ id }) => id));
}

/** Opens empty accounts. A movement brings their mass, never the row itself. */
export async function insertBatches(tx: Tx, opened: readonly Omit<Batch, 'massGrams' | 'pieces'>[]): Promise<void> {
  if (opened.length > 0) await tx.insert(batches).values([...opened]);
}

/** Moves mass. The database updates the balances and refuses a negative one. */
export async function insertMovements(tx: Tx, moved: readonly Movement[]): Promise<void> {
  if (moved.length === 0) return;
  await tx.insert(movements).values(
    moved.map(({ from, to, ...movement }) => ({
      ...movement,
      fromBatchId: 'batchId' in from ? from.batchId : null,
      fromBoundary: 'boundary' in from ? from.boundary : null,
      toBatchId: 'batchId' in to ? to.batchId : null,
      toBoundary: 'boundary' in to ? to.boundary : null,
    })),
  );
}
