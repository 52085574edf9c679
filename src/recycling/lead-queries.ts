/** Records of an enterprise's lead in a period, for the recovery rate. */
import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { corrected, countedMovements, findCorrections } from '../batches/index.ts';
import { siteKindAt } from '../parties/index.ts';
import type { Reader } from '../platform/database/db.ts';
import type { Assay } from './assays/assay.ts';
import type { Emission } from './inventory/emission.ts';
import type { StockCount } from './inventory/stock-count.ts';
import type { LossKind, StockTerm } from './material.ts';
import { assays, emissions, stockCounts } from './tables.ts';

/** An enterprise and a half-open period. */
export type LeadPeriod = { readonly partyId: string; readonly from: Date; readonly to: Date };

/** Valid lead content of a batch: the assay of the batch it was split from, or its own. */
export type LeadContent = { readonly assayId: string; readonly ppm: number; readonly moisturePpm: number };

/** Kinds of movements into and out of batches that a lead balance reads. */
export const LEAD_MOVEMENTS = {
  into: ['output', 'return', 'generation', 'stock_adjustment'],
  outOf: ['feed', 'sale', 'disposal', 'dispatch', 'stock_adjustment'],
} as const;

/** One movement of mass at a recycling site of the enterprise, with the batch that it moved. */
export type LeadMovement = {
  readonly id: string;
  readonly kind: (typeof LEAD_MOVEMENTS)['into' | 'outOf'][number];
  readonly evidence: string | null;
  readonly batchId: string;
  readonly batchKind: string;
  readonly batteryKind: string | null;
  readonly material: string;
  /** Code of `recycling.supply-kinds` when the batch was bought. */
  readonly supplyKind: string | null;
  readonly loss: LossKind | null;
  /** True when the receiver's confirmation of use is recorded. */
  readonly confirmed: boolean;
  /** True for a movement into the batch. */
  readonly enters: boolean;
  /** Lead content of a stock adjustment by its count, parts per million; null for all others. */
  readonly countedPpm: number | null;
  /** Term of the counted item of a stock adjustment; null for all others. */
  readonly countedTerm: StockTerm | null;
  readonly massGrams: number;
  /** The batch in transit of a dispatched load; null for all others. */
  readonly loadId: string | null;
  /** Mass of a dispatched load that was accepted or came back; 0 for all others. */
  readonly settledGrams: number;
  /** Mass of a dispatched load that is still under way, or refused and not back; 0 for all others. */
  readonly openGrams: number;
  readonly occurredAt: Date;
  readonly content: LeadContent | null;
};

/** A row of a movement. Its enumerations are those of constraints of the database; a year has too many rows to check each. */
type MovementRow = Omit<
  LeadMovement,
  'confirmed' | 'massGrams' | 'settledGrams' | 'openGrams' | 'occurredAt' | 'content'
> & {
  readonly confirmedGrams: string;
  readonly massGrams: string;
  readonly settledGrams: string;
  readonly openGrams: string;
  readonly occurredAt: string;
  readonly assayId: string | null;
  readonly ppm: number | null;
  readonly moisturePpm: number | null;
};

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

/** Columns of a movement with its batch. */
const MOVED = sql`m.id, m.kind, m.evidence, m.mass_grams, m.occurred_at`;
const HERE = sql`b.id as batch_id, b.kind as batch_kind, b.battery_kind, b.material, b.site_id, b.evidence as batch_evidence`;

/**
 * Lists movements into and out of batches on recycling sites: outputs, feeds, sales, disposals, dispatches, returns,
 * generation, stock adjustments.
 * @param fedBatteries batches of batteries whose feeds are listed; feeds of all others are left out
 */
