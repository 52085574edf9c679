/** Reads and writes the qualifications of laboratories. Contains no rule. */
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { qualifications, qualificationWithdrawals } from '../tables.ts';
import type { Qualification, Withdrawal } from './qualification.ts';

const PhoneRow = z.object({ phone: z.string() });

/** Returns false, and inserts nothing, if the qualification is already registered. */
export async function insertQualification(tx: Tx, { withdrawal: _, ...row }: Qualification): Promise<boolean> {
  return (await tx.insert(qualifications).values(row).onConflictDoNothing().returning()).length === 1;
}

const of = (db: Reader) =>
  db
    .select({ qualification: qualifications, withdrawal: qualificationWithdrawals })
    .from(qualifications)
    .leftJoin(qualificationWithdrawals, eq(qualificationWithdrawals.qualificationId, qualifications.id));

export async function listQualifications(db: Reader, partyId: string): Promise<Qualification[]> {
  const rows = await of(db).where(eq(qualifications.partyId, partyId));
  return rows.map(({ qualification, withdrawal }) => ({ ...qualification, withdrawal }));
}

/** Locks a qualification of an organisation until the transaction ends. */
export async function lockQualification(tx: Tx, partyId: string, id: string): Promise<Qualification | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`qualification:${id}`}, 0))`);
  const [row] = await of(tx).where(and(eq(qualifications.partyId, partyId), eq(qualifications.id, id)));
  return row && { ...row.qualification, withdrawal: row.withdrawal };
}

export async function insertWithdrawal(tx: Tx, qualificationId: string, withdrawal: Withdrawal): Promise<void> {
  await tx.insert(qualificationWithdrawals).values({ qualificationId, ...withdrawal });
}

const NameRow = z.object({ name: z.string() });

/** SQL for the people of an organisation who are managers, or were since an instant. */
const managers = (partyId: string, since: Date) => sql`
  select p.id, p.person_name from identity_people p where p.party_id = ${partyId} and ('enterprise_manager' = any (p.roles)
    or exists (select from journal_entries e where e.subject = 'person:' || p.id::text and e.kind = 'person.roles-changed'
      and e.recorded_at >= ${since.toISOString()} and e.payload -> 'before' ? 'enterprise_manager'))`;

/** SQL for a former value of the contact of an organisation, or of its people, that it had since an instant. */
const former = (partyId: string, since: Date, contact: string, person: string, people: SQL) => sql`
  select changed.before ->> ${contact} from register_changes changed
  where changed.record_id = ${partyId} and changed.kind = 'party' and changed.recorded_at >= ${since.toISOString()}
    and changed.before ->> ${contact} is not null
  union
  select changed.before ->> ${person} from register_changes changed
  where changed.record_id in (${people}) and changed.kind = 'person' and changed.recorded_at >= ${since.toISOString()}
    and changed.before ->> ${person} is not null`;

/** Lists the names of the contact and of the managers that an organisation has, or had since an instant, each once. */
export async function listHeads(tx: Tx, partyId: string, since: Date): Promise<string[]> {
  const { rows } = await tx.execute(sql`
    with manager as materialized (${managers(partyId, since)})
    select contact_name as name from party_contacts where party_id = ${partyId} and contact_name is not null
    union
    select person_name from manager
    union
    ${former(partyId, since, 'contactName', 'personName', sql`select id from manager`)}`);
  return z
    .array(NameRow)
    .parse(rows)
    .map(({ name }) => name);
}

/** Lists the telephone numbers of the contact and of the people that an organisation has, or had since an instant, each once. */
export async function listPhones(tx: Tx, partyId: string, since: Date): Promise<string[]> {
  const people = sql`select id from identity_people where party_id = ${partyId}`;
  const { rows } = await tx.execute(sql`
    select contact_phone as phone from party_contacts where party_id = ${partyId} and contact_phone is not null
    union
    select person_phone from identity_people where party_id = ${partyId} and person_phone is not null
    union
    ${former(partyId, since, 'contactPhone', 'personPhone', people)}`);
  return z
    .array(PhoneRow)
    .parse(rows)
    .map(({ phone }) => phone);
}
