/** Reads the history of an organisation. */
import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { partyStates } from '../tables.ts';
import { type PartyHistoryResponse, toPartyChangeResponse } from './schemas.ts';

export async function readPartyHistory(db: Reader, partyId: string): Promise<z.infer<typeof PartyHistoryResponse>> {
  const rows = await db
    .select()
    .from(partyStates)
    .where(eq(partyStates.partyId, partyId))
    .orderBy(asc(partyStates.number));
  return { items: rows.map(toPartyChangeResponse) };
}
