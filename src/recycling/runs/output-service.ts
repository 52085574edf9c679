/** Mass that leaves a run: into new batches, or over the boundary when it was not weighed. */
import { type Batch, describeBatch, type Movement, moveMass } from '../../batches/index.ts';
import type { Actor } from '../../core/actor.ts';
import type { Grams } from '../../core/mass.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { Material } from '../material.ts';
import { insertRunOutputs, updateRun } from '../store.ts';
import type { Run } from './run.ts';

type Moment = { readonly occurredAt: Date; readonly recordedAt: Date };
type RunOutput = { readonly material: Material; readonly massGrams: Grams };

/** A new batch of a run. Residues that share a waste code, such as dust and sludge, differ in their material code. */
export type OutputBatch = Batch & { readonly materialCode: string };

type Outputs = {
  /** The run after the decision, with new totals. */
  readonly run: Run;
  readonly actor: Actor;
  readonly made: readonly RunOutput[];
  /** Gain in grams that is posted into the account of the run first. */
  readonly gainGrams: Grams;
  readonly when: Moment;
};

/** Posts the gain of a run, moves its outputs into new batches, and updates its totals. Returns the new batches. */
export async function recordOutputs(
  tx: Tx,
  deps: Deps,
  { run, actor, made, gainGrams, when }: Outputs,
): Promise<OutputBatch[]> {
  const batches = made.map((output) => batchOf(run, output, { id: deps.newId(), when }));
  const gainEnds = { from: { boundary: 'adjustment' }, to: { batchId: run.id } } as const;
  const gained = gainGrams > 0 ? [processDifference(run, gainEnds, { massGrams: gainGrams, pieces: 0 }, when)] : [];
  await moveMass(
    tx,
    batches.map(({ massGrams: _, pieces: __, ...empty }) => empty),
    [...gained, ...batches.map((batch) => outputOf(run, batch, when))],
  );
  await insertRunOutputs(
    tx,
    made.map(({ material: { code, role, loss }, massGrams }, at) => ({
      batchId: batches[at]?.id ?? '',
      runId: run.id,
      material: code,
      role,
      loss,
      massGrams,
      occurredAt: when.occurredAt,
    })),
  );
  await updateRun(tx, run);
  await record(
    tx,
    batches.map((batch) => fact('batch.opened', `batch:${batch.id}`, actor, when, describeBatch(batch))),
  );
  return batches.map((batch, at) => ({ ...batch, materialCode: made[at]?.material.code ?? batch.material }));
}

function batchOf(run: Run, { material, massGrams }: RunOutput, { id, when }: { id: string; when: Moment }): Batch {
  return {
    ...NO_BATTERY,
    ...accountOf(run, when.recordedAt),
    id,
    kind: material.role === 'intermediate' ? 'other_feed' : material.role,
    material: material.wasteCode ?? material.code,
    massGrams,
    pieces: 0,
    occurredAt: when.occurredAt,
  };
}

function outputOf(run: Run, { id, massGrams }: Batch, when: Moment): Movement {
  const ends = { from: { batchId: run.id }, to: { batchId: id } };
  return { kind: 'output', ...ends, massGrams, pieces: 0, evidence: `run:${run.id}`, ...when };
}

/** Makes a movement for mass that neither a feed nor an output explains. */
export function processDifference(
  { id }: Run,
  ends: Pick<Movement, 'from' | 'to'>,
  part: { readonly massGrams: Grams; readonly pieces: number },
  when: Moment,
): Movement {
  return { kind: 'process_difference', ...ends, ...part, evidence: `run:${id}`, ...when };
}

export const NO_BATTERY = {
  batteryKind: null,
  riskClass: null,
  condition: null,
  sourceType: null,
  supplierName: null,
} as const;

/** Returns the fields that every account opened by a run shares. */
export function accountOf({ id, partyId, siteId }: Run, recordedAt: Date) {
  return { partyId, siteId, evidence: `run:${id}`, recordedAt };
}
