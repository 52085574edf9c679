/** Reads and writes revocations. Contains no rule. */
import { gt, lte, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import type { Revocation } from './revocation.ts';
import { revocations } from './tables.ts';

/** Inserts a revocation; of two transactions at once, the second waits. @returns false when it exists already */
export async function insertRevocation(tx: Tx, revocation: Revocation, revokedAt: Date): Promise<boolean> {
  const { rowCount } = await tx
    .insert(revocations)
    .values({ ...revocation, revokedAt })
    .onConflictDoNothing();
  return rowCount === 1;
}

/** Inserts a revocation, or replaces the one of the same kind and id. */
export async function upsertRevocation(tx: Tx, revocation: Revocation, revokedAt: Date): Promise<void> {
  await tx
    .insert(revocations)
    .values({ ...revocation, revokedAt })
    .onConflictDoUpdate({
      target: [revocations.kind, revocations.id],
      set: { minimumVersion: sql`excluded.minimum_version`, revokedAt },
    });
}

/** Lists the revocations after an instant. */
export async function listRevocationsSince(db: Reader, since: Date): Promise<Revocation[]> {
  const { kind, id, minimumVersion } = revocations;
  return db.select({ kind, id, minimumVersion }).from(revocations).where(gt(revocations.revokedAt, since));
}

export async function purgeRevocations(db: Db, until: Date): Promise<void> {
  await db.delete(revocations).where(lte(revocations.revokedAt, until));
}
