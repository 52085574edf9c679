/** Reads and writes the qualifications of laboratories. Contains no rule. */
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { qualifications } from '../tables.ts';
import type { Qualification } from './qualification.ts';

const PhoneRow = z.object({ phone: z.string() });

/** Returns false, and inserts nothing, if the qualification is already registered. */
export async function insertQualification(tx: Tx, qualification: Qualification): Promise<boolean> {
  return (await tx.insert(qualifications).values(qualification).onConflictDoNothing().returning()).length === 1;
}

export async function listQualifications(db: Reader, partyId: string): Promise<Qualification[]> {
  return db.select().from(qualifications).where(eq(qualifications.partyId, partyId));
}

/** Lists the telephone numbers of the contact and of the people of an organisation, each once. */
export async function listPhones(tx: Tx, partyId: string): Promise<string[]> {
  const { rows } = await tx.execute(sql`
    select contact_phone as phone from party_contacts where party_id = ${partyId} and contact_phone is not null
    union
    select person_phone from identity_people where party_id = ${partyId} and person_phone is not null`);
  return z
    .array(PhoneRow)
    .parse(rows)
    .map(({ phone }) => phone);
}
