/** Writes and finds frozen evaluations. */
import { gzipSync } from 'node:zlib';
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

export async function insertSnapshot(tx: Tx, of: Of, { records, ...frozen }: Frozen & Signed): Promise<void> {
  await tx.insert(assessmentSnapshots).values({ ...of, ...frozen, records: gzipSync(records) });
}

/** Finds the content of the last submission. */
export async function findSubmitted(db: Reader, assessmentId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ contentSha256: assessmentSnapshots.contentSha256 })
    .from(assessmentSnapshots)
    .where(and(eq(assessmentSnapshots.assessmentId, assessmentId), eq(assessmentSnapshots.purpose, 'submission')))
    .orderBy(desc(assessmentSnapshots.round))
    .limit(1);
  return row?.contentSha256;
}
