/** Use cases: registering vehicles of carriers, and finding them by plate. */
import type { Actor } from '../../core/actor.ts';
import { plateOf } from '../../core/identifiers/plate.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { partyProblem } from '../problems.ts';
import { recordRegistrations } from '../registration-service.ts';
import { requireParty } from '../service.ts';
import { insertVehicle, listVehiclesByPlate } from './store.ts';
import type { Vehicle } from './vehicle.ts';

const NO_COLOR = { plateColor: null };
export type VehicleDraft = Omit<Vehicle, 'id' | 'registeredAt' | 'version' | 'plateColor'> &
  Partial<Pick<Vehicle, 'plateColor'>>;

/** Registers a vehicle, or its renewed permit. @throws Problem `party-missing`, `vehicle-exists` */
export async function registerVehicle(
  tx: Tx,
  deps: Deps,
  { actor, ...draft }: VehicleDraft & { readonly actor: Actor },
): Promise<Vehicle> {
  await requireParty(tx, draft.partyId, '#/params/id');
  const stamp = { id: deps.newId(), registeredAt: deps.clock(), version: 1 };
  const vehicle: Vehicle = { ...NO_COLOR, ...draft, ...stamp, plate: plateOf(draft.plate) };
  if (!(await insertVehicle(tx, vehicle))) {
    const { plate, permitNumber, permitValidFrom } = vehicle;
    throw partyProblem('vehicle-exists', { plate, permitNumber, permitValidFrom });
  }
  await recordRegistrations(tx, 'vehicle', [vehicle], actor);
  return vehicle;
}

/** Lists a carrier's vehicles with the given plates, one for each permit. Plates may be written with separators. */
export function vehiclesOf(db: Reader, partyId: string, plates: readonly string[]): Promise<Vehicle[]> {
  return listVehiclesByPlate(db, partyId, [...new Set(plates.map(plateOf))]);
}
