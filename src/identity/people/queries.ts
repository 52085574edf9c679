/** Lists of people. What passwords are kept as is never told. */
import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { type Page, placeOf, toPage } from '../../platform/http/index.ts';
import { type PersonListQuery, type PersonResponse, toPersonResponse } from './schemas.ts';
import { people } from './tables.ts';

export async function listPeople(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof PersonListQuery>,
): Promise<Page<z.infer<typeof PersonResponse>>> {
  const after = placeOf(query.cursor, z.uuid());
  const rows = await db
    .select()
    .from(people)
    .where(
      and(
        whereVisible(visibility, { parties: [people.partyId] }),
        after === undefined ? undefined : gt(people.id, after),
        query.partyId === undefined ? undefined : eq(people.partyId, query.partyId),
        query.state === undefined ? undefined : eq(people.state, query.state),
      ),
    )
    .orderBy(asc(people.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, ({ id }) => id, toPersonResponse);
}
