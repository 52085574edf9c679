/** Use cases: judging the lead of runs before outputs, corrections and assays are recorded, under the locks of the runs. */
import { countedMovements, WASTE_BATTERY_CODE } from '../../batches/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { type LeadFinding, type LeadLaw, refuseMoreLead, withFinding, withMass, withOutputs } from './lead-balance.ts';
import { lockRunsOf, readLeadBooks } from './lead-store.ts';

/** Refuses outputs that hold more lead than was fed. The caller has locked the run. @throws Problem `run-lead-exceeds-feeds` */
export async function refuseLeadOfOutputs(
  tx: Tx,
  law: LeadLaw,
  runId: string,
  outputs: readonly { readonly material: string; readonly massGrams: number }[],
): Promise<void> {
  const before = await readBooks(tx, [runId]);
  refuseMoreLead(runId, { before, after: withOutputs(before, runId, outputs) }, law, '#/body/outputs');
}

/**
 * Refuses the correction of a feed or output by which more lead came out than was fed. The caller has locked the run.
 * @throws Problem `run-lead-exceeds-feeds`
 */
export async function refuseLeadOfCorrection(
  tx: Tx,
  law: LeadLaw,
  runId: string,
  { movementId, massGrams }: { readonly movementId: string; readonly massGrams: number },
): Promise<void> {
  const before = await readBooks(tx, [runId]);
  refuseMoreLead(runId, { before, after: withMass(before, movementId, massGrams) }, law, '#/body/massGrams');
}

/**
 * Refuses an assay by which more lead came out of a run than was fed. The caller has locked the runs, then the batch; a run
 * that the batch was fed to in between is locked here.
 * @throws Problem `run-lead-exceeds-feeds`
 */
export async function refuseLeadOfAssay(tx: Tx, law: LeadLaw, partyId: string, finding: LeadFinding): Promise<void> {
  const ids = await lockRunsOf(tx, partyId, finding);
  if (ids.length === 0) return;
  const before = await readBooks(tx, ids);
  const after = withFinding(before, finding);
  for (const id of ids) refuseMoreLead(id, { before, after }, law, '#/body/ppm');
}

const readBooks = (tx: Tx, runIds: readonly string[]) =>
  readLeadBooks(tx, { runIds, counted: countedMovements(), batteries: WASTE_BATTERY_CODE });
