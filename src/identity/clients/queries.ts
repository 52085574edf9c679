/** Clients, without the hashes of secrets. */
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { clientProblem } from './problems.ts';
import { type ClientListQuery, type ClientResponse, toClientResponse } from './schemas.ts';
import { clients } from './tables.ts';

export function listClients(
  db: Reader,
  query: z.infer<typeof ClientListQuery>,
): Promise<Page<z.infer<typeof ClientResponse>>> {
  return page(db, clients, { query, toItem: toClientResponse });
}

/** Reads a client. @throws Problem `client-missing` */
export async function readClient(db: Reader, id: string): Promise<z.infer<typeof ClientResponse>> {
  const [client] = await db.select().from(clients).where(eq(clients.id, id));
  if (!client) throw clientProblem('client-missing', { id });
  return toClientResponse(client);
}
