/** Use case: updating figures from the journal. */
import type { Tx } from '../platform/database/db.ts';
import { type Acceptance, flowsOf } from './flow.ts';
import { insertFlows } from './store.ts';

/** Counts accepted mass, in the transaction that moves the position of the subscription. */
export async function countFlows(tx: Tx, acceptances: readonly Acceptance[]): Promise<void> {
  await insertFlows(tx, acceptances.flatMap(flowsOf));
}
