/** Runs that were open at an instant, with the mass that their accounts held. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';

const RunRow = z.object({
  ...{ runId: z.string(), siteId: z.string(), startedAt: z.coerce.date() },
  heldGrams: z.coerce.number(),
});

/** A run that was open, with the feeds, outputs and gains of its account until then. */
export type OpenRun = z.infer<typeof RunRow>;

/** Lists the runs of an organisation that were open just before an instant, and held mass. */
export async function listOpenRuns(
  db: Reader,
  { partyId, at }: { readonly partyId: string; readonly at: Date },
): Promise<OpenRun[]> {
  const before = at.toISOString();
  const { rows } = await db.execute(sql`
    with open as materialized (
      select r.id, r.site_id, r.started_at from runs r
      where r.party_id = ${partyId} and r.started_at < ${before} and (r.closed_at is null or r.closed_at >= ${before})
    ), leg as (
      select m.to_batch_id as id, m.mass_grams as mass from movements m
      where m.to_batch_id in (select id from open) and m.occurred_at < ${before}
      union all
      select m.from_batch_id, -m.mass_grams from movements m
      where m.from_batch_id in (select id from open) and m.occurred_at < ${before}
    )
    select open.id as "runId", open.site_id as "siteId", open.started_at as "startedAt", sum(leg.mass) as "heldGrams"
    from open join leg using (id) group by open.id, open.site_id, open.started_at having sum(leg.mass) > 0 order by open.id`);
  return z.array(RunRow).parse(rows);
}
