/** Rows of flow records. No rule lives here. */
import type { Tx } from '../platform/database/db.ts';
import type { FlowRecord } from './flow.ts';
import { flowRecords } from './tables.ts';

const ROWS_MAX = 1_000;

/** An entry whose flows exist already is an error: the subscription applies each exactly once. */
export async function insertFlows(tx: Tx, flows: readonly FlowRecord[]): Promise<void> {
  for (let at = 0; at < flows.length; at += ROWS_MAX) {
    await tx.insert(flowRecords).values(flows.slice(at, at + ROWS_MAX));
  }
}
