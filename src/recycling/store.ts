/** Reads and writes the records of recycling. Contains no rule. */
import { and, eq } from 'drizzle-orm';
import { toGrams } from '../core/mass.ts';
import type { Tx } from '../platform/database/db.ts';
import type { Assay } from './assays/assay.ts';
import type { Disposition } from './inventory/disposition.ts';
import type { Emission } from './inventory/emission.ts';
import type { StockCount } from './inventory/stock-count.ts';
import type { Supply } from './inventory/supply.ts';
import { recyclingProblem } from './problems.ts';
import type { Run } from './runs/run.ts';
import { assays, dispositions, emissions, runOutputs, runs, stockCounts, supplies } from './tables.ts';

/** Locks a run of the organisation until the transaction ends. @throws Problem `run-missing` */
export async function lockRun(tx: Tx, id: string, partyId: string, pointer = '#/params/id'): Promise<Run> {
  const [row] = await tx.select().from(runs).where(eq(runs.id, id)).for('update');
  if (row?.partyId !== partyId) throw recyclingProblem('run-missing', { id, pointer });
  return toRun(row);
}

export async function insertRun(tx: Tx, run: Run): Promise<void> {
  await tx.insert(runs).values(run);
}

export async function updateRun(tx: Tx, run: Run): Promise<void> {
  const { id, closedAt, fedGrams, yieldedGrams, gainedGrams, lostGrams, carriedGrams } = run;
  await tx
    .update(runs)
    .set({ closedAt, fedGrams, yieldedGrams, gainedGrams, lostGrams, carriedGrams })
    .where(eq(runs.id, id));
}

export async function insertRunOutputs(tx: Tx, outputs: readonly (typeof runOutputs.$inferInsert)[]): Promise<void> {
  if (outputs.length > 0) await tx.insert(runOutputs).values([...outputs]);
}

/** Reads an output of a run by its batch. */
export async function findRunOutput(tx: Tx, runId: string, batchId: string): Promise<{ material: string } | undefined> {
  const [row] = await tx
    .select({ material: runOutputs.material })
    .from(runOutputs)
    .where(and(eq(runOutputs.runId, runId), eq(runOutputs.batchId, batchId)));
  return row;
}

export async function findSupply(tx: Tx, id: string): Promise<Supply | undefined> {
  const [row] = await tx.select().from(supplies).where(eq(supplies.id, id));
  return row;
}

export async function findDisposition(tx: Tx, id: string): Promise<Disposition | undefined> {
  const [row] = await tx.select().from(dispositions).where(eq(dispositions.id, id));
  return row;
}

export async function findEmission(tx: Tx, id: string): Promise<Emission | undefined> {
  const [row] = await tx.select().from(emissions).where(eq(emissions.id, id));
  return row;
}

export async function insertSupply(tx: Tx, supply: Supply): Promise<void> {
  await tx.insert(supplies).values(supply);
}

/** Records an assay; returns false when another assay is already valid in its place. */
export async function insertAssay(tx: Tx, assay: Assay): Promise<boolean> {
  return (await tx.insert(assays).values(assay).onConflictDoNothing().returning()).length === 1;
}

export async function findAssay(tx: Tx, id: string): Promise<Assay | undefined> {
  const [row] = await tx.select().from(assays).where(eq(assays.id, id));
  return row;
}

export async function insertDisposition(tx: Tx, disposition: Disposition): Promise<void> {
  await tx.insert(dispositions).values(disposition);
}

/** Records a stock count; returns false when another count is already valid in its place. */
export async function insertStockCount(tx: Tx, count: StockCount): Promise<boolean> {
  const row = { ...count, lines: [...count.lines] };
  return (await tx.insert(stockCounts).values(row).onConflictDoNothing().returning()).length === 1;
}

export async function findStockCount(tx: Tx, id: string): Promise<StockCount | undefined> {
  const [row] = await tx.select().from(stockCounts).where(eq(stockCounts.id, id));
  return row;
}

export async function insertEmission(tx: Tx, emission: Emission): Promise<void> {
  await tx.insert(emissions).values(emission);
}

function toRun(row: typeof runs.$inferSelect): Run {
  return {
    ...row,
    fedGrams: toGrams(row.fedGrams),
    yieldedGrams: toGrams(row.yieldedGrams),
    gainedGrams: toGrams(row.gainedGrams),
    lostGrams: toGrams(row.lostGrams),
    carriedGrams: toGrams(row.carriedGrams),
  };
}
