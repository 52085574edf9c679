/** Reading the history of an organisation, and its vehicles. */
import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { type Page, type PageQuery, placeOf, toPage } from '../../platform/http/index.ts';
import { partyStates, vehicles } from '../tables.ts';
import {
  type PartyHistoryResponse,
  toPartyChangeResponse,
  toVehicleResponse,
  type VehicleResponse,
} from './schemas.ts';

export async function readPartyHistory(db: Reader, partyId: string): Promise<z.infer<typeof PartyHistoryResponse>> {
  const rows = await db
    .select()
    .from(partyStates)
    .where(eq(partyStates.partyId, partyId))
    .orderBy(asc(partyStates.number));
  return { items: rows.map(toPartyChangeResponse) };
}

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
