/** Stock that blocks the closing of an organisation. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ReadUnfinishedBusiness } from '../parties/index.ts';

const Row = z.object({ batches: z.number(), massGrams: z.coerce.number() });

/** Counts the batches of an organisation that hold mass or pieces, in stock, in transit and in runs; mass in grams. */
export const readUnfinishedStock: ReadUnfinishedBusiness = async (db, partyId) => {
  const { rows } = await db.execute(sql`
    select count(*)::int as batches, coalesce(sum(mass_grams), 0) as "massGrams" from batches
    where party_id = ${partyId} and (mass_grams > 0 or pieces > 0)`);
  return Row.parse(rows[0]);
};
