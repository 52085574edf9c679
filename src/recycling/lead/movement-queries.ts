/** Movements of an enterprise's lead in a period, for the recovery rate. */
import { type SQL, sql } from 'drizzle-orm';
import { countedMovements } from '../../batches/index.ts';
import { wasKind } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { readEach } from '../../platform/database/snapshot.ts';
import type { LossKind, StockTerm } from '../material.ts';
import { type LeadContent, withContents } from './content-queries.ts';
import type { LeadPeriod } from './record-queries.ts';

/** Kinds of movements into and out of batches that a lead balance reads. */
export const LEAD_MOVEMENTS = {
  into: ['output', 'return', 'generation', 'stock_adjustment'],
  outOf: ['feed', 'sale', 'disposal', 'dispatch', 'stock_adjustment'],
} as const;

/** One movement of mass at a recycling site of the enterprise, with the batch that it moved, or the sum of several that count alike. */
export type LeadMovement = {
  /** The movement; of a sum one of them, as are its evidence, batch and time. */
  readonly id: string;
  /** Number of movements of which it is the sum. */
  readonly summed: number;
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
  'summed' | 'confirmed' | 'massGrams' | 'settledGrams' | 'openGrams' | 'occurredAt' | 'content'
> & {
  readonly summed?: string;
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
 * Movements that count alike: of one batch with an assay of its own, or of outputs of one material that were made in one span of
 * time. Loads, adjustments, batteries, and deliveries whose use is confirmed in part, count by themselves.
 */
export type MovementSums = {
  /** Kinds of movements with kinds of batches that count nowhere, such as `sale product`. */
  readonly uncounted: readonly string[];
  /** First instants of spans, ascending, by the material of an output. Within a month and span its samples apply alike. */
  readonly spans: readonly { readonly material: string; readonly from: readonly string[] }[];
  /** Runs whose outputs have an assay of their run. */
  readonly assayedRuns: readonly string[];
};

/** Columns of a movement with its batch. */
const MOVED = sql`m.id, m.kind, m.evidence, m.mass_grams, m.occurred_at`;
const HERE = sql`b.id as batch_id, b.kind as batch_kind, b.battery_kind, b.material, b.site_id, b.evidence as batch_evidence`;

/**
 * Lists movements into and out of batches on recycling sites: outputs, feeds, sales, disposals, dispatches, returns,
 * generation, stock adjustments.
 * @param fedBatteries batches of batteries whose feeds are listed; feeds of all others are left out
 * @param sums the movements that are added up; without it, none is
 */
export async function listLeadMovements(
  db: Reader,
  { partyId, from, to }: LeadPeriod,
  fedBatteries: readonly string[],
  sums?: MovementSums,
): Promise<LeadMovement[]> {
  const uncounted = sql`m.kind || ' ' || b.kind in (select jsonb_array_elements_text(${JSON.stringify(sums?.uncounted ?? [])}::jsonb))`;
  const moved = (enters: boolean, batch: SQL, which: SQL): SQL => sql`
    here as (
      select b.* from batches b join sites s on s.id = b.site_id where b.party_id = ${partyId} and (s.kind = 'recycler'
        or exists (select from register_changes c where c.record_id = s.id and c.before ->> 'kind' = 'recycler'))
    ), moved as materialized (
      select ${MOVED}, ${sql.raw(String(enters))} as enters, case m.kind when 'dispatch' then m.to_batch_id end as load_id, ${HERE}
      from here b join sites s on s.id = b.site_id join ${countedMovements()} m on ${batch} = b.id
      where ${which} and m.mass_grams > 0 and m.occurred_at >= ${from.toISOString()} and m.occurred_at < ${to.toISOString()}
        and ${wasKind(sql`s`, sql`m.occurred_at`, 'recycler')} and not ${uncounted}
    )`;
  const [into, outOf] = await readEach(db, [
    () => readMovements(db, moved(true, sql`m.to_batch_id`, sql`m.kind in ${[...LEAD_MOVEMENTS.into]}`), sums),
    () =>
      readMovements(
        db,
        moved(
          false,
          sql`m.from_batch_id`,
          sql`m.kind in ${[...LEAD_MOVEMENTS.outOf]} and (m.kind <> 'feed' or b.kind <> 'battery'
            or b.id in (select jsonb_array_elements_text(${JSON.stringify(fedBatteries)}::jsonb)::uuid))`,
        ),
        sums,
      ),
  ]);
  return [...into, ...outOf];
}

/** Movements of which a late entry moves a past figure. Loads have rules of their own for late entries, adjustments raise no rate. */
const LATE = { into: ['output', 'generation'], outOf: ['feed', 'sale', 'disposal'] } as const;

/** SQL for the last instant at which a movement may be recorded or corrected without being late. */
const lastInstant = (occurredAt: SQL, graceDays: number): SQL =>
  sql`(date_trunc('month', ${occurredAt} at time zone 'Asia/Shanghai') + interval '1 month') at time zone 'Asia/Shanghai'
    + make_interval(days => ${graceDays})`;

/**
 * Lists the movements of a period that were recorded or corrected late, each with the mass by which that changed it; also those of
 * which corrections left nothing.
 * @param graceDays days after a month in which its movements may still be recorded
 * @param fedBatteries batches of batteries whose feeds are listed
 */
export async function listLateMovements(
  db: Reader,
  { partyId, from, to }: LeadPeriod,
  graceDays: number,
  fedBatteries: readonly string[],
): Promise<LeadMovement[]> {
  const late = lastInstant(sql`m.occurred_at`, graceDays);
  const moved = (enters: boolean, batch: SQL, which: SQL): SQL => {
    const during = sql`${which} and m.corrects_id is null
      and m.occurred_at >= ${from.toISOString()} and m.occurred_at < ${to.toISOString()}`;
    return sql`
    here as materialized (
      select b.* from batches b join sites s on s.id = b.site_id where b.party_id = ${partyId} and (s.kind = 'recycler'
        or exists (select from register_changes c where c.record_id = s.id and c.before ->> 'kind' = 'recycler'))
    ), entry as materialized (
      select m.id, m.mass_grams as grams from here b join movements m on ${batch} = b.id
      where ${during} and m.recorded_at > ${late}
      union all
      select m.id, case when c.to_batch_id is not distinct from m.to_batch_id then c.mass_grams else -c.mass_grams end
      from here b join movements m on ${batch} = b.id join movements c on c.corrects_id = m.id
      where ${during} and c.recorded_at > ${late}
    ), changed as materialized (
      select id, abs(sum(grams)) as mass_grams from entry group by id having sum(grams) <> 0
    ), moved as materialized (
      select m.id, m.kind, m.evidence, changed.mass_grams, m.occurred_at, ${sql.raw(String(enters))} as enters,
        null::uuid as load_id, ${HERE}
      from changed join movements m on m.id = changed.id join here b on ${batch} = b.id join sites s on s.id = b.site_id
      where ${wasKind(sql`s`, sql`m.occurred_at`, 'recycler')}
    )`;
  };
  const [into, outOf] = await readEach(db, [
    () => readMovements(db, moved(true, sql`m.to_batch_id`, sql`m.kind in ${[...LATE.into]}`)),
    () =>
      readMovements(
        db,
        moved(
          false,
          sql`m.from_batch_id`,
          sql`m.kind in ${[...LATE.outOf]} and (m.kind <> 'feed' or b.kind <> 'battery'
            or b.id in (select jsonb_array_elements_text(${JSON.stringify(fedBatteries)}::jsonb)::uuid))`,
        ),
      ),
  ]);
  return [...into, ...outOf];
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

/** SQL for one row of each movement of `found`, or of the movements that count alike. */
const summedUp = ({ spans, assayedRuns }: MovementSums): SQL => sql`
    , span as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as s(material text, "from" timestamptz[])
    ), place as (
      select found.*, case
        when "confirmedGrams" not in (0, "massGrams") or "batchKind" = 'battery' or kind not in ('output', 'feed', 'sale', 'disposal')
        then id end as alone, case when "assayId" is not null or o.batch_id is null then "batchId" end as of_batch,
        o.material as made_of, date_trunc('month', o.occurred_at at time zone 'Asia/Shanghai') as made_in,
        width_bucket(o.occurred_at, span."from") as made_span,
        case when o.run_id in (select jsonb_array_elements_text(${JSON.stringify(assayedRuns)}::jsonb)::uuid) then o.run_id end as made_by,
        date_trunc('month', "occurredAt" at time zone 'Asia/Shanghai') as during
      from found left join run_outputs o on o.batch_id = found."batchId" left join span on span.material = o.material
    )
    select min(id) as id, kind, min(evidence) as evidence, min("batchId"::text) as "batchId", "batchKind", min("batteryKind") as "batteryKind",
      material, "supplyKind", loss, sum("confirmedGrams") as "confirmedGrams", sum("massGrams") as "massGrams",
      min("occurredAt") as "occurredAt", enters, max("countedPpm") as "countedPpm", max("countedTerm") as "countedTerm", "assayId", ppm, "moisturePpm",
      min("loadId"::text) as "loadId", sum("settledGrams") as "settledGrams", sum("openGrams") as "openGrams", count(*) as summed
    from place group by kind, "batchKind", material, "supplyKind", loss, enters, "assayId", ppm, "moisturePpm", "confirmedGrams" = "massGrams",
      during, alone, of_batch, case when of_batch is null then made_of end, case when of_batch is null then made_in end,
      case when of_batch is null then made_span end, case when of_batch is null then made_by end`;

/** Reads movements with what decides about their term and their lead. @param moved SQL that defines `moved` */
async function readMovements(db: Reader, moved: SQL, sums?: MovementSums): Promise<LeadMovement[]> {
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
    ), load as (
      select b.id, b.mass_grams from batches b where b.id in (select load_id from moved where load_id is not null)
    ), found as (
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
      left join load on load.id = moved.load_id left join fate on fate.load_id = moved.load_id
    )${sums === undefined ? sql` select * from found` : summedUp(sums)}`);
  return rows.flatMap(toMovements);
}

/** Makes one movement, or two of a delivery whose use is confirmed in part. */
function toMovements(row: MovementRow): LeadMovement | LeadMovement[] {
  const {
    assayId,
    ppm,
    moisturePpm,
    confirmedGrams: confirmed,
    massGrams: mass,
    occurredAt,
    summed,
    ...movement
  } = row;
  const [massGrams, confirmedGrams] = [Number(mass), Number(confirmed)];
  const whole = {
    ...movement,
    summed: Number(summed ?? 1),
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
