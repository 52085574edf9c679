/** Lists the vehicles of an organisation. */
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import type { Page, PageQuery } from '../../platform/http/index.ts';
import { vehicles } from '../tables.ts';
import { toVehicleResponse, type VehicleResponse } from './schemas.ts';

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
