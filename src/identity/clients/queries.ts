/** Lists of clients. Secrets and their hashes are never among what is read. */
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { clients } from '../tables.ts';
import { type ClientListQuery, type ClientResponse, toClientResponse } from './schemas.ts';

export function listClients(
  db: Reader,
  query: z.infer<typeof ClientListQuery>,
): Promise<Page<z.infer<typeof ClientResponse>>> {
  return page(db, clients, { query, toItem: toClientResponse });
}
