/** Use cases: batches in stock. Each one reads as: lock, decide, record. */
import { type Actor, partyOf } from '../core/actor.ts';
import type { Grams } from '../core/mass.ts';
import { requireActive } from '../parties/index.ts';
import type { Tx } from '../platform/database/db.ts';
import type { Deps } from '../platform/deps.ts';
import { type Fact, fact, record } from '../platform/journal/index.ts';
import { type Batch, describeBatch, refuseOverdraft } from './batch.ts';
import { mergedFrom } from './merge.ts';
import type { Movement } from './movement.ts';
import { batchProblem } from './problems.ts';
import { insertBatches, insertMovements, lockBatches } from './store.ts';

/**
 * Locks batches of the actor's organisation, in the order given. A batch of another party does not exist.
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

/** Opens accounts and moves mass into and between them, in the caller's transaction. Order: accounts, then movements. */
export async function moveMass(
  tx: Tx,
  opened: readonly Omit<Batch, 'massGrams' | 'pieces'>[],
  moved: readonly Movement[],
): Promise<void> {
  await insertBatches(tx, opened);
  await insertMovements(tx, moved);
}

type Part = { readonly massGrams: Grams; readonly pieces: number };

/**
 * Takes a part of a batch out into a batch of its own on the same site. The part is as old as the batch, so that limits of
 * storage time are not escaped by splitting (HJ 519-2020).
 * @throws Problem `party-not-active`, `batch-missing`, `batch-not-stock`, `batch-mass-exceeded`, `batch-pieces-exceeded`
 */
export async function splitBatch(
  tx: Tx,
  deps: Deps,
  command: { actor: Actor; id: string; part: Part },
): Promise<Batch> {
  const { actor, id, part } = command;
  await requireActive(tx, [{ id: partyOf(actor) }], deps.clock());
  const [from] = await lockOwnBatches(tx, [id], partyOf(actor), '#/params/id');
  if (!from) throw batchProblem('batch-missing', { id });
  refuseNoStock(from);
  refuseOverdraft(from, part, '#/body');
  const at = deps.clock();
  const split: Batch = { ...from, ...part, id: deps.newId(), evidence: `batch:${id}`, recordedAt: at };
  const payload = { fromBatchId: id, toBatchId: split.id, ...part };
  await openWith(tx, split, [movement('split', id, split, part)]);
  await record(tx, [
    batchFact(actor, 'batch.split', id, at, payload),
    batchFact(actor, 'batch.opened', split.id, at, { ...describeBatch(split), by: payload }),
  ]);
  return split;
}

/** Puts all of several alike batches of one site together into a new one. @throws Problem `batches-not-alike` … */
export async function mergeBatches(tx: Tx, deps: Deps, command: { actor: Actor; ids: string[] }): Promise<Batch> {
  const { actor, ids } = command;
  await requireActive(tx, [{ id: partyOf(actor) }], deps.clock());
  const parts = await lockOwnBatches(tx, ids, partyOf(actor), '#/body/batchIds/*');
  for (const part of parts) refuseNoStock(part);
  const at = deps.clock();
  const merged = mergedFrom(parts, { id: deps.newId(), at });
  await openWith(
    tx,
    merged,
    parts.map((part) => movement('merge', part.id, merged, part)),
  );
  await record(tx, [
    ...parts.map(({ id, massGrams, pieces }) =>
      batchFact(actor, 'batch.merged', id, at, { toBatchId: merged.id, massGrams, pieces }),
    ),
    batchFact(actor, 'batch.opened', merged.id, at, { ...describeBatch(merged), fromBatchIds: ids }),
  ]);
  return merged;
}

export { lockBatches };

async function openWith(tx: Tx, batch: Batch, moved: readonly Movement[]): Promise<void> {
  const { massGrams: _, pieces: __, ...empty } = batch;
  await moveMass(tx, [empty], moved);
}

function movement(kind: 'split' | 'merge', fromId: string, to: Batch, { massGrams, pieces }: Part): Movement {
  const { id, recordedAt } = to;
  return {
    kind,
    from: { batchId: fromId },
    to: { batchId: id },
    massGrams,
    pieces,
    evidence: null,
    // The mass moves now, however old what moves is.
    occurredAt: recordedAt,
    recordedAt,
  };
}

function batchFact(actor: Actor, kind: string, id: string, at: Date, payload: object): Fact {
  return fact(kind, `batch:${id}`, actor, at, payload);
}

function refuseNoStock({ id, kind, siteId }: Batch): void {
  if (siteId === null) throw batchProblem('batch-not-stock', { id, kind });
}
