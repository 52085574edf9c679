/** Loads whose mass an enterprise could move to lift its recovery rate. */
import { sql } from 'drizzle-orm';
import { siteKindAt } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';

/** Mass of loads on a site of the receiver that it has not accepted. */
export type GateLoads = {
  readonly siteId: string | null;
  readonly loads: number;
  readonly massGrams: number;
  /** Those of them that had arrived before the instant from which a load waits long. */
  readonly waitedLoads: number;
  readonly waitedGrams: number;
};

/**
 * Lists by site the loads that had arrived at an instant and were not accepted by then: those without a decision, and what
 * was refused and had not gone back. The site is null when it was not registered before the decision.
 * @param since instant before which a load must have arrived to have waited long
 */
export async function listGateLoads(
  db: Reader,
  { receiverId, at, since }: { readonly receiverId: string; readonly at: Date; readonly since: Date },
): Promise<GateLoads[]> {
  const instant = at.toISOString();
  type Row = { site: string | null; loads: number; grams: string; waited: number; waited_grams: string };
  const { rows } = await db.execute<Row>(sql`
    with waiting as (
      select m.id, m.receiver_site_id as site,
        (m.document ->> 'arrivedAt')::timestamptz < ${since.toISOString()} as waited, sum(case when m.decided_at < ${instant} then l.refused_grams
        else l.mass_grams end) as grams
      from manifests m join manifest_lines l on l.manifest_id = m.id
      where m.receiver_id = ${receiverId} and (m.state <> 'closed' or m.updated_at >= ${instant})
        and coalesce(m.handed_over_at < ${instant}, true) and (m.document ->> 'arrivedAt')::timestamptz < ${instant}
        and (m.decided_at is null or m.decided_at >= ${instant} or ((m.document ->> 'closedAt') is null
          or (m.document ->> 'closedAt')::timestamptz >= ${instant}))
      group by m.id
    )
    select site, count(*)::integer as loads, sum(grams) as grams, (count(*) filter (where waited))::integer as waited,
      coalesce(sum(grams) filter (where waited), 0) as waited_grams from waiting where grams > 0 group by site`);
  return rows.map(({ site, loads, grams, waited, waited_grams: waitedGrams }) => ({
    ...{ siteId: site, loads, massGrams: Number(grams) },
    ...{ waitedLoads: waited, waitedGrams: Number(waitedGrams) },
  }));
}

/** Loads that had left their consignor at an instant and had not arrived by then. */
export type LoadsOnTheWay = { readonly loads: number; readonly massGrams: number };

/**
 * Adds up the loads for sites of a receiver that were handed over before an instant, and that arrived after it or have not arrived. Only
 * the receiver states when a load arrives. Of loads from its own sites only those count that did not recycle, and that are decided now.
 */
export async function sumLoadsOnTheWay(
  db: Reader,
  { receiverId, at }: { readonly receiverId: string; readonly at: Date },
): Promise<LoadsOnTheWay> {
  const instant = at.toISOString();
  const { rows } = await db.execute<{ loads: number; grams: string }>(sql`
    with coming as (
      select m.id, sum(case when m.consignor_id = m.receiver_id then coalesce(l.accepted_grams, 0) else l.mass_grams end) as grams
      from manifests m join manifest_lines l on l.manifest_id = m.id left join sites s on s.id = m.consignor_site_id
      where m.receiver_id = ${receiverId} and m.state <> 'cancelled' and (m.state <> 'closed' or m.updated_at >= ${instant})
        and m.handed_over_at < ${instant} and coalesce((m.document ->> 'arrivedAt')::timestamptz >= ${instant}, true)
        and (m.consignor_id <> m.receiver_id or (m.decided_at is not null
          and ${siteKindAt(sql`s`, sql`m.handed_over_at`)} is distinct from 'recycler'))
      group by m.id
    )
    select count(*)::integer as loads, coalesce(sum(grams), 0) as grams from coming where grams > 0`);
  return { loads: rows[0]?.loads ?? 0, massGrams: Number(rows[0]?.grams ?? 0) };
}

/** Lists the manifests on which an organisation is consignor, carrier and receiver, as subjects of the journal. */
export async function listLoneManifests(db: Reader, partyId: string): Promise<Set<string>> {
  const { rows } = await db.execute<{ subject: string }>(sql`
    select 'manifest:' || id as subject from manifests
    where consignor_id = ${partyId} and carrier_id = ${partyId} and receiver_id = ${partyId}`);
  return new Set(rows.map(({ subject }) => subject));
}

/**
 * Reads the mass of loads that is still on sites of their own consignor that do not recycle, by the batch in transit. It is
 * followed through splits and further loads. It is gone when another organisation accepted it. It is gone as well when it came to
 * a recycling site of the consignor, where it counts as received again. A merge ends the way: merged mass is still there.
 */
export async function listHeldLoads(db: Reader, loadIds: readonly string[]): Promise<Map<string, number>> {
  if (loadIds.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; grams: string }>(sql`
    with recursive way as (
      select load.id as load_id, load.party_id, load.id as batch_id, true as travels, true as first from batches load
      where load.id in (select jsonb_array_elements_text(${JSON.stringify(loadIds)}::jsonb)::uuid)
      union all
      select w.load_id, w.party_id, m.to_batch_id, m.kind = 'dispatch', false from way w
        join movements m on m.from_batch_id = w.batch_id join batches b on b.id = m.to_batch_id
        left join sites s on s.id = b.site_id
      where m.kind in ('split', 'dispatch', 'arrival', 'return') and b.party_id = w.party_id
        and not (w.first and m.kind = 'return')
        and coalesce(${siteKindAt(sql`s`, sql`m.occurred_at`)}, 'transit') <> 'recycler'
    ), accepted as (
      select w.load_id, sum(m.mass_grams) as grams from way w join movements m on m.from_batch_id = w.batch_id
        join way there on there.load_id = w.load_id and there.batch_id = m.to_batch_id
      where w.first and m.kind = 'arrival' group by w.load_id
    ), gone as (
      select w.load_id, sum(m.mass_grams) as grams from way w join movements m on m.from_batch_id = w.batch_id
        left join way there on there.load_id = w.load_id and there.batch_id = m.to_batch_id
        left join manifests f on f.id = case when m.evidence like 'manifest:%' then substring(m.evidence from 10)::uuid end
        left join sites s on s.id = f.receiver_site_id
      where w.travels and not w.first and (
        (m.kind in ('arrival', 'departure') and there.batch_id is null)
        or (m.kind = 'weighing_difference' and f.receiver_id = w.party_id
          and ${siteKindAt(sql`s`, sql`m.occurred_at`)} = 'recycler'))
      group by w.load_id
    )
    select a.load_id as id, greatest(a.grams - coalesce(g.grams, 0), 0) as grams
    from accepted a left join gone g using (load_id)`);
  return new Map(rows.map(({ id, grams }) => [id, Number(grams)]));
}
