/** Reads and writes dioxin measurements. Contains no rule. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import { dioxinMeasurements } from '../tables.ts';
import type { DioxinMeasurement } from './measurement.ts';

/** Records a measurement; returns false when another one is already valid in its place. */
export async function insertDioxin(tx: Tx, measurement: DioxinMeasurement): Promise<boolean> {
  return (await tx.insert(dioxinMeasurements).values(measurement).onConflictDoNothing().returning()).length === 1;
}

export async function findDioxin(tx: Tx, id: string): Promise<DioxinMeasurement | undefined> {
  const [row] = await tx.select().from(dioxinMeasurements).where(eq(dioxinMeasurements.id, id));
  return row;
}
