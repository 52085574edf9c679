/** How mass leaves a run: into batches of its own and, where nobody weighs it, over the boundary. */
import { type Batch, describeBatch, type Movement, moveMass } from '../../batches/index.ts';
import type { Actor } from '../../core/actor.ts';
import type { Grams } from '../../core/mass.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { Material } from '../material.ts';
import { insertRunOutputs, updateRun } from '../store.ts';
import type { Run } from './run.ts';

type When = { readonly occurredAt: Date; readonly recordedAt: Date };
type Made = {
  readonly run: Run;
  readonly actor: Actor;
  readonly made: readonly { readonly material: Material; readonly massGrams: Grams }[];
  readonly gainGrams: Grams;
  readonly when: When;
};

/** Moves mass out of the run into new batches, after the gain it needs, and keeps the run's totals. */
export async function putOut(tx: Tx, deps: Deps, { run, actor, made, gainGrams, when }: Made): Promise<Batch[]> {
  const evidence = `run:${run.id}`;
  const batches = made.map(
    ({ material, massGrams }): Batch => ({
      ...NO_BATTERY,
      ...account(run, when.recordedAt),
      id: deps.newId(),
      kind: material.role === 'intermediate' ? 'other_feed' : material.role,
      material: material.wasteCode ?? material.code,
      evidence,
      massGrams,
      pieces: 0,
      occurredAt: when.occurredAt,
    }),
  );
  const gained =
    gainGrams > 0
      ? [
          difference(
            run,
            { from: { boundary: 'adjustment' }, to: { batchId: run.id } },
            { massGrams: gainGrams, pieces: 0 },
            when,
          ),
        ]
      : [];
  const out = batches.map(
    ({ id, massGrams }): Movement => ({
      kind: 'output',
      from: { batchId: run.id },
      to: { batchId: id },
      massGrams,
      pieces: 0,
      evidence,
      ...when,
    }),
  );
  await moveMass(
    tx,
    batches.map(({ massGrams: _, pieces: __, ...empty }) => empty),
    [...gained, ...out],
  );
  await insertRunOutputs(
    tx,
    batches.map(({ id, massGrams }, at) => ({
      batchId: id,
      runId: run.id,
      material: made[at]?.material.code ?? '',
      role: made[at]?.material.role ?? 'residue',
      loss: made[at]?.material.loss ?? null,
      massGrams,
      occurredAt: when.occurredAt,
    })),
  );
  await updateRun(tx, run);
  await record(
    tx,
    batches.map((batch) => fact('batch.opened', `batch:${batch.id}`, actor, when, describeBatch(batch))),
  );
  return batches;
}

/** A movement of mass that no feed and no output explains. */
export function difference(
  { id }: Run,
  ends: Pick<Movement, 'from' | 'to'>,
  part: { readonly massGrams: Grams; readonly pieces: number },
  when: When,
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

/** What every account that a run opens has of it. */
export function account({ id, partyId, siteId }: Run, recordedAt: Date) {
  return { partyId, siteId, evidence: `run:${id}`, recordedAt };
}
