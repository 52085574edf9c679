/** Operations on batches for use cases of other features: lock, open, move mass. */
import type { Tx } from '../platform/database/db.ts';
import type { Batch } from './batch.ts';
import { readLedgers } from './ledger/store.ts';
import type { Movement } from './movement.ts';
import { batchProblem } from './problems.ts';
import { insertBatches, insertMovements, lockBatches } from './store.ts';

/**
 * Locks batches of an organisation and returns them in the order given. A batch of another organisation counts as missing.
 * @param pointer pointer of the id in the request; `*` stands for its place in `ids`
 * @throws Problem `batch-missing`
 */
export async function lockOwnBatches(
  tx: Tx,
  ids: readonly string[],
  partyId: string,
  pointer: string,
): Promise<Batch[]> {
  const locked = await lockBatches(tx, ids);
  return ids.map((id, at) => {
    const batch = locked.get(id);
    if (batch?.partyId !== partyId)
      throw batchProblem('batch-missing', { id, pointer: pointer.replace('*', String(at)) });
    return batch;
  });
}

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
