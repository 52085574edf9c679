/** Lists of batches and of their movements, each limited to what the asker may see. */
import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Visibility } from '../core/access/visibility.ts';
import { whereVisible } from '../parties/index.ts';
import type { Reader } from '../platform/database/db.ts';
import { type Page, type PageQuery, placeOf, toPage } from '../platform/http/index.ts';
import { type Batch, describeBatch } from './batch.ts';
import { batchProblem } from './problems.ts';
import type { BatchListQuery, BatchResponse, MovementResponse } from './schemas.ts';
import { batches, movements } from './tables.ts';

const seenBy = (visibility: Visibility) =>
  whereVisible(visibility, { parties: [batches.partyId], sites: [batches.siteId] });

/** @throws Problem `batch-missing`, also for a batch of another party */
export async function readBatch(db: Reader, id: string, visibility: Visibility): Promise<Batch> {
  const [row] = await db
    .select()
    .from(batches)
    .where(and(eq(batches.id, id), seenBy(visibility)));
  if (!row) throw batchProblem('batch-missing', { id, pointer: '#/params/id' });
  return row;
}

export async function listBatches(
  db: Reader,
  query: z.infer<typeof BatchListQuery>,
  visibility: Visibility,
): Promise<Page<z.infer<typeof BatchResponse>>> {
  const after = placeOf(query.cursor, z.uuid());
  const rows = await db
    .select()
    .from(batches)
    .where(
      and(
        seenBy(visibility),
        after === undefined ? undefined : gt(batches.id, after),
        query.siteId === undefined ? undefined : eq(batches.siteId, query.siteId),
        query.kind === undefined ? undefined : eq(batches.kind, query.kind),
        query.material === undefined ? undefined : eq(batches.material, query.material),
        query.inStock === undefined ? undefined : sql`(${batches.massGrams} > 0) = ${query.inStock}`,
      ),
    )
    .orderBy(asc(batches.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, ({ id }) => id, describeBatch);
}

/** The movements into and out of one batch, first to last. */
export async function listMovements(
  db: Reader,
  batchId: string,
  query: z.infer<typeof PageQuery>,
): Promise<Page<z.infer<typeof MovementResponse>>> {
  const after = placeOf(query.cursor, z.string().regex(/^\d{1,15}$/));
  const rows = await db
    .select()
    .from(movements)
    .where(
      and(
        or(eq(movements.fromBatchId, batchId), eq(movements.toBatchId, batchId)),
        after === undefined ? undefined : gt(movements.id, Number(after)),
      ),
    )
    .orderBy(asc(movements.id))
    .limit(query.limit + 1);
  return toPage(
    rows,
    query.limit,
    ({ id }) => String(id),
    (row) => ({
      ...row,
      id: String(row.id),
      occurredAt: row.occurredAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
    }),
  );
}
