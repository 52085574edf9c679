/** Decided lines of manifests, which recovery rates count as received. */
import { type SQL, sql } from 'drizzle-orm';
import { siteKindAt, wasKind } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';

/** A line of a manifest after the receiver's decision, or the sum of several that count alike. */
type AcceptedLine = {
  /** The manifest; of a sum one of them. */
  readonly manifestId: string;
  readonly line: number;
  readonly wasteCode: string;
  readonly consignorId: string;
  /** The batch at the receiver; null when no mass of the line was accepted, when the receiver is in another province, and for a sum. */
  readonly receivedBatchId: string | null;
  readonly batteryKind: string | null;
  readonly treatmentMethod: string | null;
  /** The batch of the consignor; null when it is in another province, and for a sum. */
  readonly batchId: string | null;
  /** Kind of the consignor's site at the hand-over; null when it is unknown here. */
  readonly consignorSiteKind: string | null;
  readonly acceptedGrams: number;
  /** Mass that left the consignor, and was neither accepted nor came back or waits to come back. */
  readonly missingGrams: number;
  readonly refusedGrams: number;
  /** Lines with an accepted, a missing and a refused mass. */
  readonly accepted: number;
  readonly missing: number;
  readonly refused: number;
  /** Time of the decision; of a sum the first one. */
  readonly decidedAt: Date;
};

/** A line as the database returns it. A year has too many lines to check each. */
type LineRow = { readonly [Key in keyof AcceptedLine]: AcceptedLine[Key] extends Date ? string : AcceptedLine[Key] } & {
  /** The first manifest of a sum with its line, such as `<id>/1`. */
  readonly first?: string;
};

/** The lines that count alike: those of one consignor, waste, kind of battery and treatment method in one span of a month. */
export type LineSums = {
  /** SQL for the ids of received batches that count by themselves. */
  readonly alone: SQL;
  /** First instants of spans, ascending, by consignor. */
  readonly spans: readonly { readonly consignorId: string; readonly from: readonly string[] }[];
  /** First instants of the spans of all other consignors. */
  readonly otherSpans: readonly string[];
};

/** SQL for the treatment method of a line. It is mostly in its own place of the document, `own`; else all lines are searched. */
const METHOD = sql`case when (own.line ->> 'line')::integer = l.line then own.line ->> 'treatmentMethod'
  else (select one ->> 'treatmentMethod' from jsonb_array_elements(m.document -> 'lines') one
    where (one ->> 'line')::integer = l.line) end`;

type Decided = { readonly receiverId: string; readonly from: Date; readonly to: Date };

/** SQL for the decided lines of a receiver in a half-open period. */
const decidedLines = ({ receiverId, from, to }: Decided): SQL => sql`
    select m.id as "manifestId", l.line, m.document ->> 'wasteCode' as "wasteCode", m.consignor_id as "consignorId",
      l.received_batch_id as "receivedBatchId", l.battery_kind as "batteryKind", ${METHOD} as "treatmentMethod",
      l.batch_id as "batchId", ${siteKindAt(sql`here`, sql`m.handed_over_at`)} as "consignorSiteKind",
      coalesce(l.accepted_grams, 0) as "acceptedGrams", coalesce(l.refused_grams, 0) as "refusedGrams",
      greatest(0, l.mass_grams - coalesce(l.accepted_grams, 0) - coalesce(l.returned_grams, l.refused_grams, 0)) as "missingGrams",
      m.decided_at as "decidedAt"
    from manifests m join manifest_lines l on l.manifest_id = m.id
      left join sites here on here.id = m.consignor_site_id left join sites there on there.id = m.receiver_site_id
      cross join lateral (select m.document -> 'lines' -> (l.line - 1) as line offset 0) own
    where m.receiver_id = ${receiverId} and m.decided_at >= ${from.toISOString()} and m.decided_at < ${to.toISOString()}
      and m.state in ('accepted', 'partially_accepted', 'rejected', 'closed')
      and ${wasKind(sql`there`, sql`m.decided_at`, 'recycler', 'recycler')}`;

