/** Lists of clients, without the hashes of secrets. */
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { type ClientListQuery, type ClientResponse, toClientResponse } from './schemas.ts';
import { clients } from './tables.ts';

export function listClients(
  db: Reader,
  query: z.infer<typeof ClientListQuery>,
): Promise<Page<z.infer<typeof ClientResponse>>> {
  return page(db, clients, { query, toItem: toClientResponse });
}
