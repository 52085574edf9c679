/** Use cases: vehicles of carriers. */
import type { Actor } from '../../core/actor.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { partyProblem } from '../problems.ts';
import { requireParty } from '../service.ts';
import { insertVehicle, listVehiclesByPlate } from './store.ts';
import { plateOf, type Vehicle } from './vehicle.ts';

const NO_COLOR = { plateColor: null };
export type VehicleDraft = Omit<Vehicle, 'id' | 'registeredAt' | 'plateColor'> & Partial<Pick<Vehicle, 'plateColor'>>;

/** Registers a vehicle, or a renewed permit of one. @throws Problem `party-missing`, `vehicle-exists` */
export async function registerVehicle(
  tx: Tx,
  deps: Deps,
  { actor }: { readonly actor: Actor },
  draft: VehicleDraft,
): Promise<Vehicle> {
  await requireParty(tx, draft.partyId, '#/params/id');
  const at = deps.clock();
  const vehicle: Vehicle = { ...NO_COLOR, ...draft, plate: plateOf(draft.plate), id: deps.newId(), registeredAt: at };
  if (!(await insertVehicle(tx, vehicle))) {
    const { plate, permitNumber, permitValidFrom } = vehicle;
    throw partyProblem('vehicle-exists', { plate, permitNumber, permitValidFrom });
  }
  const { registeredAt: _, ...payload } = vehicle;
  await record(tx, [fact('vehicle.registered', `vehicle:${vehicle.id}`, actor, at, payload)]);
  return vehicle;
}

/** The carrier's vehicles, with all their permits, among plates as they are written. */
export function vehiclesOf(db: Reader, partyId: string, plates: readonly string[]): Promise<Vehicle[]> {
  return listVehiclesByPlate(db, partyId, [...new Set(plates.map(plateOf))]);
}
