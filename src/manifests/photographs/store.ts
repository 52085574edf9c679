/** Reads and writes photographs of loads. Contains no rule. */
import { asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { manifestPhotographs } from '../tables.ts';
import type { Photographs } from './photographs.ts';

export async function insertPhotographs(tx: Tx, photographs: Photographs): Promise<void> {
  await tx.insert(manifestPhotographs).values({ ...photographs, fileIds: [...photographs.fileIds] });
}

/** Lists the photographs of a manifest, first to last. */
export async function listPhotographsOf(db: Reader, manifestId: string): Promise<Photographs[]> {
  return db
    .select()
    .from(manifestPhotographs)
    .where(eq(manifestPhotographs.manifestId, manifestId))
    .orderBy(asc(manifestPhotographs.id));
}
