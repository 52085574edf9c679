/** Lists of clients. Secrets and their hashes are never among what is read. */
import { asc, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { type Page, placeOf, toPage } from '../../platform/http/index.ts';
import { clients } from '../tables.ts';
import { type ClientListQuery, type ClientResponse, toClientResponse } from './schemas.ts';

export async function listClients(
  db: Reader,
  query: z.infer<typeof ClientListQuery>,
): Promise<Page<z.infer<typeof ClientResponse>>> {
  const after = placeOf(query.cursor, z.uuid());
  const rows = await db
    .select()
    .from(clients)
    .where(after === undefined ? undefined : gt(clients.id, after))
    .orderBy(asc(clients.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, ({ id }) => id, toClientResponse);
}
