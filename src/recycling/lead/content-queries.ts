/** Lead contents of batches, and the assays that apply to several of them. */
import { and, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Reader } from '../../platform/database/db.ts';
import { uuidsOf } from '../../platform/database/uuids.ts';
import type { Assay } from '../assays/assay.ts';
import { assays } from '../tables.ts';
import type { LeadPeriod } from './record-queries.ts';

/** Valid lead content of a batch: the assay of the batch it was split from, or its own. */
export type LeadContent = { readonly assayId: string; readonly ppm: number; readonly moisturePpm: number };

/**
 * SQL for the assay of each batch: that of the batch it was first split from, else of a later one, else its own. So a part has
 * the content of the whole, and no assay of a part changes what remains.
 * @param batches rows of `batch_id`, `ancestor_id` (the same), `depth` (0) and the `evidence` of the batch
 */
export const withContents = (batches: SQL): SQL => sql`
    lineage as (
      ${batches}
      union all
      select l.batch_id, parent.id, l.depth + 1, b.evidence
      from lineage l cross join lateral (
        select substring(l.evidence from 7)::uuid as id where l.evidence like 'batch:%'
        union all
        select sent.from_batch_id from movements back
          join movements sent on sent.to_batch_id = back.from_batch_id and sent.kind = 'dispatch'
        where back.to_batch_id = l.ancestor_id and back.kind = 'return'
      ) parent join batches b on b.id = parent.id
      where l.depth < 50 and (l.evidence like 'batch:%' or l.evidence like 'manifest:%')
    ), content as (
      select distinct on (l.batch_id) l.batch_id, a.id as assay_id, a.ppm, a.moisture_ppm
      from lineage l join assays a on a.batch_id = l.ancestor_id
      where not exists (select from assays later where later.replaces_id = a.id) order by l.batch_id, l.depth desc
    )`;

/** Reads the valid assays of batches that no other batch became, such as those of an accepted load, by batch. */
export async function listOwnContents(db: Reader, batchIds: readonly string[]): Promise<Map<string, LeadContent>> {
  return readContents(
    db,
    sql`
    with content as (
      select a.batch_id, a.id as assay_id, a.ppm, a.moisture_ppm
      from unnest(${uuidsOf(batchIds)}::uuid[]) one(id) join assays a on a.batch_id = one.id
      where not exists (select from assays later where later.replaces_id = a.id))`,
  );
}

/** Reads the valid assays of batches, by batch: those of the batches they were split from, or their own. */
export async function listContents(db: Reader, batchIds: readonly string[]): Promise<Map<string, LeadContent>> {
  return readContents(
    db,
    sql`
    with recursive ${withContents(sql`
      select b.id as batch_id, b.id as ancestor_id, 0 as depth, b.evidence
      from (select distinct id from unnest(${uuidsOf(batchIds)}::uuid[]) one(id)) one join batches b on b.id = one.id`)}`,
  );
}

/** Returns SQL for the ids of batches that have, or had, an assay of their own. */
export const assayedBatches = (partyId: string): SQL =>
  sql`select a.batch_id from assays a where a.party_id = ${partyId} and a.batch_id is not null`;

/** Reads contents. @param content SQL that defines `content` */
async function readContents(db: Reader, content: SQL): Promise<Map<string, LeadContent>> {
  const { rows } = await db.execute<LeadContent & { readonly batchId: string }>(sql`
    ${content} select batch_id as "batchId", assay_id as "assayId", ppm, moisture_ppm as "moisturePpm" from content`);
  return new Map(rows.map(({ batchId, ...found }) => [batchId, found]));
}

/** Lists the valid assays that apply to several batches: of runs, materials, supplier classes and declared defaults, sampled before the end of the period, latest first. */
export async function listGeneralAssays(db: Reader, { partyId, to }: LeadPeriod): Promise<Assay[]> {
  const later = alias(assays, 'later');
  return db
    .select()
    .from(assays)
    .where(
      and(
        eq(assays.partyId, partyId),
        inArray(assays.basis, ['run', 'product', 'supplier_class', 'declared_default']),
        lt(assays.sampledAt, to),
        sql`not exists (select from ${assays} ${later} where ${later.replacesId} = ${assays.id})`,
      ),
    )
    .orderBy(sql`${assays.sampledAt} desc, ${assays.id} desc`);
}
