/** What of an organisation's stock is in the way of closing it. */
import { sql } from 'drizzle-orm';
import type { ReadUnfinishedBusiness } from '../parties/index.ts';

/** Its batches that hold something, on its sites, on the road and in its runs, and their mass in grams. */
export const openStock: ReadUnfinishedBusiness = async (db, partyId) => {
  const { rows } = await db.execute<{ batches: number; mass_grams: string }>(sql`
    select count(*)::int as batches, coalesce(sum(mass_grams), 0) as mass_grams from batches
    where party_id = ${partyId} and (mass_grams > 0 or pieces > 0)`);
  return { batches: rows[0]?.batches ?? 0, massGrams: Number(rows[0]?.mass_grams ?? 0) };
};