export function listLeadMovements(
  db: Reader,
  { partyId, from, to }: LeadPeriod,
  fedBatteries: readonly string[],
): Promise<LeadMovement[]> {
  const during = sql`m.mass_grams > 0 and m.occurred_at >= ${from.toISOString()} and m.occurred_at < ${to.toISOString()}
    and ${siteKindAt(sql`s`, sql`m.occurred_at`)} = 'recycler'`;
  return readMovements(
    db,
    sql`
    here as materialized (
      select ${HERE} from batches b join sites s on s.id = b.site_id where b.party_id = ${partyId} and (s.kind = 'recycler'
        or exists (select from register_changes c where c.record_id = s.id and c.before ->> 'kind' = 'recycler'))
    ), moved as materialized (
      select ${MOVED}, true as enters, null::uuid as load_id, here.*
      from here join sites s on s.id = here.site_id join ${countedMovements()} m on m.to_batch_id = here.batch_id
      where m.kind in ${[...LEAD_MOVEMENTS.into]} and ${during}
      union all
      select ${MOVED}, false as enters, case m.kind when 'dispatch' then m.to_batch_id end as load_id, here.*
      from here join sites s on s.id = here.site_id join ${countedMovements()} m on m.from_batch_id = here.batch_id
      where m.kind in ${[...LEAD_MOVEMENTS.outOf]} and ${during} and (m.kind <> 'feed' or here.batch_kind <> 'battery'
        or here.batch_id in (select jsonb_array_elements_text(${JSON.stringify(fedBatteries)}::jsonb)::uuid))
    )`,
  );
}

/** Lists the feeds and outputs of some runs before an instant. */
export function listRunMovements(db: Reader, runIds: readonly string[], before: Date): Promise<LeadMovement[]> {
  const evidence = JSON.stringify(runIds.map((id) => `run:${id}`));
  return readMovements(
    db,
    sql`
    moved as materialized (
      select ${MOVED}, m.kind = 'output' as enters, null::uuid as load_id, ${HERE}
      from ${countedMovements()} m join batches b on b.id = case m.kind when 'output' then m.to_batch_id else m.from_batch_id end
      where m.evidence in (select jsonb_array_elements_text(${evidence}::jsonb)) and m.kind in ('feed', 'output')
        and m.mass_grams > 0 and m.occurred_at < ${before.toISOString()}
    )`,
  );
}

/** Reads movements with what decides about their term and their lead. @param moved SQL that defines `moved` */
async function readMovements(db: Reader, moved: SQL): Promise<LeadMovement[]> {
  const { rows } = await db.execute<MovementRow>(sql`
    with recursive ${moved}, ${withContents(sql`
    select distinct batch_id, batch_id as ancestor_id, 0 as depth, batch_evidence as evidence from moved`)}, made as (
      select distinct on (l.batch_id) l.batch_id, o.loss
      from lineage l join run_outputs o on o.batch_id = l.ancestor_id where o.loss is not null order by l.batch_id, l.depth
    ), bought as (
      select distinct on (l.batch_id) l.batch_id, s.source_kind
      from lineage l join supplies s on s.batch_id = l.ancestor_id order by l.batch_id, l.depth
    ), disposed as materialized (
      select d.id, d.party_id, d.confirmation_number, d.use_fate from dispositions d
      where d.id in (select substring(evidence from 13)::uuid from moved where evidence like 'disposition:%')
    ), used as (
      select c.disposition_id, coalesce(sum(c.mass_grams) filter (where c.use_fate = 'material'), 0) as grams
      from use_confirmations c where c.disposition_id in (select id from disposed) and c.mass_grams > 0
        and not exists (select from use_confirmations later where later.replaces_id = c.id) group by c.disposition_id
    ), named as (
      select distinct c.subject from corrections c where c.party_id in (select party_id from disposed)
        and c.subject like 'disposition:%' and c.after ->> 'confirmationNumber' is not null
    ), fate as (
      select gone.from_batch_id as load_id, sum(gone.mass_grams) as settled from ${countedMovements()} gone
      where gone.from_batch_id in (select load_id from moved where load_id is not null)
        and gone.kind in ('arrival', 'departure', 'return') group by gone.from_batch_id
    )
    select moved.id, moved.kind, moved.evidence, moved.batch_id as "batchId", moved.batch_kind as "batchKind",
      moved.battery_kind as "batteryKind", moved.material, bought.source_kind as "supplyKind", made.loss,
      least(moved.mass_grams, case when used.grams is not null then used.grams
        when coalesce(d.use_fate, 'material') = 'material' and (d.confirmation_number is not null or named.subject is not null)
        then moved.mass_grams else 0 end) as "confirmedGrams", moved.mass_grams as "massGrams",
      moved.occurred_at as "occurredAt", moved.enters, adjusted.lead_ppm as "countedPpm", case when adjusted.id is not null then (
        select line ->> 'term' from stock_counts c cross join jsonb_array_elements(c.lines) line
        where c.id = adjusted.count_id and line ->> 'item' = adjusted.item limit 1) end as "countedTerm", content.assay_id as "assayId", content.ppm,
      content.moisture_ppm as "moisturePpm", moved.load_id as "loadId", coalesce(fate.settled, 0) as "settledGrams",
      coalesce(load.mass_grams, 0) as "openGrams"
    from moved left join content using (batch_id) left join made using (batch_id) left join bought using (batch_id)
      left join disposed d on d.id = case when moved.evidence like 'disposition:%' then substring(moved.evidence from 13)::uuid end
      left join used on used.disposition_id = d.id left join named on named.subject = moved.evidence
      left join stock_adjustments adjusted
        on adjusted.id = case when moved.evidence like 'stock-adjustment:%' then substring(moved.evidence from 18)::uuid end
      left join batches load on load.id = moved.load_id left join fate on fate.load_id = moved.load_id`);
  return rows.flatMap(toMovements);
}

