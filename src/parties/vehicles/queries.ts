/** Lists the vehicles of an organisation. */
import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { type Page, type PageQuery, placeOf, toPage } from '../../platform/http/index.ts';
import { vehicles } from '../tables.ts';
import { toVehicleResponse, type VehicleResponse } from './schemas.ts';

export async function listVehiclesOf(
  db: Reader,
  partyId: string,
  query: z.infer<typeof PageQuery>,
): Promise<Page<z.infer<typeof VehicleResponse>>> {
  const after = placeOf(query.cursor, z.uuid());
  const rows = await db
    .select()
    .from(vehicles)
    .where(and(eq(vehicles.partyId, partyId), after === undefined ? undefined : gt(vehicles.id, after)))
    .orderBy(asc(vehicles.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, ({ id }) => id, toVehicleResponse);
}
