/** Reads and writes clashes of numbers. */
import { and, eq, isNull, or } from 'drizzle-orm';
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

/** Lists the open clashes that end when the national system's number is assigned to the manifest. */
export async function listResolvedClashes(
  tx: Tx,
  { manifestId, number }: Pick<Clash, 'manifestId' | 'number'>,
): Promise<StoredClash[]> {
  const { reason, source } = numberClashes;
  const sameNumber = and(eq(reason, 'other_number'), eq(numberClashes.number, number));
  const taken = and(eq(reason, 'number_taken'), eq(source, 'national'));
  return tx
    .select()
    .from(numberClashes)
    .where(and(openOf(manifestId), or(taken, sameNumber)));
}

/** Lists the ids of the open clashes of manifests that were reported with one number, of which this manifest is one. */
export async function listClaimsOf(
  tx: Tx,
  { manifestId, number }: Pick<Clash, 'manifestId' | 'number'>,
): Promise<string[]> {
  const { id, reason, otherManifestId, settledAt } = numberClashes;
  const isOne = or(eq(numberClashes.manifestId, manifestId), eq(otherManifestId, manifestId));
  const claimed = and(eq(reason, 'number_claimed'), eq(numberClashes.number, number), isNull(settledAt));
  return (await tx.select({ id }).from(numberClashes).where(and(isOne, claimed))).map((row) => row.id);
}

/** Lists the ids of the open clashes in which a partner states another number than the manifest has. */
export async function listContradictionsOf(
  tx: Tx,
  { manifestId, source }: Pick<Clash, 'manifestId' | 'source'>,
): Promise<string[]> {
  const stated = and(eq(numberClashes.source, source), eq(numberClashes.reason, 'other_number'));
  const { id } = numberClashes;
  return (
    await tx
      .select({ id })
      .from(numberClashes)
      .where(and(openOf(manifestId), stated))
  ).map((row) => row.id);
}

const openOf = (manifestId: string) => and(eq(numberClashes.manifestId, manifestId), isNull(numberClashes.settledAt));
