/** What a receiver has accepted so far, by the kind of licence it was received under. */
import { and, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Tx } from '../platform/db.ts';
import { COLLECTING } from './carriage.ts';
import { manifestLines, manifests } from './tables.ts';

type Wanted = {
  readonly receiverId: string;
  readonly mode: 'collection' | 'recycling';
  readonly wasteCodes: readonly string[];
  readonly from: Date;
  readonly to: Date;
  /** The manifest that is being decided on. */
  readonly butId: string;
};

/** Grams accepted in a half-open period at sites of that mode; a site that is not known counts as one for recycling. */
export async function sumAccepted(tx: Tx, wanted: Wanted): Promise<number> {
  const { receiverId, mode, wasteCodes, from, to, butId } = wanted;
  const collected = sql`exists (select from sites
    where sites.id = ${manifests.receiverSiteId} and sites.kind in ${[...COLLECTING]})`;
  const [row] = await tx
    .select({ grams: sql<string>`coalesce(sum(${manifestLines.acceptedGrams}), 0)` })
    .from(manifests)
    .innerJoin(manifestLines, eq(manifestLines.manifestId, manifests.id))
    .where(
      and(
        eq(manifests.receiverId, receiverId),
        ne(manifests.id, butId),
        gte(manifests.decidedAt, from),
        lt(manifests.decidedAt, to),
        inArray(sql`${manifests.document} ->> 'wasteCode'`, [...wasteCodes]),
        mode === 'collection' ? collected : sql`not ${collected}`,
      ),
    );
  return Number(row?.grams ?? 0);
}
