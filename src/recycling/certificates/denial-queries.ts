/** Contradictions of laboratories that a correction has not settled, for rates. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import type { Certified } from './confirmation.ts';
import { confirming, denying } from './outcome-queries.ts';

/** SQL for a statement on another sample, whose content says nothing of this one. */
const OTHER_SAMPLE = sql`(c.sample_differences && array['sampleMaterial', 'sampleMark'] or c.seen_differences <> '{}')`;

/** SQL for records, an analysis as an assay of no run. */
const RECORDS: Readonly<Record<Certified['kind'], SQL>> = {
  assay: sql`(select id, party_id, basis, batch_id, run_id, material, supplier_id, 'lead' as substance, ppm, moisture_ppm,
      sampled_at, replaces_id from assays)`,
  analysis: sql`(select id, party_id, basis, batch_id, null::uuid as run_id, material, supplier_id, substance, ppm,
      0 as moisture_ppm, sampled_at, replaces_id from analyses)`,
};

/** SQL for the month of a sample, in Beijing. */
const monthOf = (of: string): SQL => sql`date_trunc('month', ${sql.raw(of)}.sampled_at at time zone 'Asia/Shanghai')`;

const IdRow = z.object({ id: z.string() });

/**
 * Lists the records that do not state what a laboratory found. It found it in an earlier version, or in another record of the same
 * material that was not corrected since. After a certificate that was disowned, the present record needs a confirmation. After
 * one of another sample, it needs one of the same laboratory.
 */
export async function listDeniedBefore(
  db: Reader,
  kind: Certified['kind'],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const column = sql.identifier(`${kind}_id`);
  const table = sql.identifier(kind === 'assay' ? 'assays' : 'analyses');
  const confirmed = (of: string, said: string): SQL => sql`exists (
    select from certificate_confirmations present where present.${column} = ${sql.raw(of)}.id and ${confirming('present')}
      and (${sql.raw(said)}.outcome = 'disowned' or present.laboratory_id = ${sql.raw(said)}.laboratory_id))`;
  const denies = (
    of: string,
    said: string,
  ): SQL => sql`case when ${sql.raw(said)}.outcome = 'disowned' or ${sql.raw(said)}.other
    then not ${confirmed(of, said)}
    else (${sql.raw(said)}.ppm, ${sql.raw(said)}.moisture_ppm) is distinct from (${sql.raw(of)}.ppm, ${sql.raw(of)}.moisture_ppm) end`;
  const { rows } = await db.execute(sql`
    with recursive wanted as materialized (
      select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid as id
    ), denied as materialized (
      select distinct c.party_id from certificate_confirmations c
      where c.outcome in ('contradicted', 'disowned') and c.party_id in (select party_id from ${table} where id in (select id from wanted))
    ), asked as materialized (
      select * from ${RECORDS[kind]} record
      where party_id in (select party_id from denied) and id in (select id from wanted)
    ), said as materialized (
      select c.id, c.${column} as record_id, c.outcome, c.ppm, coalesce(c.moisture_ppm, 0) as moisture_ppm, c.laboratory_id,
        c.outcome = 'contradicted' and ${OTHER_SAMPLE} as other
      from certificate_confirmations c
      where c.party_id in (select party_id from denied) and c.${column} is not null and ${denying('c')}
    ), version as (
      select said.id as said_id, said.record_id as id from said
      union all
      select v.said_id, y.id from version v join ${RECORDS[kind]} y on y.replaces_id = v.id
    ), unsettled as materialized (
      select said.*, y.basis, y.batch_id, y.run_id, y.material, y.supplier_id, y.substance, y.sampled_at, y.party_id
      from version v join said on said.id = v.said_id join ${RECORDS[kind]} y on y.id = v.id
      where not exists (select from ${RECORDS[kind]} next where next.replaces_id = v.id)
        and (v.id = said.record_id or ${denies('y', 'said')})
    ), part as (
      select u.id as said_id, coalesce(u.batch_id, o.batch_id) as batch_id from unsettled u
        left join run_outputs o on o.run_id = u.run_id and o.material = u.material
      where u.batch_id is not null or o.batch_id is not null
      union
      select p.said_id, m.to_batch_id from part p
        join movements m on m.from_batch_id = p.batch_id and m.kind in ('split', 'merge', 'dispatch', 'return')
      where m.to_batch_id is not null
    ), source as (
      select u.id as said_id, u.batch_id from unsettled u where u.batch_id is not null
      union
      select s.said_id, m.from_batch_id from source s
        join movements m on m.to_batch_id = s.batch_id and m.kind in ('split', 'dispatch', 'return')
      where m.from_batch_id is not null
    )
    select x.id from asked x join version v on v.id = x.id join said on said.id = v.said_id
    where x.id <> said.record_id and ${denies('x', 'said')}
    union
    select x.id from asked x join unsettled u on u.party_id = x.party_id and u.substance = x.substance
    where not exists (select from version v where v.said_id = u.id and v.id = x.id) and ${denies('x', 'u')} and (
      exists (select from part p where p.said_id = u.id and p.batch_id = x.batch_id)
      or exists (select from source s join run_outputs o on o.batch_id = s.batch_id
        where s.said_id = u.id and o.run_id = x.run_id and o.material = x.material)
      or ${monthOf('u')} = ${monthOf('x')} and (
        u.basis in ('product', 'material') and x.basis in ('run', 'batch')
          and u.material in (x.material, (select o.material from run_outputs o where o.batch_id = x.batch_id))
        or u.basis = 'supplier_class' and x.basis = 'batch' and u.supplier_id = (
          select f.consignor_id from manifest_lines line join manifests f on f.id = line.manifest_id
          where line.received_batch_id = x.batch_id)))`);
  return new Set(
    z
      .array(IdRow)
      .parse(rows)
      .map(({ id }) => id),
  );
}
