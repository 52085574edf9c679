/**
 * Samples of statements of laboratories, as the records have them now. A record that is corrected after a statement no
 * longer is what the laboratory saw.
 */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { countedMovements } from '../../batches/index.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import type { SampleKind } from './sampled.ts';
import type { PresentQuery, PresentSample } from './sampling.ts';

/** Splits and mergers of batches that are followed to the loads from which they come. */
const MAX_DEPTH = 50;
/** Waste lead-acid batteries in the national list, which classes and defaults are of. */
const BATTERIES = sql`'900-052-31'`;

/** SQL for records, an analysis as an assay of no run. */
const RECORDS: Readonly<Record<SampleKind, SQL>> = {
  assay: sql`(select id, party_id, basis, batch_id, run_id, material, supplier_id from assays)`,
  analysis: sql`(select id, party_id, basis, batch_id, null::uuid as run_id, material, supplier_id from analyses)`,
};

/** SQL for the number of the form on paper, as its index has it. */
const PAPER = sql`manifest_key(f.document -> 'paper' ->> 'number')`;
const ON_PAPER = sql`f.document -> 'paper' ->> 'number' is not null`;

/** SQL for the number of a statement, one for each spelling. */
const KEY = sql`manifest_key(a.seen_number)`;

const PresentRow = z.object({
  id: z.string(),
  material: z.string(),
  massGrams: z.coerce.number().nullable(),
  manifestNumbers: z.array(z.string()),
  fittingLoads: z.coerce.number(),
});

/**
 * Reads what was sampled, by the ids of the statements. The mass of a batch is what came into it, as
 * corrected: splits, mergers, feeds and sales take nothing from it.
 */
export async function listPresentSamples(
  db: Reader,
  kind: SampleKind,
  statements: readonly PresentQuery[],
): Promise<ReadonlyMap<string, PresentSample>> {
  if (statements.length === 0) return new Map();
  const asked = statements.map(({ id, recordId, seenManifestNumber, statedAt }) => ({
    ...{ id, record_id: recordId, seen_number: seenManifestNumber, stated_at: statedAt.toISOString() },
  }));
  const { rows } = await db.execute(sql`
    with recursive a as materialized (
      select said.id, record.party_id, record.basis, record.batch_id, record.run_id, record.material, record.supplier_id,
        said.seen_number, said.stated_at
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as said(id uuid, record_id uuid, seen_number text, stated_at timestamptz)
        join ${RECORDS[kind]} record on record.id = said.record_id
    ), part as materialized (
      select id, batch_id, stated_at from a where basis = 'batch'
      union all
      select a.id, o.batch_id, a.stated_at from a join run_outputs o on o.run_id = a.run_id and o.material = a.material
      where a.basis = 'run'
    ), mass as materialized (
      select part.id, sum(m.mass_grams) as grams from part join ${countedMovements()} m on m.to_batch_id = part.batch_id
      where m.kind <> 'stock_adjustment' or m.recorded_at < part.stated_at group by part.id
    ), whole as (
      select a.id, a.batch_id, 0 as depth from a where a.batch_id is not null
      union
      select w.id, m.from_batch_id, w.depth + 1 from whole w
        join movements m on m.to_batch_id = w.batch_id and m.kind in ('split', 'merge')
      where m.from_batch_id is not null and w.depth < ${MAX_DEPTH}
        and not exists (select from manifest_lines line where line.received_batch_id = w.batch_id)
    ), fitting as materialized (
      select a.id, f.id as manifest_id, f.consignor_id, n.number from a
        cross join lateral (
          select f.id from manifests f where f.number = ${KEY}
          union select f.id from manifests f where ${PAPER} = ${KEY} and ${ON_PAPER}) found
        join manifests f on f.id = found.id and f.receiver_id = a.party_id and f.version > 0 and f.state <> 'cancelled'
        cross join lateral (values (f.number), (f.document -> 'paper' ->> 'number')) n(number)
      where a.seen_number is not null and manifest_key(n.number) = ${KEY}
    ), number as materialized (
      select w.id, n.number from whole w join manifest_lines line on line.received_batch_id = w.batch_id
        join manifests f on f.id = line.manifest_id
        cross join lateral (values (f.number), (f.document -> 'paper' ->> 'number')) n(number) where n.number is not null
      union
      select a.id, fitting.number from a join fitting on fitting.id = a.id and fitting.consignor_id = a.supplier_id
      where a.basis = 'supplier_class'
    ), shown as (select id, array_agg(number order by number) as numbers from number group by id
    ), fits as (select id, count(distinct manifest_id) as loads from fitting group by id)
    select a.id, coalesce(a.material, o.material, b.material, ${BATTERIES}) as material, mass.grams as "massGrams",
      coalesce(shown.numbers, '{}') as "manifestNumbers", coalesce(fits.loads, 0) as "fittingLoads"
    from a left join mass on mass.id = a.id left join shown on shown.id = a.id left join fits on fits.id = a.id
      left join batches b on b.id = a.batch_id left join run_outputs o on o.batch_id = a.batch_id`);
  return new Map(
    z
      .array(PresentRow)
      .parse(rows)
      .map(({ id, ...present }) => [id, present]),
  );
}

/** Reads what laboratories sampled themselves, for callers who may see their statements. */
export function readPresentSamples(
  tx: Tx,
  kind: SampleKind,
  statements: readonly PresentQuery[],
): Promise<ReadonlyMap<string, PresentSample>> {
  return asServiceInAny(tx, 'a laboratory that saw a batch is compared with the record of it', () =>
    listPresentSamples(tx, kind, statements),
  );
}
