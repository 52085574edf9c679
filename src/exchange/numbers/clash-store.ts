/** Reads and writes clashes of numbers. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import { numberClashes } from '../tables.ts';
import type { Clash } from './clash.ts';

export type StoredClash = typeof numberClashes.$inferSelect;

/** Inserts a clash. Returns false when the same one is open or settled already. */
export async function insertClash(tx: Tx, clash: Clash & { id: string; noticedAt: Date }): Promise<boolean> {
  const rows = await tx.insert(numberClashes).values(clash).onConflictDoNothing().returning({ id: numberClashes.id });
  return rows.length === 1;
}

/** Reads a clash and locks its row until the transaction ends. */
export async function lockClash(tx: Tx, id: string): Promise<StoredClash | undefined> {
  const [row] = await tx.select().from(numberClashes).where(eq(numberClashes.id, id)).for('update');
  return row;
}

export async function endClash(tx: Tx, id: string, settled: { settledAt: Date; remarks: string }): Promise<void> {
  await tx.update(numberClashes).set(settled).where(eq(numberClashes.id, id));
}

/** Lists the ids of the open clashes that end when the manifest gets a number. */
export async function listOpenClashesOf(tx: Tx, manifestId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: numberClashes.id })
    .from(numberClashes)
    .where(
      and(
        eq(numberClashes.manifestId, manifestId),
        eq(numberClashes.source, 'national'),
        eq(numberClashes.reason, 'number_taken'),
        isNull(numberClashes.settledAt),
      ),
    );
  return rows.map(({ id }) => id);
}
