/** Decided lines of manifests, which recovery rates count as received. */
import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { siteKindAt } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { manifestLines, manifests } from '../tables.ts';

/** A line of a manifest after the receiver's decision. */
export type AcceptedLine = {
  readonly manifestId: string;
  /** National number; null while the manifest travels on paper. */
  readonly number: string | null;
  readonly line: number;
  readonly wasteCode: string;
  readonly consignorId: string;
  /** The batch at the receiver; null when no mass of the line was accepted, or the receiver is in another province. */
  readonly receivedBatchId: string | null;
  readonly batteryKind: string | null;
  readonly condition: string | null;
  readonly treatmentMethod: string | null;
  /** The batch of the consignor; null when it is in another province. */
  readonly batchId: string | null;
  /** Kind of the consignor's site at the hand-over; null when it is unknown here. */
  readonly consignorSiteKind: string | null;
  readonly handedOverAt: Date | null;
  readonly massGrams: number;
  readonly returnedGrams: number | null;
  readonly acceptedGrams: number;
  readonly refusedGrams: number;
  readonly decidedAt: Date;
};

/** Matches loads to a site that was a recycler at the decision, or is unknown here. */
const RECYCLED_THERE = sql`not exists (
  select from sites where sites.id = ${manifests.receiverSiteId}
    and ${siteKindAt(sql`sites`, sql`${manifests.decidedAt}`)} <> 'recycler')`;

/**
 * Lists the lines that a receiver decided on in a half-open period, in the order of decisions. Loads to its collection
 * and transfer points are left out: they are counted once, when they reach its recycling site.
 */
export async function listAcceptedLines(
  db: Reader,
  { receiverId, from, to }: { readonly receiverId: string; readonly from: Date; readonly to: Date },
): Promise<AcceptedLine[]> {
  const rows = await db
    .select({
      manifestId: manifests.id,
      number: manifests.number,
      line: manifestLines.line,
      wasteCode: sql<string>`${manifests.document} ->> 'wasteCode'`,
      consignorId: manifests.consignorId,
      receivedBatchId: manifestLines.receivedBatchId,
      batteryKind: manifestLines.batteryKind,
      condition: manifestLines.condition,
      treatmentMethod: sql<string | null>`(select one ->> 'treatmentMethod'
        from jsonb_array_elements(${manifests.document} -> 'lines') one
        where (one ->> 'line')::integer = ${manifestLines.line})`,
      batchId: manifestLines.batchId,
      consignorSiteKind: sql<string | null>`(select ${siteKindAt(sql`sites`, sql`${manifests.handedOverAt}`)}
        from sites where sites.id = ${manifests.consignorSiteId})`,
      handedOverAt: manifests.handedOverAt,
      massGrams: manifestLines.massGrams,
      returnedGrams: manifestLines.returnedGrams,
      acceptedGrams: manifestLines.acceptedGrams,
      refusedGrams: manifestLines.refusedGrams,
      decidedAt: manifests.decidedAt,
    })
    .from(manifests)
    .innerJoin(manifestLines, eq(manifestLines.manifestId, manifests.id))
    .where(
      and(
        eq(manifests.receiverId, receiverId),
        isNotNull(manifests.decidedAt),
        gte(manifests.decidedAt, from),
        lt(manifests.decidedAt, to),
        inArray(manifests.state, ['accepted', 'partially_accepted', 'rejected', 'closed']),
        RECYCLED_THERE,
      ),
    )
    .orderBy(asc(manifests.decidedAt), asc(manifests.id), asc(manifestLines.line));
  return rows.flatMap(({ acceptedGrams, refusedGrams, decidedAt, ...row }) =>
    decidedAt === null
      ? []
      : [{ ...row, decidedAt, acceptedGrams: acceptedGrams ?? 0, refusedGrams: refusedGrams ?? 0 }],
  );
}
