/** Origins of batteries: the loads with which they came to recycling sites, and how they came there. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { countedMovements } from '../../batches/index.ts';
import { siteKindAt } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { compositionsOf, type Share, WHOLE } from './composition.ts';

/** A batch as it came to a recycling site. */
type Beginning = {
  readonly batchId: string;
  readonly batteryKind: string | null;
  /** Consignor of the manifest; null for batteries without a manifest. */
  readonly supplierId: string | null;
  /** Time of the receiver's decision, or of the record of batteries without a manifest. */
  readonly at: Date;
  /** Its part of the mass of the batch that it became; the shares of a batch add up to one. */
  readonly share: Share;
};

/** Origin of a batch of batteries, followed through splits, merges, returns, and loads between recycling sites of one owner. */
export type Origin = {
  /** True when a part of it came without a manifest. */
  readonly withoutManifest: boolean;
  /** True when a part of it was accepted for disposal. */
  readonly forDisposal: boolean;
  /** Batches of which it consists; more than one after a merge. */
  readonly beginnings: readonly Beginning[];
};

type Row = {
  readonly id: string;
  readonly without: boolean;
  readonly disposal: boolean;
  readonly beginnings: readonly (Omit<Beginning, 'at' | 'share'> & { readonly at: string })[];
};

/** SQL for the batches from which the mass of a batch came, also over a load between recycling sites of one owner. */
const PARENTS = (id: SQL): SQL => sql`
        select m.from_batch_id as id from movements m
        where m.to_batch_id = ${id} and m.kind in ('split', 'merge', 'dispatch', 'return') and m.from_batch_id is not null
        union all
        select line.batch_id from manifest_lines line join manifests f on f.id = line.manifest_id
          join sites s on s.id = f.consignor_site_id and ${siteKindAt(sql`s`, sql`f.handed_over_at`)} = 'recycler'
        where line.received_batch_id = ${id} and f.consignor_id = f.receiver_id and line.batch_id is not null`;

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
  const { rows } = await db.execute<Row>(sql`
    with recursive asked as (
      select distinct jsonb_array_elements_text(${JSON.stringify(batchIds)}::jsonb)::uuid as id
    ), lineage as (
      select id as batch_id, id as ancestor_id from asked
      union
      select l.batch_id, parent.id from lineage l cross join lateral (${PARENTS(sql`l.ancestor_id`)}) parent
    ), beginning as (
      select l.batch_id, l.ancestor_id, line.manifest_id, line.line from lineage l
        left join manifest_lines line on line.received_batch_id = l.ancestor_id
        left join manifests f on f.id = line.manifest_id
        left join sites s on s.id = f.consignor_site_id
      where not exists (select from movements m
        where m.to_batch_id = l.ancestor_id and m.kind in ('split', 'merge', 'dispatch', 'return'))
        and not coalesce(f.consignor_id = f.receiver_id and line.batch_id is not null
          and ${siteKindAt(sql`s`, sql`f.handed_over_at`)} = 'recycler', false)
    )
    select l.batch_id as id, bool_or(f.id is null) as without, coalesce(bool_or(exists (
        select from jsonb_array_elements(f.document -> 'lines') one
        where (one ->> 'line')::integer = l.line
          and left(one ->> 'treatmentMethod', 1) in (select jsonb_array_elements_text(${JSON.stringify(disposalMethods)}::jsonb))
      )), false) as disposal, jsonb_agg(jsonb_build_object('batchId', b.id, 'batteryKind', b.battery_kind,
        'supplierId', f.consignor_id, 'at', coalesce(f.decided_at, b.occurred_at))) as beginnings
    from beginning l join batches b on b.id = l.ancestor_id left join manifests f on f.id = l.manifest_id
    group by l.batch_id`);
  const merged = rows.filter((row) => row.beginnings.length > 1).map(({ id }) => id);
  const shares = compositionsOf(merged, await listJoined(db, merged));
  return new Map(
    rows.map(({ id, without, disposal, beginnings }) => [
      id,
      {
        ...{ withoutManifest: without, forDisposal: disposal },
        beginnings: beginnings.map(({ at, ...one }) => ({
          ...{ ...one, at: new Date(at) },
          share: beginnings.length === 1 ? WHOLE : (shares.get(id)?.get(one.batchId) ?? NOTHING),
        })),
      },
    ]),
  );
}

/** Share of a batch of which corrections left no mass. */
const NOTHING: Share = { numerator: 0n, denominator: 1n };

const JoinedRow = z.object({ childId: z.string(), parentId: z.string(), massGrams: z.coerce.number() });

/** Lists the masses that went into batches and into what they came from. */
async function listJoined(db: Reader, batchIds: readonly string[]) {
  if (batchIds.length === 0) return [];
  const { rows } = await db.execute(sql`
    with recursive asked as (
      select distinct jsonb_array_elements_text(${JSON.stringify(batchIds)}::jsonb)::uuid as id
    ), joined as (
      select asked.id as child_id, parent.id as parent_id from asked cross join lateral (${PARENTS(sql`asked.id`)}) parent
      union
      select j.parent_id, parent.id from joined j cross join lateral (${PARENTS(sql`j.parent_id`)}) parent
    )
    select j.child_id as "childId", j.parent_id as "parentId", coalesce((
        select sum(m.mass_grams) from ${countedMovements()} m
        where m.to_batch_id = j.child_id and m.from_batch_id = j.parent_id and m.kind in ('split', 'merge', 'dispatch', 'return')
      ), 1) as "massGrams"
    from joined j`);
  return z.array(JoinedRow).parse(rows);
}

/**
 * Lists the batches of an enterprise that may hold batteries accepted for disposal: those that it accepted so before an
 * instant, and all that they became. An index has the few manifests with such a method (migration 0048).
 */
export async function listForDisposal(
  db: Reader,
  { receiverId, before }: { readonly receiverId: string; readonly before: Date },
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive accepted as (
      select l.received_batch_id as id from manifest_lines l
      where l.received_batch_id is not null and l.manifest_id = any(array(
        select m.id from manifests m where m.receiver_id = ${receiverId} and m.decided_at < ${before.toISOString()}
          and jsonb_path_exists(m.document, '$.lines[*].treatmentMethod ? (!(@ starts with "R"))')))
    ), way as (
      select id from accepted
      union
      select next.id from way cross join lateral (
        select moved.to_batch_id as id from movements moved
        where moved.from_batch_id = way.id and moved.kind in ('split', 'merge', 'dispatch', 'return')
        union all
        select line.received_batch_id from manifest_lines line join manifests f on f.id = line.manifest_id
        where line.batch_id = way.id and f.consignor_id = f.receiver_id
      ) next where next.id is not null
    )
    select id from way`);
  return rows.map(({ id }) => id);
}
