/** Reads and writes numbers that the national system issued, until they are assigned to their manifests. */
import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { numbers } from '../tables.ts';
import { type Clash, clashesAmong } from './clash.ts';

export type IssuedNumber = typeof numbers.$inferSelect;

/**
 * Inserts numbers; a known number is left unchanged. Returns the clashes with numbers that the national system stated
 * before.
 */
export async function insertNumbers(
  tx: Tx,
  issued: readonly { readonly manifestId: string; readonly number: string }[],
  receivedAt: Date,
): Promise<Clash[]> {
  if (issued.length === 0) return [];
  await tx
    .insert(numbers)
    .values(issued.map((one) => ({ ...one, receivedAt, nextAttemptAt: sql`now()` })))
    .onConflictDoNothing();
  const manifestIds = issued.map(({ manifestId }) => manifestId);
  const stated = issued.map(({ number }) => number);
  const known = await tx
    .select({ manifestId: numbers.manifestId, number: numbers.number })
    .from(numbers)
    .where(or(inArray(numbers.manifestId, manifestIds), inArray(numbers.number, stated)));
  return clashesAmong(issued, known);
}

export async function listOpenNumbers(db: Reader, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: numbers.manifestId })
    .from(numbers)
    .where(and(isNull(numbers.settledAt), lte(numbers.nextAttemptAt, sql`now()`)))
    .orderBy(asc(numbers.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Reads a pending number and locks it; returns undefined when another worker has locked it. */
export async function lockOpenNumber(tx: Tx, manifestId: string): Promise<IssuedNumber | undefined> {
  const [row] = await tx
    .select()
    .from(numbers)
    .where(and(eq(numbers.manifestId, manifestId), isNull(numbers.settledAt)))
    .for('update', { skipLocked: true });
  return row;
}

export async function settleNumber(tx: Tx, manifestId: string, at: Date, problem: string | null): Promise<void> {
  await tx.update(numbers).set({ settledAt: at, problem }).where(eq(numbers.manifestId, manifestId));
}

export async function postponeNumber(tx: Tx, manifestId: string, pauseMs: number, problem: string): Promise<void> {
  await tx
    .update(numbers)
    .set({
      attempts: sql`${numbers.attempts} + 1`,
      nextAttemptAt: sql`now() + ${pauseMs} * interval '1 millisecond'`,
      problem,
    })
    .where(eq(numbers.manifestId, manifestId));
}
