/** Reads and writes flow records. Contains no rule. */
import type { Tx } from '../platform/database/db.ts';
import type { FlowRecord } from './flow.ts';
import { flowRecords } from './tables.ts';

const ROWS_MAX = 1_000;

/** Inserts flows. Existing flows of an entry are an error, because the subscription applies each entry exactly once. */
export async function insertFlows(tx: Tx, flows: readonly FlowRecord[]): Promise<void> {
  for (let at = 0; at < flows.length; at += ROWS_MAX) {
    await tx.insert(flowRecords).values(flows.slice(at, at + ROWS_MAX));
  }
}
