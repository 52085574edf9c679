/** Lists of batches and of their movements that the caller may see. */
import { and, count, eq, inArray, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../core/access/visibility.ts';
import { whereVisible } from '../parties/index.ts';
import type { Reader } from '../platform/database/db.ts';
import { equals, page } from '../platform/database/page.ts';
import type { Page, PageQuery } from '../platform/http/index.ts';
import { type Batch, type BatchRecord, describeBatch } from './batch.ts';
import { batchProblem } from './problems.ts';
import type { BatchListQuery, BatchResponse, MovementResponse } from './schemas.ts';
import { batches, corrections, movements, withdrawnAmong } from './tables.ts';

const onlyVisible = (visibility: Visibility) =>
  whereVisible(visibility, { parties: [batches.partyId], sites: [batches.siteId] });

/** Reads a batch. @throws Problem `batch-missing`, also for a batch of another organisation */
export async function readBatch(db: Reader, visibility: Visibility, id: string): Promise<Batch> {
  const [row] = await db
    .select()
    .from(batches)
    .where(and(eq(batches.id, id), onlyVisible(visibility)));
  if (!row) throw batchProblem('batch-missing', { id, pointer: '#/params/id' });
  return row;
}

/** Adds the number of its corrections to a batch that was read as visible, and says when it was withdrawn. */
export async function withCorrections(db: Reader, batch: BatchRecord): Promise<z.infer<typeof BatchResponse>> {
  const [item] = await correctedOf(db, [batch]);
  if (item === undefined) throw new Error('a batch that was read has its corrections');
  return item;
}

async function correctedOf(db: Reader, found: readonly BatchRecord[]): Promise<z.infer<typeof BatchResponse>[]> {
  const counted = await countCorrections(
    db,
    found.map(({ id }) => id),
  );
  const withdrawn = await findWithdrawn(db, found);
  const unlicensed = await findUnlicensed(db, found);
  return found.map((batch) => ({
    ...{ ...batch, corrections: counted.get(batch.id) ?? 0 },
    ...(withdrawn.has(batch.id) ? { state: 'withdrawn' as const } : {}),
    ...(unlicensed.has(batch.id) ? { unlicensed: true as const } : {}),
  }));
}

/** The column is written with a record only, so it is no member of a batch. */
const UNLICENSED = sql`batches.unlicensed`;

async function findUnlicensed(db: Reader, found: readonly BatchRecord[]): Promise<ReadonlySet<string>> {
  if (found.length === 0) return new Set();
  const ids = found.map(({ id }) => id);
  const rows = await db
    .select({ id: batches.id })
    .from(batches)
    .where(and(inArray(batches.id, ids), UNLICENSED));
  return new Set(rows.map(({ id }) => id));
}

async function findWithdrawn(db: Reader, found: readonly BatchRecord[]): Promise<ReadonlySet<string>> {
  const ids = found.filter(({ massGrams }) => massGrams === 0).map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: batches.id })
    .from(batches)
    .where(sql`${batches.id} in ${withdrawnAmong(ids)}`);
  return new Set(rows.map(({ id }) => id));
}

async function countCorrections(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const subjects = ids.map((id) => `batch:${id}`);
  const rows = await db
    .select({ subject: corrections.subject, found: count() })
    .from(corrections)
    .where(inArray(corrections.subject, subjects))
    .groupBy(corrections.subject);
  return new Map(rows.map(({ subject, found }) => [subject.slice('batch:'.length), found]));
}

export async function listBatches(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof BatchListQuery>,
): Promise<Page<z.infer<typeof BatchResponse>>> {
  const { siteId, kind, material, inStock, unlicensed } = query;
  const { items, nextCursor } = await page(db, batches, {
    query,
    where: [
      onlyVisible(visibility),
      equals(batches.siteId, siteId),
      equals(batches.kind, kind),
      equals(batches.material, material),
      unlicensed === true ? UNLICENSED : undefined,
      inStock === undefined ? undefined : sql`(${batches.massGrams} > 0) = ${inStock}`,
    ],
    toItem: describeBatch,
  });
  return { nextCursor, items: await correctedOf(db, items) };
}

/** Lists the movements into and out of one batch, first to last. The caller must have read the batch as visible. */
export function listMovements(
  db: Reader,
  batchId: string,
  query: z.infer<typeof PageQuery>,
): Promise<Page<z.infer<typeof MovementResponse>>> {
  return page(db, movements, {
    query,
    where: [or(eq(movements.fromBatchId, batchId), eq(movements.toBatchId, batchId))],
    toItem: (row) => ({
      ...row,
      id: String(row.id),
      correctsId: row.correctsId === null ? null : String(row.correctsId),
      occurredAt: row.occurredAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
    }),
  });
}
