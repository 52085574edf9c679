/** Reads the vehicles of an organisation. */
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import type { Language } from '../../core/messages/language.ts';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import type { Page, PageQuery } from '../../platform/http/index.ts';
import { partyProblem } from '../problems.ts';
import { vehicles } from '../tables.ts';
import { whereVisible } from '../visibility-queries.ts';
import { toVehicleResponse, type VehicleParams, type VehicleResponse } from './schemas.ts';

export function listVehiclesOf(
  db: Reader,
  partyId: string,
  query: z.infer<typeof PageQuery>,
  language: Language,
): Promise<Page<z.infer<typeof VehicleResponse>>> {
  return page(db, vehicles, {
    query,
    where: [eq(vehicles.partyId, partyId)],
    toItem: (vehicle) => toVehicleResponse(vehicle, language),
  });
}

/** Reads a vehicle of an organisation. @throws Problem `vehicle-missing`, also for an organisation that is not visible */
export async function readVehicle(
  db: Reader,
  visibility: Visibility,
  { id: partyId, vehicleId: id }: z.infer<typeof VehicleParams>,
  language: Language,
): Promise<z.infer<typeof VehicleResponse>> {
  const visible = whereVisible(visibility, { parties: [vehicles.partyId] });
  const [vehicle] = await db
    .select()
    .from(vehicles)
    .where(and(eq(vehicles.id, id), eq(vehicles.partyId, partyId), visible));
  if (!vehicle) throw partyProblem('vehicle-missing', { id, pointer: '#/params/vehicleId' });
  return toVehicleResponse(vehicle, language);
}
