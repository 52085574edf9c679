/** Use cases: splitting and merging batches in stock. Lock order: the organisation, then batches in the order of their ids. */
import { type Actor, partyOf } from '../../core/actor.ts';
import { requireActive } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { type Fact, fact, record } from '../../platform/journal/index.ts';
import { type Batch, describeBatch } from '../batch.ts';
import { partingAt } from '../ledger/ledger.ts';
import { readLedgers } from '../ledger/store.ts';
import type { Movement } from '../movement.ts';
import { batchProblem } from '../problems.ts';
import { lockOwnBatches, moveMass } from '../service.ts';
import type { PieceMassLimits } from '../weights/piece-mass.ts';
import { decideMerge } from './merge.ts';
import { decideSplit, type Part } from './split.ts';

/**
 * Splits a part of a batch off into a batch of its own on the same site.
 * @throws Problem `party-not-active`, `batch-missing`, and as `decideSplit`
 */
export async function splitBatch(
  tx: Tx,
  deps: Deps,
  command: { readonly actor: Actor; readonly id: string; readonly part: Part; readonly limits: PieceMassLimits },
): Promise<Batch> {
  const { actor, id, part, limits } = command;
  await requireActive(tx, [{ id: partyOf(actor) }], deps.clock());
  const [from] = await lockOwnBatches(tx, [id], partyOf(actor), '#/params/id');
  if (!from) throw batchProblem('batch-missing', { id });
  const split = decideSplit(from, part, { id: deps.newId(), at: deps.clock(), limits });
  const movedAt = partingAt([from], await readLedgers(tx, [id]), part) ?? split.recordedAt;
  await recordSplit(tx, actor, { from, split, movedAt });
  return split;
}

type Splitting = { readonly from: Batch; readonly split: Batch; readonly movedAt: Date };

async function recordSplit(tx: Tx, actor: Actor, { from, split, movedAt }: Splitting): Promise<void> {
  const { massGrams, pieces } = split;
  const payload = { fromBatchId: from.id, toBatchId: split.id, massGrams, pieces };
  await openWith(tx, split, [movement('split', split, { id: from.id, massGrams, pieces }, movedAt)]);
  await record(tx, [
    batchFact(actor, 'batch.split', from.id, split.recordedAt, payload),
    batchFact(actor, 'batch.opened', split.id, split.recordedAt, { ...describeBatch(split), by: payload }),
  ]);
}

/**
 * Merges batches of one site into a new batch and leaves them empty.
 * @throws Problem `party-not-active`, `batch-missing`, and as `decideMerge`
 */
export async function mergeBatches(
  tx: Tx,
  deps: Deps,
  command: { readonly actor: Actor; readonly ids: readonly string[]; readonly keptApart: readonly string[] },
): Promise<Batch> {
  const { actor, ids, keptApart } = command;
  await requireActive(tx, [{ id: partyOf(actor) }], deps.clock());
  const parts = await lockOwnBatches(tx, ids, partyOf(actor), '#/body/batchIds/*');
  const merged = decideMerge(parts, { id: deps.newId(), at: deps.clock(), keptApart });
  const movedAt = partingAt(parts, await readLedgers(tx, ids)) ?? merged.recordedAt;
  await recordMerge(tx, actor, { parts, merged, movedAt });
  return merged;
}

type Merging = { readonly parts: readonly Batch[]; readonly merged: Batch; readonly movedAt: Date };

async function recordMerge(tx: Tx, actor: Actor, { parts, merged, movedAt }: Merging): Promise<void> {
  await openWith(
    tx,
    merged,
    parts.map((part) => movement('merge', merged, part, movedAt)),
  );
  const fromBatchIds = parts.map(({ id }) => id);
  await record(tx, [
    ...parts.map(({ id, massGrams, pieces }) =>
      batchFact(actor, 'batch.merged', id, merged.recordedAt, { toBatchId: merged.id, massGrams, pieces }),
    ),
    batchFact(actor, 'batch.opened', merged.id, merged.recordedAt, { ...describeBatch(merged), fromBatchIds }),
  ]);
}

async function openWith(tx: Tx, batch: Batch, moved: readonly Movement[]): Promise<void> {
  const { massGrams: _, pieces: __, ...empty } = batch;
  await moveMass(tx, [empty], moved);
}

/** Makes the movement into a new batch, dated as soon as the mass was there: to regroup stock is no event of its own. */
function movement(
  kind: 'split' | 'merge',
  to: Batch,
  { id, massGrams, pieces }: Part & Pick<Batch, 'id'>,
  occurredAt: Date,
): Movement {
  const when = { occurredAt, recordedAt: to.recordedAt };
  return { kind, from: { batchId: id }, to: { batchId: to.id }, massGrams, pieces, evidence: null, ...when };
}

function batchFact(actor: Actor, kind: `batch.${string}`, id: string, at: Date, payload: object): Fact {
  return fact(kind, `batch:${id}`, actor, at, payload);
}
