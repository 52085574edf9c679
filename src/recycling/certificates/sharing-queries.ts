/**
 * Certificates that are said to cover more than one sample, for rates. A certificate is its number within its laboratory, not its
 * file: one file may hold the certificates of many samples. So a record without a number names no certificate.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { uuidsOf } from '../../platform/database/uuids.ts';
import type { Certified } from './confirmation.ts';
import { confirming } from './outcome-queries.ts';

/** SQL for the assays and analyses of the organisations of `asked` that are valid or that their laboratory confirmed. */
const SAMPLES = sql`
  select s.*, later.id is null as valid from (
      select 'assay' as kind, a.id, a.party_id, a.laboratory, a.laboratory_id, a.certificate_number, a.basis, a.batch_id, a.run_id,
        a.material, a.supplier_id, a.battery_kind, 'lead' as substance, a.sampled_at
      from assays a where a.party_id in (select party_id from asked) and a.certificate_number is not null
      union all
      select 'analysis', y.id, y.party_id, y.laboratory, y.laboratory_id, y.certificate_number,
        case y.basis when 'material' then 'product' else y.basis end, y.batch_id, null, y.material, y.supplier_id, y.battery_kind,
        y.substance, y.sampled_at
      from analyses y where y.party_id in (select party_id from asked) and y.certificate_number is not null) s
    left join lateral (
      select l.id from assays l where s.kind = 'assay' and l.replaces_id = s.id
      union all
      select l.id from analyses l where s.kind = 'analysis' and l.replaces_id = s.id) later on true
  where later.id is null or exists (
    select from certificate_confirmations c where ${confirming('c')}
      and (s.kind = 'assay' and c.assay_id = s.id or s.kind = 'analysis' and c.analysis_id = s.id))`;

const IdRow = z.object({ id: z.string() });

/**
 * Lists the records whose certificate has no number, or covers another sample too, of any time. One sample are the records of one batch, or of
 * parts that were split from it, and those of one material of a run. Of other subjects it is the contents of several substances
 * at one time: a class serves its loads by one record. A certificate of another organisation is that of another sample, by its
 * number or its file; a confirmed one is not weakened by a claim that no laboratory confirmed.
 */
export async function listSharedCertificates(
  db: Reader,
  kind: Certified['kind'],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const table = sql.identifier(kind === 'assay' ? 'assays' : 'analyses');
  const { rows } = await db.execute(sql`
    with recursive asked as materialized (
      select id, party_id from ${table}
      where id = any(${uuidsOf(ids)}::uuid[])
    ), sample as materialized (
      select *, certificate_key(certificate_number) as number
      from (${SAMPLES}) known
    ), pair as materialized (
      select a.id, a.batch_id, b.batch_id as other_batch_id from sample a join asked on asked.id = a.id
        join sample b on b.party_id = a.party_id and b.number = a.number and (b.kind, b.id) <> (a.kind, a.id)
          and (b.laboratory_id = a.laboratory_id or laboratory_key(b.laboratory) = laboratory_key(a.laboratory))
      where a.kind = ${kind} and not (
        (b.basis, b.batch_id, b.run_id, b.material, b.supplier_id, b.battery_kind)
          is not distinct from (a.basis, a.batch_id, a.run_id, a.material, a.supplier_id, a.battery_kind)
        and (a.basis in ('batch', 'run') or not b.valid or b.sampled_at = a.sampled_at and b.substance <> a.substance))
    ), whole as (
      select batch_id, batch_id as ancestor_id, 0 as depth from (
        select batch_id from pair union select other_batch_id from pair) sampled where batch_id is not null
      union all
      select w.batch_id, m.from_batch_id, w.depth + 1 from whole w
        join movements m on m.to_batch_id = w.ancestor_id and m.kind in ('split', 'dispatch', 'return')
      where m.from_batch_id is not null and w.depth < 50
    )
    select distinct pair.id from pair where not exists (
      select from whole one join whole other on other.ancestor_id = one.ancestor_id
      where one.batch_id = pair.batch_id and other.batch_id = pair.other_batch_id)
    union select id from ${table} where id in (select id from asked) and certificate_number is null
    union select paired.id from paired_certificates(array(select distinct party_id from asked)) paired(id)
      where paired.id in (select id from asked)`);
  return new Set(
    z
      .array(IdRow)
      .parse(rows)
      .map(({ id }) => id),
  );
}
