/** Reads and writes many records in one statement. */
import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { comparedForm } from '../../core/identifiers/spelling.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { type Contact, type Licence, type Party, type Site, withCode } from '../party.ts';
import { insertContacts } from '../store.ts';
import { licences, parties, partyContacts, sites, vehicles } from '../tables.ts';
import type { Vehicle } from '../vehicles/vehicle.ts';
import type { ImportKind } from './columns.ts';
import type { Nouns } from './record-kind.ts';

/** Matches a column with many values, sent as one parameter. */
function among(column: PgColumn, values: Iterable<string>): SQL {
  const list = JSON.stringify([...new Set(values)]);
  return sql`${column} in (select value::${sql.raw(column.getSQLType())} from jsonb_array_elements_text(${list}::jsonb))`;
}

const either = (...conditions: SQL[]): SQL => sql.join(conditions, sql` or `);

/** Makes other imports wait until the transaction ends. */
export async function lockRegister(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('register-import'))`);
}

/** Lists the organisations with one of the codes or ids. */
export async function findPartiesAmong(
  db: Reader,
  named: { readonly usccs: readonly string[]; readonly ids: readonly string[] },
): Promise<Party[]> {
  const rows = await db
    .select()
    .from(parties)
    .where(either(among(parties.uscc, named.usccs), among(parties.id, named.ids)));
  return rows.map((row) => withCode(row));
}

/** Lists organisations that may be the same: by code, by id, and by name for those without a code. */
async function findPartiesLike(db: Reader, drafts: readonly Party[]): Promise<(Party & Contact)[]> {
  const usccs = drafts.flatMap(({ uscc }) => uscc ?? []);
  const names = drafts.filter(({ uscc }) => uscc === null).map(({ name }) => comparedForm(name));
  const ids = drafts.map(({ id }) => id);
  const conditions = [among(parties.uscc, usccs), among(parties.id, ids)];
  const named = JSON.stringify([...new Set(names)]);
  const nameless = sql`(${parties.uscc} is null and compared_form(${parties.name}) in (
    select value from jsonb_array_elements_text(${named}::jsonb)))`;
  const { contactName, contactPhone } = partyContacts;
  const rows = await db
    .select({ ...getTableColumns(parties), contactName, contactPhone })
    .from(parties)
    .leftJoin(partyContacts, eq(partyContacts.partyId, parties.id))
    .where(either(...conditions, nameless));
  return rows.map((row) => withCode(row));
}

type Owned = { readonly id: string; readonly partyId: string };
const partiesOf = (drafts: readonly Owned[]) => drafts.map(({ partyId }) => partyId);
const idsOf = (drafts: readonly { readonly id: string }[]) => drafts.map(({ id }) => id);

/** Lists all sites of the same organisations, and those with the same ids. */
async function findSitesLike(db: Reader, drafts: readonly Owned[]): Promise<Site[]> {
  return db
    .select()
    .from(sites)
    .where(either(among(sites.partyId, partiesOf(drafts)), among(sites.id, idsOf(drafts))));
}

/** Lists all licences of the same organisations, and those with the same ids. */
async function findLicencesLike(db: Reader, drafts: readonly Owned[]): Promise<Licence[]> {
  return db
    .select()
    .from(licences)
    .where(either(among(licences.partyId, partiesOf(drafts)), among(licences.id, idsOf(drafts))));
}

/** Lists all vehicles of the same organisations, and those with the same ids. */
async function findVehiclesLike(db: Reader, drafts: readonly Owned[]): Promise<Vehicle[]> {
  return db
    .select()
    .from(vehicles)
    .where(either(among(vehicles.partyId, partiesOf(drafts)), among(vehicles.id, idsOf(drafts))));
}

async function insertParties(tx: Tx, rows: readonly (Party & Contact)[]): Promise<number> {
  const made = await tx
    .insert(parties)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: parties.id });
  const ids = new Set(made.map(({ id }) => id));
  await insertContacts(
    tx,
    rows.filter(({ id }) => ids.has(id)),
  );
  return made.length;
}

async function insertSites(tx: Tx, rows: readonly Site[]): Promise<number> {
  return (
    await tx
      .insert(sites)
      .values([...rows])
      .onConflictDoNothing()
      .returning({ id: sites.id })
  ).length;
}

async function insertLicences(tx: Tx, rows: readonly Licence[]): Promise<number> {
  const values = rows.map((row) => ({ ...row, wasteCodes: [...row.wasteCodes] }));
  return (await tx.insert(licences).values(values).onConflictDoNothing().returning({ id: licences.id })).length;
}

async function insertVehicles(tx: Tx, rows: readonly Vehicle[]): Promise<number> {
  return (
    await tx
      .insert(vehicles)
      .values([...rows])
      .onConflictDoNothing()
      .returning({ id: vehicles.id })
  ).length;
}

type RecordStore<Noun> = {
  /** Lists all registered records that may be duplicates of the given ones. */
  readonly findLike: (db: Reader, nouns: readonly Noun[]) => Promise<Noun[]>;
  /** Inserts new records and returns their number; leaves existing ones unchanged. */
  readonly insert: (tx: Tx, nouns: readonly Noun[]) => Promise<number>;
};

export const RECORD_STORES: { readonly [Kind in ImportKind]: RecordStore<Nouns[Kind]> } = {
  parties: { findLike: findPartiesLike, insert: insertParties },
  sites: { findLike: findSitesLike, insert: insertSites },
  licences: { findLike: findLicencesLike, insert: insertLicences },
  vehicles: { findLike: findVehiclesLike, insert: insertVehicles },
};
