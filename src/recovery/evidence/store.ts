/** Writes and finds frozen evaluations. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { and, desc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Frozen, PublicKey } from './snapshot.ts';
import { assessmentSnapshots } from './tables.ts';

export type Signed = { readonly manifest: string; readonly signature: string; readonly publicKey: PublicKey };
type Of = {
  readonly id: string;
  readonly assessmentId: string;
  readonly partyId: string;
  readonly round: number;
  readonly purpose: 'submission' | 'certification';
};

export async function insertSnapshot(
  tx: Tx,
  of: Of,
  { records, fractions, ...frozen }: Frozen & Signed,
): Promise<void> {
  const packed = { records: gzipSync(records), fractions: gzipSync(fractions) };
  await tx.insert(assessmentSnapshots).values({ ...of, ...frozen, ...packed });
}

/** Finds what was last submitted or certified, with its records as text. */
export async function findFrozen(db: Reader, assessmentId: string, purpose: Of['purpose']) {
  const { round, contentSha256, journalIndex, files, records, fractions } = assessmentSnapshots;
  const [row] = await db
    .select({ round, contentSha256, journalIndex, files, records, fractions })
    .from(assessmentSnapshots)
    .where(and(eq(assessmentSnapshots.assessmentId, assessmentId), eq(assessmentSnapshots.purpose, purpose)))
    .orderBy(desc(round))
    .limit(1);
  const textOf = (bytes: Buffer | null) => (bytes === null ? null : gunzipSync(bytes).toString());
  return row && { ...row, records: textOf(row.records) ?? '', fractions: textOf(row.fractions) };
}
