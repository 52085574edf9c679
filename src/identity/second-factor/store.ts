/** Reads and writes second factors. Contains no rule. */
import { and, arrayContains, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import type { SecondFactor } from './second-factor.ts';
import { secondFactors } from './tables.ts';

export async function findSecondFactor(db: Reader, personId: string): Promise<SecondFactor | undefined> {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.personId, personId));
  return row === undefined || row.encrypted === null ? undefined : { ...row, encrypted: row.encrypted };
}

/** Stores a second factor. @returns false when the person has one already */
export async function insertSecondFactor(tx: Tx, factor: SecondFactor): Promise<boolean> {
  const { personId: _, ...set } = { ...factor, recoveryHashes: [...factor.recoveryHashes] };
  const { rowCount } = await tx
    .insert(secondFactors)
    .values({ ...factor, recoveryHashes: [...factor.recoveryHashes] })
    .onConflictDoUpdate({ target: secondFactors.personId, set, setWhere: sql`${secondFactors.encrypted} is null` });
  return rowCount === 1;
}

/** Marks a step as used. @returns false when this or a later step was used before; of two concurrent calls, one returns true */
export async function useStep(db: Db, personId: string, step: number): Promise<boolean> {
  const isNewer = and(eq(secondFactors.personId, personId), lt(secondFactors.lastStep, step));
  const { rowCount } = await db.update(secondFactors).set({ lastStep: step }).where(isNewer);
  return rowCount === 1;
}

/** Removes a recovery code. @returns false when it is unknown or used; of two concurrent calls, one returns true */
export async function useRecoveryCode(tx: Tx, personId: string, hash: string): Promise<boolean> {
  const { recoveryHashes } = secondFactors;
  const { rowCount } = await tx
    .update(secondFactors)
    .set({ recoveryHashes: sql`array_remove(${recoveryHashes}, ${hash})` })
    .where(and(eq(secondFactors.personId, personId), arrayContains(recoveryHashes, [hash])));
  return rowCount === 1;
}

/** Forgets the secret and the recovery codes of a person. @returns false when there were none */
export async function forgetSecondFactor(tx: Tx, personId: string): Promise<boolean> {
  const { rowCount } = await tx
    .update(secondFactors)
    .set({ encrypted: null, recoveryHashes: [] })
    .where(and(eq(secondFactors.personId, personId), isNotNull(secondFactors.encrypted)));
  return rowCount === 1;
}
