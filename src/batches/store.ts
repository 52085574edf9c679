/** Reads and writes batches and movements. Contains no rule. */
import { asc, inArray } from 'drizzle-orm';
import type { Tx } from '../platform/database/db.ts';
import type { Batch } from './batch.ts';
import type { Movement } from './movement.ts';
import { batches, movements } from './tables.ts';

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
