/** Reads and writes clients. Contains no rule. */
import { eq, gt } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Client } from './client.ts';
import { clients } from './tables.ts';

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

/** Updates secrets and revocation, and returns the client in the new version. */
export async function updateClient(tx: Tx, client: Client): Promise<Client> {
  const { id, secrets, revokedAt } = client;
  await tx.update(clients).set({ secrets, revokedAt }).where(eq(clients.id, id));
  return { ...client, version: client.version + 1 };
}

/** Updates what is registered of a client. */
export async function updateDescription(tx: Tx, { id, name, dpopRequired, ...client }: Client): Promise<void> {
  const [roles, scopes, redirectUris] = [[...client.roles], [...client.scopes], [...client.redirectUris]];
  await tx.update(clients).set({ name, dpopRequired, roles, scopes, redirectUris }).where(eq(clients.id, id));
}

/** Lists the ids of clients that were revoked after an instant. */
export async function listClientsRevokedSince(db: Reader, since: Date): Promise<string[]> {
  const rows = await db.select({ id: clients.id }).from(clients).where(gt(clients.revokedAt, since));
  return rows.map(({ id }) => id);
}
