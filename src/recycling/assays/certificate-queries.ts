/** Reads assays as evidence of figures. */
import { inArray } from 'drizzle-orm';
import type { Reader } from '../../platform/database/db.ts';
import { assays } from '../tables.ts';
import type { Assay } from './assay.ts';

/** Lists assays by their ids, in the order of the ids. */
export async function listAssaysByIds(db: Reader, ids: readonly string[]): Promise<Assay[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(assays)
    .where(inArray(assays.id, [...ids]))
    .orderBy(assays.id);
}
