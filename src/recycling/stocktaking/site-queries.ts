/** Sites of an organisation that are or were recyclers, with the times at which they were. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { type RecyclingSite, spellsOf } from './site-spell.ts';

const SiteRow = z.object({
  ...{ siteId: z.string(), name: z.string(), kind: z.string() },
  registeredAt: z.coerce.date(),
  changes: z.array(z.object({ kind: z.string(), changedAt: z.coerce.date() })),
  limits: z.array(z.object({ grams: z.coerce.number().nullable(), until: z.coerce.date().nullable() })),
});

/** Lists the sites in the order of their ids. A limit of storage applies until it is changed. */
export async function listRecyclingSites(db: Reader, partyId: string): Promise<RecyclingSite[]> {
  const { rows } = await db.execute(sql`
    select s.id as "siteId", s.name, s.kind, s.registered_at as "registeredAt",
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
  const sites = z.array(SiteRow).parse(rows);
  const first = await readFirstRecords(
    db,
    partyId,
    sites.map(({ registeredAt }) => registeredAt),
  );
  return sites.map(({ siteId, name, limits, ...registered }) => {
    const firstRecordAt = first.get(siteId) ?? null;
    return { siteId, name, limits, spells: spellsOf({ ...registered, firstRecordAt }) };
  });
}

const FirstRow = z.object({ siteId: z.string(), at: z.coerce.date() });

/**
 * Reads the time of the first batch on each site, among those before the last registration. Few blocks of batches have such a
 * time, which the database finds for a known instant only.
 */
async function readFirstRecords(
  db: Reader,
  partyId: string,
  registrations: readonly Date[],
): Promise<ReadonlyMap<string, Date>> {
  if (registrations.length === 0) return new Map();
  const last = new Date(Math.max(...registrations.map((at) => at.getTime())));
  const { rows } = await db.execute(sql`
    select b.site_id as "siteId", min(b.occurred_at) as at from batches b
    where b.party_id = ${partyId} and b.site_id is not null and b.occurred_at < ${last.toISOString()} group by b.site_id`);
  return new Map(
    z
      .array(FirstRow)
      .parse(rows)
      .map(({ siteId, at }) => [siteId, at]),
  );
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
