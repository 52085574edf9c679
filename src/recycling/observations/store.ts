/** Reads and writes observed stock counts. Contains no rule. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import { stockObservations } from '../tables.ts';
import type { StockObservation } from './observation.ts';

/** Records an observation; returns false when another one is already valid in its place. */
export async function insertObservation(tx: Tx, one: StockObservation): Promise<boolean> {
  const row = { ...one, lines: [...one.lines] };
  return (await tx.insert(stockObservations).values(row).onConflictDoNothing().returning()).length === 1;
}

export async function findObservation(tx: Tx, id: string): Promise<StockObservation | undefined> {
  const [row] = await tx.select().from(stockObservations).where(eq(stockObservations.id, id));
  return row;
}
