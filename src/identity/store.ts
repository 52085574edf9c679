/** Rows in, clients, keys and records out. No rule lives here. */
import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../platform/database/db.ts';
import type { Client } from './clients/client.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { clients, records, signingKeys } from './tables.ts';

export async function insertClient(tx: Tx, client: Client): Promise<void> {
  const { roles, scopes, redirectUris } = client;
  const lists = { roles: [...roles], scopes: [...scopes], redirectUris: [...redirectUris] };
  await tx.insert(clients).values({ ...client, ...lists });
}

export async function findClient(db: Reader, id: string): Promise<Client | undefined> {
  const [row] = await db.select().from(clients).where(eq(clients.id, id));
  return row;
}

export async function lockClient(tx: Tx, id: string): Promise<Client | undefined> {
  const [row] = await tx.select().from(clients).where(eq(clients.id, id)).for('update');
  return row;
}

export async function updateClient(tx: Tx, { id, secrets, revokedAt }: Client): Promise<void> {
  await tx.update(clients).set({ secrets, revokedAt }).where(eq(clients.id, id));
}

/** Clients revoked later than an instant. */
export async function listRevokedSince(db: Reader, since: Date): Promise<string[]> {
  const rows = await db.select({ id: clients.id }).from(clients).where(gt(clients.revokedAt, since));
  return rows.map(({ id }) => id);
}

export async function listSigningKeys(db: Reader): Promise<SigningKey[]> {
  return db.select().from(signingKeys).orderBy(signingKeys.signsFrom);
}

/** Nobody else makes a key until this transaction ends. */
export async function lockSigningKeys(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table identity_signing_keys in exclusive mode`);
}

export async function insertSigningKey(tx: Tx, key: SigningKey): Promise<void> {
  await tx.insert(signingKeys).values(key);
}

export async function findRecord(db: Reader, model: string, id: string, now: Date): Promise<object | undefined> {
  const [row] = await db
    .select({ payload: records.payload })
    .from(records)
    .where(and(eq(records.model, model), eq(records.id, id), gt(records.expiresAt, now)));
  return row?.payload;
}

type Expiring = { readonly payload: object; readonly expiresAt: Date };

/** Answers false when there is one of that name already that has not expired. */
export async function insertRecord(
  db: Db,
  model: string,
  id: string,
  { payload, expiresAt, now }: Expiring & { readonly now: Date },
): Promise<boolean> {
  const { rowCount } = await db
    .insert(records)
    .values({ model, id, payload, expiresAt })
    .onConflictDoUpdate({
      target: [records.model, records.id],
      set: { payload, expiresAt },
      setWhere: lte(records.expiresAt, now),
    });
  return rowCount === 1;
}

export async function purgeRecords(db: Db, now: Date): Promise<void> {
  await db.delete(records).where(lte(records.expiresAt, now));
}
