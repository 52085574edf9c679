/** How organisations and licences stand, and how they came to. Rows in, nouns out. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/db.ts';
import type { LicenceChange } from './licence-state.ts';
import type { Licence, Party } from './party.ts';
import type { PartyChange, PartyStanding } from './party-state.ts';
import { licenceStates, licences, parties, partyStates } from './tables.ts';

/** Reads an organisation and holds its row until the transaction ends. */
export async function lockParty(tx: Tx, id: string): Promise<Party | undefined> {
  const [row] = await tx.select().from(parties).where(eq(parties.id, id)).for('update');
  return row;
}

/** The standings of organisations, in one query. */
export async function listStandings(db: Reader, ids: readonly string[]): Promise<PartyStanding[]> {
  const rows = await db
    .select({ id: parties.id, name: parties.name, state: parties.state, change: partyStates })
    .from(parties)
    .leftJoin(partyStates, eq(partyStates.partyId, parties.id))
    .where(inArray(parties.id, [...new Set(ids)]))
    .orderBy(asc(partyStates.number));
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { id, name, state } = first;
    return [{ id, name, state, changes: own.flatMap(({ change }) => change ?? []) }];
  });
}

export async function listPartyChanges(db: Reader, partyId: string): Promise<PartyChange[]> {
  return db.select().from(partyStates).where(eq(partyStates.partyId, partyId)).orderBy(asc(partyStates.number));
}

export async function insertPartyChange(tx: Tx, change: PartyChange): Promise<void> {
  await tx.insert(partyStates).values(change);
  await tx.update(parties).set({ state: change.state }).where(eq(parties.id, change.partyId));
}

/** Reads a licence of an organisation and holds its row until the transaction ends. */
export async function lockLicence(tx: Tx, id: string, partyId: string): Promise<Licence | undefined> {
  const [row] = await tx
    .select()
    .from(licences)
    .where(and(eq(licences.id, id), eq(licences.partyId, partyId)))
    .for('update');
  return row;
}

/** What became of licences, oldest first. */
export async function listLicenceChanges(db: Reader, licenceIds: readonly string[]): Promise<LicenceChange[]> {
  if (licenceIds.length === 0) return [];
  return db
    .select()
    .from(licenceStates)
    .where(inArray(licenceStates.licenceId, [...licenceIds]))
    .orderBy(asc(licenceStates.licenceId), asc(licenceStates.number));
}

export async function insertLicenceChange(tx: Tx, change: LicenceChange): Promise<void> {
  await tx.insert(licenceStates).values(change);
}
