/** Rows in, cut-offs out. No rule lives here. */
import { gt, lte, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import { cutoffs } from '../people/tables.ts';
import type { Cutoff } from './revocation.ts';

/** Answers false when it was there already. Of two at once, the second waits for the first. */
export async function insertCutoff(tx: Tx, cutoff: Cutoff, cutAt: Date): Promise<boolean> {
  const { rowCount } = await tx
    .insert(cutoffs)
    .values({ ...cutoff, cutAt })
    .onConflictDoNothing();
  return rowCount === 1;
}

/** In place of the one that is there. */
export async function upsertCutoff(tx: Tx, cutoff: Cutoff, cutAt: Date): Promise<void> {
  await tx
    .insert(cutoffs)
    .values({ ...cutoff, cutAt })
    .onConflictDoUpdate({
      target: [cutoffs.kind, cutoffs.id],
      set: { leastVersion: sql`excluded.least_version`, cutAt },
    });
}

/** Cut-offs later than an instant. */
export async function listCutoffsSince(db: Reader, since: Date): Promise<Cutoff[]> {
  const { kind, id, leastVersion } = cutoffs;
  return db.select({ kind, id, leastVersion }).from(cutoffs).where(gt(cutoffs.cutAt, since));
}

export async function purgeCutoffs(db: Db, until: Date): Promise<void> {
  await db.delete(cutoffs).where(lte(cutoffs.cutAt, until));
}
