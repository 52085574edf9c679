/** Reads and writes vehicles. Contains no rule. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { vehicles } from '../tables.ts';
import type { Vehicle } from './vehicle.ts';

/** Returns false, and inserts nothing, if the vehicle is already registered with that permit. */
export async function insertVehicle(tx: Tx, vehicle: Vehicle): Promise<boolean> {
  const rows = await tx.insert(vehicles).values(vehicle).onConflictDoNothing().returning({ id: vehicles.id });
  return rows.length === 1;
}

export async function listVehiclesByPlate(db: Reader, partyId: string, plates: readonly string[]): Promise<Vehicle[]> {
  if (plates.length === 0) return [];
  return db
    .select()
    .from(vehicles)
    .where(and(eq(vehicles.partyId, partyId), inArray(vehicles.plate, [...plates])));
}
