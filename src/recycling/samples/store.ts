/** Reads what was sampled for assays and analyses. Contains no rule. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../../platform/database/db.ts';
import { uuidsOf } from '../../platform/database/uuids.ts';
import type { Sampled, SampleKind } from './sampled.ts';

const SampledRow = z.object({
  id: z.string(),
  material: z.string(),
  wasteCode: z.string().nullable(),
  massGrams: z.coerce.number().nullable(),
  supplierName: z.string().nullable(),
});

/** Waste lead-acid batteries in the national list, which classes and defaults are of. */
const BATTERIES = sql`'900-052-31'`;
const WASTE_CODE = sql`'^[0-9]{3}-[0-9]{3}-[0-9]{2}$'`;

/** SQL for the mass of a movement into a batch, as corrected. */
const CORRECTED = sql`m.mass_grams + coalesce((
  select sum(case when c.to_batch_id = m.to_batch_id then c.mass_grams else -c.mass_grams end)
  from movements c where c.corrects_id = m.id), 0)`;

/** SQL for records, an analysis as an assay of no run. */
const RECORDS: Readonly<Record<SampleKind, SQL>> = {
  assay: sql`(select id, party_id, basis, batch_id, run_id, material, supplier_id from assays)`,
  analysis: sql`(select id, party_id, basis, batch_id, null::uuid as run_id, material, supplier_id from analyses)`,
};

/** Finds what was sampled for records, by the ids of the records. */
export async function findSampled(
  tx: Tx,
  kind: SampleKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Sampled>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute(sql`
    with a as materialized (select * from ${RECORDS[kind]} record where record.id = any(${uuidsOf(ids)}::uuid[]))
    select a.id, coalesce(a.material, o.material, b.material, ${BATTERIES}) as material,
      case when coalesce(b.material, made.material, ${BATTERIES}) ~ ${WASTE_CODE}
        then coalesce(b.material, made.material, ${BATTERIES}) end as "wasteCode",
      case a.basis when 'batch' then (select sum(${CORRECTED}) from movements m
          where m.to_batch_id = a.batch_id and m.corrects_id is null)
        when 'run' then (select sum(${CORRECTED}) from run_outputs r
          join movements m on m.to_batch_id = r.batch_id and m.corrects_id is null where r.run_id = a.run_id and r.material = a.material)
        end as "massGrams",
      coalesce(consignor.name, bought.supplier_name, b.supplier_name, class.name) as "supplierName"
    from a
      left join batches b on b.id = a.batch_id
      left join run_outputs o on o.batch_id = a.batch_id
      left join lateral (
        select coalesce((select y.material from batches y join run_outputs r on r.batch_id = y.id
          where y.party_id = a.party_id and y.kind in ('product', 'by_product', 'residue') and r.material = a.material
          order by y.id desc limit 1), a.material) as material
        where a.material is not null) made on true
      left join manifest_lines line on line.received_batch_id = a.batch_id
      left join manifests f on f.id = line.manifest_id left join parties consignor on consignor.id = f.consignor_id
      left join supplies bought on bought.batch_id = a.batch_id left join parties class on class.id = a.supplier_id`);
  return new Map(
    z
      .array(SampledRow)
      .parse(rows)
      .map(({ id, ...sampled }) => [id, sampled]),
  );
}
