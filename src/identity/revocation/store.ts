/** Rows in, revocations out. No rule lives here. */
import { gt, lte, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import { revocations } from '../people/tables.ts';
import type { Revocation } from './revocation.ts';

/** Answers false when it was there already. Of two at once, the second waits for the first. */
export async function insertRevocation(tx: Tx, revocation: Revocation, cutAt: Date): Promise<boolean> {
  const { rowCount } = await tx
    .insert(revocations)
    .values({ ...revocation, cutAt })
    .onConflictDoNothing();
  return rowCount === 1;
}

/** In place of the one that is there. */
export async function upsertRevocation(tx: Tx, revocation: Revocation, cutAt: Date): Promise<void> {
  await tx
    .insert(revocations)
    .values({ ...revocation, cutAt })
    .onConflictDoUpdate({
      target: [revocations.kind, revocations.id],
      set: { leastVersion: sql`excluded.minimum_version`, cutAt },
    });
}

/** Revocations later than an instant. */
export async function listRevocationsSince(db: Reader, since: Date): Promise<Revocation[]> {
  const { kind, id, leastVersion } = revocations;
  return db.select({ kind, id, leastVersion }).from(revocations).where(gt(revocations.cutAt, since));
}

export async function purgeRevocations(db: Db, until: Date): Promise<void> {
  await db.delete(revocations).where(lte(revocations.cutAt, until));
}
