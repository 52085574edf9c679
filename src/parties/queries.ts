/** Lists of organisations, sites and licences: a public register without personal data. */
import { and, arrayContains, asc, eq, ilike, inArray, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Language } from '../core/messages/language.ts';
import type { Reader } from '../platform/database/db.ts';
import { equals, page } from '../platform/database/page.ts';
import type { Page, PageQuery } from '../platform/http/index.ts';
import { withCode } from './party.ts';
import { partyProblem } from './problems.ts';
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

export function listParties(
  db: Reader,
  query: z.infer<typeof PartyListQuery>,
  language: Language,
): Promise<Page<z.infer<typeof PartyResponse>>> {
  const { uscc, name, state, provinceCode, warning } = query;
  return page(db, parties, {
    query,
    where: [
      equals(parties.uscc, uscc),
      name === undefined ? undefined : ilike(parties.name, `%${name.replace(/[\\%_]/g, '\\$&')}%`),
      equals(parties.state, state),
      equals(parties.provinceCode, provinceCode),
      warnedOf(parties, warning),
    ],
    toItem: (row) => toPartyResponse(withCode(row), language),
  });
}

export function listSites(
  db: Reader,
  query: z.infer<typeof SiteListQuery>,
  language: Language,
): Promise<Page<z.infer<typeof SiteResponse>>> {
  const where = [equals(sites.partyId, query.partyId), equals(sites.kind, query.kind), warnedOf(sites, query.warning)];
  return page(db, sites, { query, where, toItem: (row) => toSiteResponse(row, language) });
}

/** Matches records with a warning; the index of warned records serves both forms. */
function warnedOf({ warnings }: typeof parties | typeof sites, warning: string | undefined): SQL | undefined {
  if (warning === undefined) return undefined;
  const any = sql`${warnings} <> '{}'`;
  return warning === 'any' ? any : and(any, arrayContains(warnings, [warning]));
}

/** Reads a site. @throws Problem `site-missing` */
export async function readSite(db: Reader, id: string, language: Language): Promise<z.infer<typeof SiteResponse>> {
  const [site] = await db.select().from(sites).where(eq(sites.id, id));
  if (!site) throw partyProblem('site-missing', { id, pointer: '#/params/id' });
  return toSiteResponse(site, language);
}

export async function listLicencesOf(
  db: Reader,
  partyId: string,
  query: z.infer<typeof PageQuery>,
): Promise<Page<z.infer<typeof LicenceResponse>>> {
  const { items, nextCursor } = await page(db, licences, {
    query,
    where: [eq(licences.partyId, partyId)],
    toItem: (row) => row,
  });
  const ids = items.map(({ id }) => id);
  const changes = await changesOf(db, ids);
  const byLicence = Map.groupBy(changes, ({ licenceId }) => licenceId);
  return { items: items.map((row) => toLicenceResponse(row, byLicence.get(row.id))), nextCursor };
}

/** Reads a licence of an organisation with its changes. @throws Problem `licence-unknown` */
export async function readLicenceOf(db: Reader, partyId: string, id: string): Promise<z.infer<typeof LicenceResponse>> {
  const [licence] = await db
    .select()
    .from(licences)
    .where(and(eq(licences.id, id), eq(licences.partyId, partyId)));
  if (!licence) throw partyProblem('licence-unknown', { id, pointer: '#/params/licenceId' });
  return toLicenceResponse(licence, await changesOf(db, [id]));
}

const changesOf = (db: Reader, licenceIds: readonly string[]) =>
  db
    .select()
    .from(licenceStates)
    .where(inArray(licenceStates.licenceId, [...licenceIds]))
    .orderBy(asc(licenceStates.number));
