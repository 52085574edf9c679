/** Lists of organisations, sites and licences: a public register, personal data left out. */
import { and, asc, eq, gt, ilike, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../platform/database/db.ts';
import { type Page, type PageQuery, placeOf, toPage } from '../platform/http/index.ts';
import {
  type LicenceResponse,
  type PartyListQuery,
  type PartyResponse,
  type SiteListQuery,
  type SiteResponse,
  toLicenceResponse,
  toPartyResponse,
  toSiteResponse,
} from './schemas.ts';
import { licenceStates, licences, parties, sites } from './tables.ts';

export async function listParties(
  db: Reader,
  query: z.infer<typeof PartyListQuery>,
): Promise<Page<z.infer<typeof PartyResponse>>> {
  const after = placeOf(query.cursor, z.uuid());
  const rows = await db
    .select()
    .from(parties)
    .where(
      and(
        after === undefined ? undefined : gt(parties.id, after),
        query.uscc === undefined ? undefined : eq(parties.uscc, query.uscc),
        query.name === undefined ? undefined : ilike(parties.name, `%${query.name.replace(/[\\%_]/g, '\\$&')}%`),
        query.state === undefined ? undefined : eq(parties.state, query.state),
        query.provinceCode === undefined ? undefined : eq(parties.provinceCode, query.provinceCode),
      ),
    )
    .orderBy(asc(parties.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, ({ id }) => id, toPartyResponse);
}

export async function listSites(
  db: Reader,
  query: z.infer<typeof SiteListQuery>,
): Promise<Page<z.infer<typeof SiteResponse>>> {
  const after = placeOf(query.cursor, z.uuid());
  const rows = await db
    .select()
    .from(sites)
    .where(
      and(
        after === undefined ? undefined : gt(sites.id, after),
        query.partyId === undefined ? undefined : eq(sites.partyId, query.partyId),
        query.kind === undefined ? undefined : eq(sites.kind, query.kind),
      ),
    )
    .orderBy(asc(sites.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, ({ id }) => id, toSiteResponse);
}

export async function listLicencesOf(
  db: Reader,
  partyId: string,
  { limit, cursor }: z.infer<typeof PageQuery>,
): Promise<Page<z.infer<typeof LicenceResponse>>> {
  const after = placeOf(cursor, z.uuid());
  const rows = await db
    .select()
    .from(licences)
    .where(and(eq(licences.partyId, partyId), after === undefined ? undefined : gt(licences.id, after)))
    .orderBy(asc(licences.id))
    .limit(limit + 1);
  const ids = rows.map(({ id }) => id);
  const changes = await db
    .select()
    .from(licenceStates)
    .where(inArray(licenceStates.licenceId, ids))
    .orderBy(asc(licenceStates.number));
  const byLicence = Map.groupBy(changes, ({ licenceId }) => licenceId);
  return toPage(
    rows,
    limit,
    ({ id }) => id,
    (row) => toLicenceResponse(row, byLicence.get(row.id)),
  );
}
