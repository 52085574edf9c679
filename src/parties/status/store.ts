/** Reads and writes states of organisations and licences, with their histories. Contains no rule. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { type Licence, type Party, withCode } from '../party.ts';
import { licenceStates, licences, parties, partyStates } from '../tables.ts';
import type { LicenceChange } from './licence-state.ts';
import type { PartyChange, PartyStatus } from './party-state.ts';

/**
 * Reads an organisation and locks its row until the transaction ends, so that acts in its name wait: see
 * `lockStatuses`. Rows that only refer to it, such as a new licence, do not wait.
 */
export async function lockParty(tx: Tx, id: string): Promise<Party | undefined> {
  const [row] = await tx.select().from(parties).where(eq(parties.id, id)).for('no key update');
  return row && withCode(row);
}

/**
 * Reads and locks the statuses of organisations until the transaction ends. Acts share the locks, so they do not wait
 * for each other. A step of the authority waits for earlier acts, and later acts wait for the step. Rows are locked in
 * the order of their ids, against deadlocks.
 */
export async function lockStatuses(tx: Tx, ids: readonly string[]): Promise<PartyStatus[]> {
  const distinct = [...new Set(ids)];
  const rows = await tx
    .select({ id: parties.id, name: parties.name, state: parties.state })
    .from(parties)
    .where(inArray(parties.id, distinct))
    .orderBy(asc(parties.id))
    .for('share');
  // A separate statement, whose snapshot includes the transaction for which the first one waited.
  const changes = await tx
    .select()
    .from(partyStates)
    .where(inArray(partyStates.partyId, distinct))
    .orderBy(asc(partyStates.number));
  return rows.map((row) => ({ ...row, changes: changes.filter(({ partyId }) => partyId === row.id) }));
}

export async function listPartyChanges(db: Reader, partyId: string): Promise<PartyChange[]> {
  return db.select().from(partyStates).where(eq(partyStates.partyId, partyId)).orderBy(asc(partyStates.number));
}

export async function insertPartyChange(tx: Tx, change: PartyChange): Promise<void> {
  await tx.insert(partyStates).values(change);
  const { state, at: stateSince } = change;
  await tx.update(parties).set({ state, stateSince }).where(eq(parties.id, change.partyId));
}

/** Reads a licence of an organisation and locks its row until the transaction ends, so that acts under it wait. */
export async function lockLicence(tx: Tx, id: string, partyId: string): Promise<Licence | undefined> {
  const [row] = await tx
    .select()
    .from(licences)
    .where(and(eq(licences.id, id), eq(licences.partyId, partyId)))
    .for('no key update');
  return row;
}

/** Locks licences until the transaction ends, in the order of their ids. */
export async function lockLicences(tx: Tx, ids: readonly string[], lock: 'share' | 'no key update'): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .select({ id: licences.id })
    .from(licences)
    .where(inArray(licences.id, [...ids]))
    .orderBy(asc(licences.id))
    .for(lock);
}

/** Lists the changes of licences, oldest first. */
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
  // The history is part of the licence that readers see, so its version rises.
  await tx.update(licences).set({ version: sql`version + 1` }).where(eq(licences.id, change.licenceId));
}
