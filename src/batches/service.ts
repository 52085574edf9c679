/** Operations on batches for use cases of other features: lock, open, move mass. */
import type { Tx } from '../platform/database/db.ts';
import type { Batch } from './batch.ts';
import { readLedgers } from './ledger/store.ts';
import type { Movement } from './movement.ts';
import { batchProblem } from './problems.ts';
import { findWithdrawn, insertBatches, insertMovements, lockBatches } from './store.ts';

/**
 * Locks batches of an organisation for a new fact about them, and returns them in the order given. A batch of another
 * organisation counts as missing; one that a correction has withdrawn takes no new fact.
 * @param pointer pointer of the id in the request; `*` stands for its place in `ids`
 * @throws Problem `batch-missing`, `batch-withdrawn`
 */
export async function lockOwnBatches(
  tx: Tx,
  ids: readonly string[],
  partyId: string,
  pointer: string,
): Promise<Batch[]> {
  const found = await lockRecordedBatches(tx, ids, partyId, pointer);
  const withdrawn = await findWithdrawn(tx, found);
  const at = ids.findIndex((id) => withdrawn.has(id));
  if (at !== -1) throw batchProblem('batch-withdrawn', { id: ids[at] ?? '', pointer: placed(pointer, at) });
  return found;
}

/**
 * Locks batches as `lockOwnBatches` does, withdrawn ones as well: for the correction that brings one back, and for what a
 * manifest or a run has already taken on.
 * @throws Problem `batch-missing`
 */
export async function lockRecordedBatches(
  tx: Tx,
  ids: readonly string[],
  partyId: string,
  pointer: string,
): Promise<Batch[]> {
  const locked = await lockBatches(tx, ids);
  return ids.map((id, at) => {
    const batch = locked.get(id);
    if (batch?.partyId !== partyId) throw batchProblem('batch-missing', { id, pointer: placed(pointer, at) });
    return batch;
  });
}

const placed = (pointer: string, at: number): string => pointer.replace('*', String(at));

/** Opens accounts, then moves mass into and between them, in the caller's transaction. */
export async function moveMass(
  tx: Tx,
  opened: readonly Omit<Batch, 'massGrams' | 'pieces'>[],
  moved: readonly Movement[],
): Promise<void> {
  await insertBatches(tx, opened);
  await insertMovements(tx, moved);
}

export { lockBatches, readLedgers };
