/** Reads the photographs of a load, for the callers that see its manifest. */
import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import type { Reader } from '../../platform/database/db.ts';
import { readManifest } from '../queries.ts';
import { manifestPhotographs } from '../tables.ts';
import { type PhotographsOfManifest, toPhotographsResponse } from './schemas.ts';

/** @throws Problem `manifest-missing` */
export async function readPhotographs(
  db: Reader,
  visibility: Visibility,
  manifestId: string,
): Promise<z.infer<typeof PhotographsOfManifest>> {
  await readManifest(db, visibility, manifestId);
  const found = await db
    .select()
    .from(manifestPhotographs)
    .where(eq(manifestPhotographs.manifestId, manifestId))
    .orderBy(asc(manifestPhotographs.id));
  return { items: found.map(toPhotographsResponse) };
}
