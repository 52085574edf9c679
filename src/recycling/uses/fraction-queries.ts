/** By-products and residues of an enterprise in a period, and the composition of batteries, for comprehensive rates. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { countedMovements } from '../../batches/index.ts';
import { USE_FATES } from '../../core/battery-fractions.ts';
import { BATTERY_KINDS } from '../../core/identifiers/battery-kind.ts';
import type { Reader } from '../../platform/database/db.ts';
import { SUBSTANCES } from '../analyses/analysis.ts';
import { withContents } from '../lead/content-queries.ts';
import type { LeadPeriod } from '../lead/record-queries.ts';

const MOVED_IN = ['output', 'return', 'stock_adjustment'] as const;
const MOVED_OUT = ['feed', 'sale', 'disposal', 'dispatch', 'stock_adjustment'] as const;

/** Contents that analyses of one subject found, by substance. */
const Known = z.partialRecord(z.enum(SUBSTANCES), z.object({ id: z.string(), ppm: z.number() }));

const Said = z.array(
  z.object({
    ...{ id: z.string(), fate: z.enum(USE_FATES), massGrams: z.coerce.number() },
    ...{ byReceiver: z.boolean(), confirmedOn: z.string(), recordedAt: z.coerce.date() },
  }),
);

const MovementRow = z.object({
  ...{ id: z.string(), kind: z.enum([...MOVED_IN, ...MOVED_OUT]), evidence: z.string().nullable() },
  ...{ batchId: z.string(), material: z.string().nullable(), enters: z.boolean(), massGrams: z.coerce.number() },
  occurredAt: z.coerce.date(),
  /** Contents of the batch, and those of its material that were sampled before. */
  ...{ ofBatch: Known, ofMaterial: Known },
  ...{ leadPpm: z.number().nullable(), leadMoisturePpm: z.number().nullable() },
  ...{ dispositionKind: z.string().nullable(), useFate: z.enum(USE_FATES).nullable() },
  /** True when a number of a confirmation is recorded with the disposition itself. */
  numbered: z.boolean(),
  confirmations: Said,
});
type FractionMovement = z.infer<typeof MovementRow>;

/** Analyses of each batch of `lineage`, as JSON by substance; as with assays, that of the whole goes before that of a part. */
const ANALYSED = sql`analysed as (
    select batch_id, jsonb_object_agg(substance, jsonb_build_object('id', id, 'ppm', ppm)) as contents from (
      select distinct on (l.batch_id, a.substance) l.batch_id, a.substance, a.id, a.ppm
      from lineage l join analyses a on a.batch_id = l.ancestor_id
      where not exists (select from analyses later where later.replaces_id = a.id)
      order by l.batch_id, a.substance, l.depth desc) own
    group by batch_id)`;

/** Lists movements into and out of by-products and residues, with contents, uses and confirmations. */
export async function listFractionMovements(
  db: Reader,
  { partyId, from, to }: LeadPeriod,
): Promise<FractionMovement[]> {
  const during = sql`m.mass_grams > 0 and m.occurred_at >= ${from.toISOString()} and m.occurred_at < ${to.toISOString()}`;
  const { rows } = await db.execute(sql`
    with recursive here as materialized (
      select id as batch_id, evidence as batch_evidence from batches
      where party_id = ${partyId} and kind in ('by_product', 'residue')
    ), moved as materialized (
      select m.id, m.kind, m.evidence, m.mass_grams, m.occurred_at, true as enters, here.*
      from here join ${countedMovements()} m on m.to_batch_id = here.batch_id
      where m.kind in ${[...MOVED_IN]} and ${during}
      union all
      select m.id, m.kind, m.evidence, m.mass_grams, m.occurred_at, false as enters, here.*
      from here join ${countedMovements()} m on m.from_batch_id = here.batch_id
      where m.kind in ${[...MOVED_OUT]} and ${during}
    ), ${withContents(sql`
      select distinct batch_id, batch_id as ancestor_id, 0 as depth, batch_evidence as evidence from moved`)}, ${ANALYSED}, made as (
      select distinct on (l.batch_id) l.batch_id, o.material
      from lineage l join run_outputs o on o.batch_id = l.ancestor_id order by l.batch_id, l.depth
    )
    select moved.id, moved.kind, moved.evidence, moved.batch_id as "batchId", made.material, moved.enters,
      moved.mass_grams as "massGrams", moved.occurred_at as "occurredAt", coalesce(analysed.contents, '{}') as "ofBatch",
      coalesce(general.contents, '{}') as "ofMaterial", content.ppm as "leadPpm", content.moisture_ppm as "leadMoisturePpm",
      d.kind as "dispositionKind", d.use_fate as "useFate", coalesce(said.confirmations, '[]') as confirmations,
      (d.confirmation_number is not null or exists (select from corrections c
        where c.subject = moved.evidence and c.after ->> 'confirmationNumber' is not null)) as numbered
    from moved left join content using (batch_id) left join analysed using (batch_id) left join made using (batch_id)
      left join dispositions d on moved.evidence = 'disposition:' || d.id::text
      left join lateral (
        select jsonb_object_agg(substance, jsonb_build_object('id', id, 'ppm', ppm)) as contents from (
          select distinct on (a.substance) a.substance, a.id, a.ppm from analyses a
          where a.party_id = ${partyId} and a.basis = 'material' and a.material = made.material
            and a.sampled_at <= moved.occurred_at and not exists (select from analyses later where later.replaces_id = a.id)
          order by a.substance, a.sampled_at desc, a.id desc) latest) general on true
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', c.id, 'fate', c.use_fate, 'massGrams', c.mass_grams,
          'byReceiver', coalesce(c.confirmed_by_id = d.receiver_id and c.confirmed_by_id <> c.party_id, false),
          'confirmedOn', c.confirmed_on, 'recordedAt', c.recorded_at) order by c.id) as confirmations
        from use_confirmations c where c.disposition_id = d.id and c.mass_grams > 0
          and not exists (select from use_confirmations later where later.replaces_id = c.id)) said on true
    order by moved.occurred_at, moved.id, moved.enters`);
  return z.array(MovementRow).parse(rows);
}