/** SQL for what a line has of its own, which is in no sum. */
const OWN = ['manifestId', 'line', 'receivedBatchId', 'batchId', 'consignorSiteKind'].map((name) =>
  sql.raw(`case when alone then "${name}" end`),
);

/** SQL for one row of each line, or of the lines that count alike. Loads between sites of one organisation count by themselves. */
const summedLines = (decided: Decided, { alone, spans, otherSpans }: LineSums): SQL => sql`
    with decided as (${decidedLines(decided)}), span as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as s("consignorId" uuid, "from" timestamptz[])
    ), place as materialized (
      select decided.*, width_bucket("decidedAt", coalesce(span."from", ${arrayOf(otherSpans)}::timestamptz[])) as span,
        date_trunc('month', "decidedAt" at time zone 'Asia/Shanghai') as month,
        "consignorId" = ${decided.receiverId} or coalesce("receivedBatchId" in (${alone}), false) as alone
      from decided left join span using ("consignorId")
    )
    select min("manifestId"::text || '/' || line) as first, "wasteCode", "consignorId", "batteryKind", "treatmentMethod",
      ${OWN[2]} as "receivedBatchId", ${OWN[3]} as "batchId", ${OWN[4]} as "consignorSiteKind",
      sum("acceptedGrams") as "acceptedGrams", sum("missingGrams") as "missingGrams", sum("refusedGrams") as "refusedGrams",
      count(*) filter (where "acceptedGrams" > 0) as accepted, count(*) filter (where "missingGrams" > 0) as missing,
      count(*) filter (where "refusedGrams" > 0) as refused, min("decidedAt") as "decidedAt"
    from place group by "wasteCode", "consignorId", "batteryKind", "treatmentMethod", month, span,
      ${sql.join(OWN, sql`, `)}`;

const eachLine = (decided: Decided): SQL => sql`
    select one.*, ("acceptedGrams" > 0)::integer as accepted, ("missingGrams" > 0)::integer as missing,
      ("refusedGrams" > 0)::integer as refused from (${decidedLines(decided)}) one`;

const arrayOf = (instants: readonly string[]): string => `{${instants.join(',')}}`;

/**
 * Lists the lines that a receiver decided on in a half-open period. Loads to its collection and transfer points are left
 * out: they are counted once, when they reach its recycling site. A site that is unknown here counts as one that recycles.
 * @param sums the lines that are added up; without it, none is
 */
export async function listAcceptedLines(db: Reader, decided: Decided, sums?: LineSums): Promise<AcceptedLine[]> {
  const { rows } = await db.execute<LineRow>(sums === undefined ? eachLine(decided) : summedLines(decided, sums));
  return rows.map(({ first, ...row }) => ({
    ...row,
    ...(first !== undefined && { manifestId: first.split('/')[0] ?? '', line: Number(first.split('/')[1]) }),
    acceptedGrams: Number(row.acceptedGrams),
    missingGrams: Number(row.missingGrams),
    refusedGrams: Number(row.refusedGrams),
    accepted: Number(row.accepted),
    missing: Number(row.missing),
    refused: Number(row.refused),
    decidedAt: new Date(row.decidedAt),
  }));
}

/** Counts the manifests that a receiver decided on in a half-open period, up to a maximum. */
export async function countDecided(
  db: Reader,
  { receiverId, from, to }: { readonly receiverId: string; readonly from: Date; readonly to: Date },
  max: number,
): Promise<number> {
  const { rows } = await db.execute<{ found: number }>(sql`
    select count(*)::integer as found from (select from manifests m where m.receiver_id = ${receiverId}
      and m.decided_at >= ${from.toISOString()} and m.decided_at < ${to.toISOString()} limit ${max}) decided`);
  return rows[0]?.found ?? 0;
}
