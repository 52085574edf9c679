/** Reads and writes signing keys. Contains no rule. */
import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { SigningKey } from './signing-key.ts';
import { signingKeys } from './tables.ts';

export async function listSigningKeys(db: Reader): Promise<SigningKey[]> {
  return db.select().from(signingKeys).orderBy(signingKeys.signsFrom);
}

/** Keeps other processes from making a key until this transaction ends. */
export async function lockSigningKeys(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table identity_signing_keys in exclusive mode`);
}

export async function insertSigningKey(tx: Tx, key: SigningKey): Promise<void> {
  await tx.insert(signingKeys).values(key);
}
