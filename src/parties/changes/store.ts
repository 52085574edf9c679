/** Reads and writes registered records that change, and their changes. Contains no rule. */
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import { violatesUnique } from '../../platform/database/outage.ts';
import { type Contact, type Licence, type Party, type Site, withCode } from '../party.ts';
import { licences, parties, partyContacts, registerChanges, sites, vehicles } from '../tables.ts';
import type { Vehicle } from '../vehicles/vehicle.ts';
import type { RegisterChange } from './change.ts';

export async function insertChange(tx: Tx, change: RegisterChange): Promise<void> {
  await tx.insert(registerChanges).values(change);
}

/** Reads an organisation with its contact. Its row is locked until the transaction ends: acts in its name wait. */
export async function lockPartyWithContact(tx: Tx, id: string): Promise<(Party & Contact) | undefined> {
  const [row] = await tx.select().from(parties).where(eq(parties.id, id)).for('no key update');
  if (!row) return undefined;
  const { contactName, contactPhone } = partyContacts;
  const [contact] = await tx
    .select({ contactName, contactPhone })
    .from(partyContacts)
    .where(eq(partyContacts.partyId, id));
  return withCode({ ...row, ...(contact ?? { contactName: null, contactPhone: null }) });
}

export async function lockSite(tx: Tx, id: string): Promise<Site | undefined> {
  const [row] = await tx.select().from(sites).where(eq(sites.id, id)).for('no key update');
  return row;
}

export async function lockVehicle(tx: Tx, id: string, partyId: string): Promise<Vehicle | undefined> {
  const [row] = await tx
    .select()
    .from(vehicles)
    .where(and(eq(vehicles.id, id), eq(vehicles.partyId, partyId)))
    .for('no key update');
  return row;
}

/** Writes the members of an organisation. @returns false when another one has the code */
export function updateParty(tx: Tx, party: Party): Promise<boolean> {
  const { id, uscc, usccMissingReason, name, provinceCode, divisionCode, address, warnings } = party;
  const row = { uscc, usccMissingReason, name, provinceCode, divisionCode, address, warnings };
  return unlessTaken(() => tx.update(parties).set(row).where(eq(parties.id, id)));
}

/** Raises the version of an organisation whose row stays as it is. */
export async function raiseVersion(tx: Tx, id: string): Promise<void> {
  await tx.update(parties).set({ version: sql`version + 1` }).where(eq(parties.id, id));
}

/** Writes the contact of an organisation. */
export async function upsertContact(
  tx: Tx,
  { id: partyId, contactName, contactPhone }: Party & Contact,
): Promise<void> {
  const contact = { contactName, contactPhone };
  await tx
    .insert(partyContacts)
    .values({ partyId, ...contact })
    .onConflictDoUpdate({ target: partyContacts.partyId, set: contact });
}

export async function updateSite(tx: Tx, site: Site): Promise<void> {
  const { id, kind, name, storageLimitGrams, storageLimitDays, warnings } = site;
  const { divisionCode, address, latitude, longitude } = site;
  const place = { divisionCode, address, latitude, longitude };
  await tx
    .update(sites)
    .set({ kind, name, ...place, storageLimitGrams, storageLimitDays, warnings })
    .where(eq(sites.id, id));
}

/** Writes the members of a licence. @returns false when the organisation has one with this number and first day */
export function updateLicence(tx: Tx, { id, wasteCodes, ...licence }: Licence): Promise<boolean> {
  const { number, mode, annualLimitGrams, validFrom, validTo, issuer, fileName, fileSha256 } = licence;
  const row = { number, mode, annualLimitGrams, validFrom, validTo, issuer, fileName, fileSha256 };
  const doublesId = licence.doublesId ?? null;
  return unlessTaken(() =>
    tx
      .update(licences)
      .set({ ...row, doublesId, wasteCodes: [...wasteCodes] })
      .where(eq(licences.id, id)),
  );
}

/** Writes the members of a vehicle. @returns false when the organisation has one with this plate and permit */
export function updateVehicle(tx: Tx, { id, ...vehicle }: Vehicle): Promise<boolean> {
  const { plate, plateColor, trailer, permitNumber, permitValidFrom, permitValidTo, doublesId = null } = vehicle;
  const row = { plate, plateColor, trailer, permitNumber, permitValidFrom, permitValidTo, doublesId };
  return unlessTaken(() => tx.update(vehicles).set(row).where(eq(vehicles.id, id)));
}

/** Makes an update. A row with the same unique values ends the transaction, so the caller must throw. */
async function unlessTaken(update: () => PromiseLike<unknown>): Promise<boolean> {
  try {
    await update();
    return true;
  } catch (error) {
    if (violatesUnique(error)) return false;
    throw error;
  }
}
