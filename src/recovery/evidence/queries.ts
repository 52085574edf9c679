/** Reads the frozen evaluation that was certified. */
import { and, desc, eq } from 'drizzle-orm';
import type { Reader } from '../../platform/database/db.ts';
import { assessmentSnapshots } from './tables.ts';

/** Finds the certified evaluation of an assessment that the caller may see, the latest one. */
export async function findCertified(db: Reader, assessmentId: string) {
  const [row] = await db
    .select()
    .from(assessmentSnapshots)
    .where(and(eq(assessmentSnapshots.assessmentId, assessmentId), eq(assessmentSnapshots.purpose, 'certification')))
    .orderBy(desc(assessmentSnapshots.round))
    .limit(1);
  return row;
}
