/** Origins of batteries, loads at the gate, and manifests of one party alone, for recovery rates. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../../platform/database/db.ts';

/** Origin of a batch of batteries, followed through splits, merges, and loads that came back. */
export type Origin = {
  /** True when a part of it came without a manifest. */
  readonly withoutManifest: boolean;
  /** True when a part of it was accepted for disposal. */
  readonly forDisposal: boolean;
  /** The batches that it began as, when they came to the enterprise. */
  readonly beginnings: readonly string[];
};

/**
 * Reads the origins of batches.
 * @param disposalMethods first letters of the treatment methods of disposal
 */
export async function listOriginsOf(
  db: Reader,
  batchIds: readonly string[],
  disposalMethods: readonly string[],
): Promise<Map<string, Origin>> {
  if (batchIds.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; without: boolean; disposal: boolean; beginnings: string[] }>(sql`
    with recursive lineage as (
      select id as batch_id, id as ancestor_id from batches
      where id in (select jsonb_array_elements_text(${JSON.stringify(batchIds)}::jsonb)::uuid)
      union
      select l.batch_id, m.from_batch_id from lineage l join movements m on m.to_batch_id = l.ancestor_id
      where m.kind in ('split', 'merge', 'dispatch', 'return')
    )
    select l.batch_id as id, bool_or(line.manifest_id is null) as without, coalesce(bool_or(exists (
        select from jsonb_array_elements(manifests.document -> 'lines') one
        where (one ->> 'line')::integer = line.line
          and left(one ->> 'treatmentMethod', 1) in (select jsonb_array_elements_text(${JSON.stringify(disposalMethods)}::jsonb))
      )), false) as disposal, jsonb_agg(l.ancestor_id) as beginnings
    from lineage l left join manifest_lines line on line.received_batch_id = l.ancestor_id
      left join manifests on manifests.id = line.manifest_id
    where not exists (select from movements m
      where m.to_batch_id = l.ancestor_id and m.kind in ('split', 'merge', 'dispatch', 'return'))
    group by l.batch_id`);
  return new Map(
    rows.map(({ id, without, disposal, beginnings }) => [
      id,
      { withoutManifest: without, forDisposal: disposal, beginnings },
    ]),
  );
}

/** Mass of loads on a site of the receiver that it has not accepted. */
export type GateLoads = { readonly siteId: string | null; readonly loads: number; readonly massGrams: number };

/**
 * Lists by site the loads that had arrived at an instant and were not accepted by then: those without a decision, and what
 * was refused and had not gone back. The site is null when it was not registered before the decision.
 */
export async function listGateLoads(
  db: Reader,
  { receiverId, at }: { readonly receiverId: string; readonly at: Date },
): Promise<GateLoads[]> {
  const instant = at.toISOString();
  const { rows } = await db.execute<{ site: string | null; loads: number; grams: string }>(sql`
    with waiting as (
      select m.id, m.receiver_site_id as site, sum(case when m.decided_at < ${instant} then l.refused_grams
        else l.mass_grams end) as grams
      from manifests m join manifest_lines l on l.manifest_id = m.id
      where m.receiver_id = ${receiverId} and (m.document ->> 'arrivedAt')::timestamptz < ${instant}
        and (m.decided_at is null or m.decided_at >= ${instant} or ((m.document ->> 'closedAt') is null
          or (m.document ->> 'closedAt')::timestamptz >= ${instant}))
      group by m.id
    )
    select site, count(*)::integer as loads, sum(grams) as grams from waiting where grams > 0 group by site`);
  return rows.map(({ site, loads, grams }) => ({ siteId: site, loads, massGrams: Number(grams) }));
}

/** Counts the manifests on which one organisation is consignor, carrier and receiver. */
export async function countLoneManifests(db: Reader, manifestIds: readonly string[]): Promise<number> {
  const { rows } = await db.execute<{ found: number }>(sql`
    select count(*)::integer as found from manifests
    where id in (select jsonb_array_elements_text(${JSON.stringify(manifestIds)}::jsonb)::uuid)
      and consignor_id = carrier_id and carrier_id = receiver_id`);
  return rows[0]?.found ?? 0;
}