/** Makes one movement, or two of a delivery whose use is confirmed in part. */
function toMovements(row: MovementRow): LeadMovement | LeadMovement[] {
  const { assayId, ppm, moisturePpm, confirmedGrams: confirmed, massGrams: mass, occurredAt, ...movement } = row;
  const [massGrams, confirmedGrams] = [Number(mass), Number(confirmed)];
  const whole = {
    ...movement,
    ...{ massGrams, settledGrams: Number(row.settledGrams), openGrams: Number(row.openGrams) },
    occurredAt: new Date(occurredAt),
    content: assayId === null || ppm === null ? null : { assayId, ppm, moisturePpm: moisturePpm ?? 0 },
    confirmed: confirmedGrams === massGrams,
  };
  if (whole.confirmed || confirmedGrams === 0) return whole;
  return [
    { ...whole, id: `${row.id}/confirmed`, massGrams: confirmedGrams, confirmed: true },
    { ...whole, massGrams: massGrams - confirmedGrams },
  ];
}

/** Lists emissions with a measured interval that ended in the period. */
export async function listEmissionsOf(db: Reader, { partyId, from, to }: LeadPeriod): Promise<Emission[]> {
  const rows = await db
    .select()
    .from(emissions)
    .where(and(eq(emissions.partyId, partyId), gte(emissions.occurredAt, from), lt(emissions.occurredAt, to)));
  const subjectOf = ({ id }: Emission) => `emission:${id}`;
  const found = await findCorrections(db, rows.map(subjectOf));
  return rows.map((row) => corrected(row, found.get(subjectOf(row)) ?? []));
}

/** Lists the valid stock counts of some days. */
export async function listCountsOn(db: Reader, partyId: string, days: readonly string[]): Promise<StockCount[]> {
  const counted = await db
    .select()
    .from(stockCounts)
    .where(and(eq(stockCounts.partyId, partyId), inArray(stockCounts.countedOn, [...days])));
  const replaced = new Set(counted.map(({ replacesId }) => replacesId));
  return counted.filter(({ id }) => !replaced.has(id));
}

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

/** Returns ids as an array of the database. They need no quotes, which the driver would give to each of many. */
const uuidsOf = (ids: readonly string[]): string => `{${ids.join(',')}}`;

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
