/** Batteries of an enterprise outside its recycling sites, for the recovery rate: they are in no term until they come to one. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../../platform/database/db.ts';
import type { LeadPeriod } from './record-queries.ts';

/** Lists the sites of an organisation, in the order of their ids. */
export async function listOwnSites(db: Reader, partyId: string): Promise<{ siteId: string; name: string }[]> {
  const { rows } = await db.execute<{ siteId: string; name: string }>(sql`
    select id as "siteId", name from sites where party_id = ${partyId} order by id`);
  return rows;
}

/**
 * Mass that left a site, or never came into its books.
 * - `under_way`: it left the site, and is neither accepted nor back
 * - `sent`: another organisation accepted it. It was at the site or on its way in the period
 * - `written_off`: a count missed it in the period
 * - `weighed_less`: the net of what the weighings of loads missed in the period, of those that left and those that came
 */
export type MassElsewhere = {
  readonly siteId: string;
  readonly kind: 'under_way' | 'sent' | 'written_off' | 'weighed_less';
  /** Batch with the content of the mass; null where none is known. */
  readonly batchId: string | null;
  readonly massGrams: number;
};

/** Lists such mass of some sites. What the second weighing of a load to any other own site misses is lost there, in the balance. */
export async function listMassElsewhere(
  db: Reader,
  { partyId, from, to }: LeadPeriod,
  siteIds: readonly string[],
): Promise<MassElsewhere[]> {
  if (siteIds.length === 0) return [];
  const during = sql`m.occurred_at >= ${from.toISOString()} and m.occurred_at < ${to.toISOString()}`;
  type Row = Omit<MassElsewhere, 'massGrams'> & { massGrams: string };
  const { rows } = await db.execute<Row>(sql`
    with here as materialized (
      select jsonb_array_elements_text(${JSON.stringify(siteIds)}::jsonb)::uuid as id
    ), stood as materialized (
      select b.id, b.site_id from batches b where b.party_id = ${partyId} and b.kind = 'battery' and b.site_id in (select id from here)
    ), load as materialized (
      select distinct on (l.id) l.id, l.mass_grams, s.site_id
      from stood s join movements m on m.from_batch_id = s.id and m.kind = 'dispatch' and m.occurred_at < ${to.toISOString()}
        join batches l on l.id = m.to_batch_id order by l.id, s.site_id
    ), moved as (
      select l.site_id, m.mass_grams as grams, m.kind, m.occurred_at, m.evidence from load l join movements m on m.from_batch_id = l.id
      union all
      select l.site_id, -m.mass_grams, m.kind, m.occurred_at, m.evidence from load l join movements m on m.to_batch_id = l.id
    ), weighed as (
      select m.site_id, m.grams from moved m
        left join manifests f on f.id = case when m.evidence like 'manifest:%' then substring(m.evidence from 10)::uuid end
      where m.kind = 'weighing_difference' and ${during}
        and (f.receiver_id is distinct from ${partyId} or f.receiver_site_id in (select id from here))
    ), came as (
      select f.receiver_site_id as site_id,
        l.mass_grams - coalesce(l.accepted_grams, 0) - coalesce(l.returned_grams, l.refused_grams, 0) as grams
      from manifests f join manifest_lines l on l.manifest_id = f.id
      where f.receiver_id = ${partyId} and f.receiver_site_id in (select id from here) and f.consignor_id <> ${partyId}
        and f.decided_at >= ${from.toISOString()} and f.decided_at < ${to.toISOString()} and f.handed_over_at is not null
    ), found as (
      select site_id, 'under_way' as kind, id as batch_id, mass_grams as grams from load where mass_grams > 0
      union all
      select l.site_id, 'sent', l.id, m.mass_grams from load l
        join movements m on m.from_batch_id = l.id and m.kind in ('arrival', 'departure') and m.occurred_at >= ${from.toISOString()}
        left join batches b on b.id = m.to_batch_id
      where m.mass_grams > 0 and b.party_id is distinct from ${partyId}
      union all
      select s.site_id, 'written_off', s.id, m.mass_grams from stood s
        join movements m on m.from_batch_id = s.id and m.kind = 'stock_adjustment' and ${during} where m.mass_grams > 0
      union all
      select site_id, 'weighed_less', null, sum(grams) from (
        select site_id, grams from weighed union all select site_id, grams from came
      ) one group by site_id having sum(grams) > 0
    )
    select site_id as "siteId", kind, batch_id as "batchId", grams as "massGrams" from found order by site_id, kind, batch_id`);
  return rows.map(({ massGrams, ...row }) => ({ ...row, massGrams: Number(massGrams) }));
}
