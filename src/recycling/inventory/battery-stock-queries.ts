/** Batteries that the books have on sites at an instant. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { countedMovements } from '../../batches/index.ts';
import type { Reader } from '../../platform/database/db.ts';

/** A batch of batteries on a site, with the mass that the books give it at an instant. */
type StockedBatteries = z.infer<typeof StockRow>;

const StockRow = z.object({
  siteId: z.string(),
  batchId: z.string(),
  material: z.string(),
  massGrams: z.coerce.number(),
});

/** Lists the batches of batteries with mass on some sites of an enterprise, just before an instant. */
export async function listStockedBatteries(
  db: Reader,
  { partyId, siteIds, at }: { readonly partyId: string; readonly siteIds: readonly string[]; readonly at: Date },
): Promise<StockedBatteries[]> {
  const before = at.toISOString();
  const { rows } = await db.execute(sql`
    with here as materialized (
      select b.id, b.site_id, b.material
      from batches b where b.party_id = ${partyId} and b.kind = 'battery'
        and b.site_id in (select jsonb_array_elements_text(${JSON.stringify(siteIds)}::jsonb)::uuid)
    ), leg as (
      select m.to_batch_id as id, m.mass_grams as mass from here join ${countedMovements()} m on m.to_batch_id = here.id
      where m.occurred_at < ${before}
      union all
      select m.from_batch_id, -m.mass_grams from here join ${countedMovements()} m on m.from_batch_id = here.id
      where m.occurred_at < ${before}
    )
    select here.site_id as "siteId", here.id as "batchId", here.material, sum(leg.mass) as "massGrams"
    from here join leg using (id) group by here.site_id, here.id, here.material
    having sum(leg.mass) > 0 order by here.id`);
  return z.array(StockRow).parse(rows);
}
