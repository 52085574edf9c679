/** Reads and writes vehicles. Contains no rule. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { vehicles } from '../tables.ts';
import type { Vehicle } from './vehicle.ts';

/** Returns false, and inserts nothing, if the vehicle is already registered with that permit. */
export async function insertVehicle(tx: Tx, vehicle: Vehicle): Promise<boolean> {
  const { partyId, plate, permitNumber, permitValidFrom } = vehicles;
  const rows = await tx
    .insert(vehicles)
    .values(vehicle)
    .onConflictDoNothing({ target: [partyId, plate, permitNumber, permitValidFrom] })
    .returning({ id: vehicles.id });
  return rows.length === 1;
}

export async function listVehiclesByPlate(db: Reader, partyId: string, plates: readonly string[]): Promise<Vehicle[]> {
  if (plates.length === 0) return [];
  return db
    .select()
    .from(vehicles)
    .where(and(eq(vehicles.partyId, partyId), inArray(vehicles.plate, [...plates])));
}