const BatteryRow = z.object({
  ...{ batchId: z.string(), batteryKind: z.enum(BATTERY_KINDS).nullable(), condition: z.string().nullable() },
  ...{ supplierId: z.string().nullable(), contents: Known },
});
type BatteryContents = z.infer<typeof BatteryRow>;

/** Reads what is known of the composition of batches of batteries, by batch. */
export async function listBatteryContents(
  db: Reader,
  batchIds: readonly string[],
): Promise<ReadonlyMap<string, BatteryContents>> {
  const { rows } = await db.execute(sql`
    with recursive ${withContents(sql`
      select b.id as batch_id, b.id as ancestor_id, 0 as depth, b.evidence from (
        select distinct jsonb_array_elements_text(${JSON.stringify(batchIds)}::jsonb)::uuid as id) asked
      join batches b on b.id = asked.id`)}, ${ANALYSED},
    origin as (
      select distinct on (l.batch_id) l.batch_id, m.consignor_id
      from lineage l join batches b on b.id = l.ancestor_id join manifests m on b.evidence = 'manifest:' || m.id::text
      order by l.batch_id, l.depth desc
    )
    select b.id as "batchId", b.battery_kind as "batteryKind", b.condition, origin.consignor_id as "supplierId",
      coalesce(analysed.contents, '{}') as contents
    from (select distinct batch_id from lineage) asked join batches b on b.id = asked.batch_id
      left join analysed on analysed.batch_id = b.id left join origin on origin.batch_id = b.id`);
  return new Map(
    z
      .array(BatteryRow)
      .parse(rows)
      .map((row) => [row.batchId, row]),
  );
}

const GeneralRow = z.object({
  ...{ id: z.string(), basis: z.enum(['supplier_class', 'declared_default']), substance: z.enum(SUBSTANCES) },
  ...{ supplierId: z.string().nullable(), batteryKind: z.enum(BATTERY_KINDS).nullable(), ppm: z.number() },
  sampledAt: z.coerce.date(),
});
type GeneralAnalysis = z.infer<typeof GeneralRow>;

/** Lists the valid analyses of supplier classes and declared defaults, sampled before the end of the period, latest first. */
export async function listGeneralAnalyses(db: Reader, { partyId, to }: LeadPeriod): Promise<GeneralAnalysis[]> {
  const { rows } = await db.execute(sql`
    select a.id, a.basis, a.substance, a.supplier_id as "supplierId", a.battery_kind as "batteryKind", a.ppm,
      a.sampled_at as "sampledAt"
    from analyses a where a.party_id = ${partyId} and a.basis in ('supplier_class', 'declared_default')
      and a.sampled_at < ${to.toISOString()} and not exists (select from analyses later where later.replaces_id = a.id)
    order by a.sampled_at desc, a.id desc`);
  return z.array(GeneralRow).parse(rows);
}
