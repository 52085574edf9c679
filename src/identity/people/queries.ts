/** Lists of people, without the hashes of passwords. */
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { equals, page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { type PersonListQuery, type PersonResponse, toPersonResponse } from './schemas.ts';
import { people } from './tables.ts';

export function listPeople(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof PersonListQuery>,
): Promise<Page<z.infer<typeof PersonResponse>>> {
  const { partyId, state } = query;
  return page(db, people, {
    query,
    where: [
      whereVisible(visibility, { parties: [people.partyId] }),
      equals(people.partyId, partyId),
      equals(people.state, state),
    ],
    toItem: toPersonResponse,
  });
}
