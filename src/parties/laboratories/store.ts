/** Reads and writes the qualifications of laboratories. Contains no rule. */
import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { qualifications } from '../tables.ts';
import type { Qualification } from './qualification.ts';

/** Returns false, and inserts nothing, if the qualification is already registered. */
export async function insertQualification(tx: Tx, qualification: Qualification): Promise<boolean> {
  return (await tx.insert(qualifications).values(qualification).onConflictDoNothing().returning()).length === 1;
}

export async function listQualifications(db: Reader, partyId: string): Promise<Qualification[]> {
  return db.select().from(qualifications).where(eq(qualifications.partyId, partyId));
}

/** Finds out whether two organisations share a telephone number, of their contacts or of their people. */
export async function sharePhone(tx: Tx, one: string, other: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    with reached as (
      select party_id, right(regexp_replace(contact_phone, '\\D', '', 'g'), 11) as phone from party_contacts
        where party_id in (${one}, ${other}) and contact_phone is not null
      union all
      select party_id, right(regexp_replace(person_phone, '\\D', '', 'g'), 11) from identity_people
        where party_id in (${one}, ${other}) and person_phone is not null
    )
    select from reached a join reached b on a.phone = b.phone and a.phone <> ''
    where a.party_id = ${one} and b.party_id = ${other} limit 1`);
  return rows.length > 0;
}
