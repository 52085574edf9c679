/** Reads and writes organisations, sites and licences. Contains no rule. */
import { and, asc, eq, ne, notExists } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { type Contact, type Licence, type Party, type Site, withCode } from './party.ts';
import { licences, parties, partyContacts, sites } from './tables.ts';

export async function findParty(db: Reader, id: string): Promise<Party | undefined> {
  const [row] = await db.select().from(parties).where(eq(parties.id, id));
  return row && withCode(row);
}

export async function findPartyByUscc(db: Reader, uscc: string): Promise<Party | undefined> {
  const [row] = await db.select().from(parties).where(eq(parties.uscc, uscc));
  return row && withCode(row);
}

export async function findSite(db: Reader, id: string): Promise<Site | undefined> {
  const [row] = await db.select().from(sites).where(eq(sites.id, id));
  return row;
}

/** Lists the licences of an organisation, by the first day of their validity. */
export async function listLicences(db: Reader, partyId: string): Promise<Licence[]> {
  return db
    .select()
    .from(licences)
    .where(eq(licences.partyId, partyId))
    .orderBy(asc(licences.validFrom), asc(licences.id));
}

/** Returns false, and inserts nothing, if the code of the organisation is already registered. */
export async function insertParty(tx: Tx, party: Party & Contact): Promise<boolean> {
  const rows = await tx.insert(parties).values(party).onConflictDoNothing({ target: parties.uscc }).returning();
  await insertContacts(tx, rows.length === 1 ? [party] : []);
  return rows.length === 1;
}

/**
 * Replaces an organisation with the same code that a manifest of another province named there. It keeps its id, because
 * manifests refer to it. Returns the id and the version; undefined when there is no such organisation. One with a contact was registered
 * by a person and stays.
 */
export async function replaceForeignParty(
  tx: Tx,
  party: Party & Contact,
): Promise<Pick<Party, 'id' | 'version'> | undefined> {
  const { uscc, name, provinceCode, divisionCode, address, state, registeredAt, warnings = [] } = party;
  const { contactName, contactPhone } = party;
  if (uscc === null) return undefined;
  const [row] = await tx
    .update(parties)
    .set({ name, provinceCode, divisionCode, address, state, registeredAt, warnings })
    .where(
      and(
        eq(parties.uscc, uscc),
        ne(parties.provinceCode, provinceCode),
        notExists(tx.select().from(partyContacts).where(eq(partyContacts.partyId, parties.id))),
      ),
    )
    .returning({ id: parties.id, version: parties.version });
  if (!row) return undefined;
  await insertContacts(tx, [{ id: row.id, contactName, contactPhone }]);
  return row;
}

/** Inserts the contacts that have a name or a telephone number. */
export async function insertContacts(tx: Tx, of: readonly (Contact & Pick<Party, 'id'>)[]): Promise<void> {
  const named = of.filter(({ contactName, contactPhone }) => contactName !== null || contactPhone !== null);
  if (named.length === 0) return;
  await tx.insert(partyContacts).values(named.map(({ id: partyId, ...contact }) => ({ ...contact, partyId })));
}

export async function insertSite(tx: Tx, site: Site): Promise<void> {
  await tx.insert(sites).values(site);
}

/** Returns false, and inserts nothing, if the licence is already registered. */
export async function insertLicence(tx: Tx, licence: Licence): Promise<boolean> {
  const rows = await tx
    .insert(licences)
    .values({ ...licence, wasteCodes: [...licence.wasteCodes] })
    .onConflictDoNothing()
    .returning();
  return rows.length === 1;
}

export async function listSitesOf(db: Reader, partyId: string): Promise<Site[]> {
  return db.select().from(sites).where(eq(sites.partyId, partyId)).orderBy(asc(sites.id));
}

/** Finds a site of an organisation. */
export async function findSiteOf(db: Reader, id: string, partyId: string): Promise<Site | undefined> {
  const [row] = await db
    .select()
    .from(sites)
    .where(and(eq(sites.id, id), eq(sites.partyId, partyId)));
  return row;
}
