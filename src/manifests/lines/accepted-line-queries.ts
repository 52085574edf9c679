/** Decided lines of manifests, which recovery rates count as received. */
import { sql } from 'drizzle-orm';
import { siteKindAt } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';

/** A line of a manifest after the receiver's decision. */
type AcceptedLine = {
  readonly manifestId: string;
  readonly line: number;
  readonly wasteCode: string;
  readonly consignorId: string;
  /** The batch at the receiver; null when no mass of the line was accepted, or the receiver is in another province. */
  readonly receivedBatchId: string | null;
  readonly batteryKind: string | null;
  readonly treatmentMethod: string | null;
  /** The batch of the consignor; null when it is in another province. */
  readonly batchId: string | null;
  /** Kind of the consignor's site at the hand-over; null when it is unknown here. */
  readonly consignorSiteKind: string | null;
  readonly massGrams: number;
  readonly returnedGrams: number | null;
  readonly acceptedGrams: number;
  readonly refusedGrams: number;
  readonly decidedAt: Date;
};

/** A line as the database returns it. A year has too many lines to check each. */
type LineRow = { readonly [Key in keyof AcceptedLine]: AcceptedLine[Key] extends Date ? string : AcceptedLine[Key] };

/** SQL for the treatment method of a line. It is mostly in its own place of the document; else all lines are searched. */
const METHOD = sql`case when (m.document -> 'lines' -> (l.line - 1) ->> 'line')::integer = l.line
  then m.document -> 'lines' -> (l.line - 1) ->> 'treatmentMethod'
  else (select one ->> 'treatmentMethod' from jsonb_array_elements(m.document -> 'lines') one
    where (one ->> 'line')::integer = l.line) end`;

/**
 * Lists the lines that a receiver decided on in a half-open period. Loads to its collection and transfer points are left
 * out: they are counted once, when they reach its recycling site. A site that is unknown here counts as one that recycles.
 */
export async function listAcceptedLines(
  db: Reader,
  { receiverId, from, to }: { readonly receiverId: string; readonly from: Date; readonly to: Date },
): Promise<AcceptedLine[]> {
  const { rows } = await db.execute<LineRow>(sql`
    select m.id as "manifestId", l.line, m.document ->> 'wasteCode' as "wasteCode", m.consignor_id as "consignorId",
      l.received_batch_id as "receivedBatchId", l.battery_kind as "batteryKind", ${METHOD} as "treatmentMethod",
      l.batch_id as "batchId", ${siteKindAt(sql`here`, sql`m.handed_over_at`)} as "consignorSiteKind",
      l.mass_grams as "massGrams", l.returned_grams as "returnedGrams",
      coalesce(l.accepted_grams, 0) as "acceptedGrams", coalesce(l.refused_grams, 0) as "refusedGrams", m.decided_at as "decidedAt"
    from manifests m join manifest_lines l on l.manifest_id = m.id
      left join sites here on here.id = m.consignor_site_id left join sites there on there.id = m.receiver_site_id
    where m.receiver_id = ${receiverId} and m.decided_at >= ${from.toISOString()} and m.decided_at < ${to.toISOString()}
      and m.state in ('accepted', 'partially_accepted', 'rejected', 'closed')
      and coalesce(${siteKindAt(sql`there`, sql`m.decided_at`)}, 'recycler') = 'recycler'`);
  return rows.map((row) => ({
    ...row,
    massGrams: Number(row.massGrams),
    returnedGrams: row.returnedGrams === null ? null : Number(row.returnedGrams),
    acceptedGrams: Number(row.acceptedGrams),
    refusedGrams: Number(row.refusedGrams),
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
