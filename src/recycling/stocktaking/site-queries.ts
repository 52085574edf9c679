/** Sites of an organisation that are or were recyclers, with the times at which they were. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { type RecyclingSite, spellsOf } from './site-spell.ts';

const SiteRow = z.object({
  ...{ siteId: z.string(), name: z.string(), kind: z.string() },
  ...{ registeredAt: z.coerce.date(), firstRecordAt: z.coerce.date().nullable() },
  changes: z.array(z.object({ kind: z.string(), changedAt: z.coerce.date() })),
  limits: z.array(z.object({ grams: z.coerce.number().nullable(), until: z.coerce.date().nullable() })),
});

/** Lists the sites in the order of their ids. A limit of storage applies until it is changed. */
export async function listRecyclingSites(db: Reader, partyId: string): Promise<RecyclingSite[]> {
  const { rows } = await db.execute(sql`
    select s.id as "siteId", s.name, s.kind, s.registered_at as "registeredAt", (
        select min(b.occurred_at) from batches b where b.party_id = s.party_id and b.site_id = s.id
          and b.occurred_at < s.registered_at) as "firstRecordAt",
      coalesce(changed.kinds, '[]') as changes,
      coalesce(limited.before, '[]') || jsonb_build_array(jsonb_build_object('grams', s.storage_limit_grams, 'until', null)) as limits
    from sites s cross join lateral (
      select jsonb_agg(jsonb_build_object('kind', c.before ->> 'kind', 'changedAt', c.recorded_at) order by c.version) as kinds
      from register_changes c where c.record_id = s.id and c.kind = 'site' and c.before ? 'kind'
    ) changed cross join lateral (
      select jsonb_agg(jsonb_build_object('grams', c.before -> 'storageLimitGrams', 'until', c.recorded_at) order by c.version) as before
      from register_changes c where c.record_id = s.id and c.kind = 'site' and c.before ? 'storageLimitGrams'
    ) limited
    where s.party_id = ${partyId} and (s.kind = 'recycler' or changed.kinds @> '[{"kind": "recycler"}]') order by s.id`);
  return z
    .array(SiteRow)
    .parse(rows)
    .map(({ siteId, name, limits, ...registered }) => ({ siteId, name, limits, spells: spellsOf(registered) }));
}

const RecyclerRow = z.object({ id: z.string(), name: z.string(), divisionCode: z.string() });

/** Lists the organisations that have or had a recycling site, in the order of their ids. */
export async function listRecyclers(db: Reader): Promise<z.infer<typeof RecyclerRow>[]> {
  const { rows } = await db.execute(sql`
    select p.id, p.name, p.division_code as "divisionCode" from parties p
    where exists (select from sites s where s.party_id = p.id and (s.kind = 'recycler' or exists (
      select from register_changes c where c.record_id = s.id and c.kind = 'site' and c.before ->> 'kind' = 'recycler')))
    order by p.id`);
  return z.array(RecyclerRow).parse(rows);
}
