/** Reads and writes names of assertions and proofs that may be used once, shared by all processes. Contains no rule. */
import { lte } from 'drizzle-orm';
import type { Db } from '../../platform/database/db.ts';
import { usedNames } from './tables.ts';

/** `Proof`: shown with a request to the API. `ReplayDetection`: a proof or assertion shown to obtain a token. */
export type UsedName = { readonly kind: 'Proof' | 'ReplayDetection'; readonly name: string; readonly expiresAt: Date };

/** Records the use of a name. @returns false when the name was used before and has not expired */
export async function insertUsedName(db: Db, { kind, name, expiresAt }: UsedName, now: Date): Promise<boolean> {
  const { rowCount } = await db
    .insert(usedNames)
    .values({ kind, name, payload: {}, expiresAt })
    .onConflictDoUpdate({
      target: [usedNames.kind, usedNames.name],
      set: { expiresAt },
      setWhere: lte(usedNames.expiresAt, now),
    });
  return rowCount === 1;
}

export async function purgeUsedNames(db: Db, now: Date): Promise<void> {
  await db.delete(usedNames).where(lte(usedNames.expiresAt, now));
}
