/** Reads and writes people. Contains no rule. */
import { and, arrayContains, count, eq, gt, isNotNull, ne, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import { violatesUnique } from '../../platform/database/outage.ts';
import type { Person } from './person.ts';
import { people } from './tables.ts';

/** @returns false when another person has the login name */
export async function insertPerson(tx: Tx, person: Person): Promise<boolean> {
  const { rowCount } = await tx
    .insert(people)
    .values({ ...person, roles: [...person.roles] })
    .onConflictDoNothing({ target: people.login });
  return rowCount === 1;
}

export async function findPerson(db: Reader, id: string): Promise<Person | undefined> {
  const [row] = await db.select().from(people).where(eq(people.id, id));
  return row;
}

export async function findPersonByLogin(db: Reader, login: string): Promise<Person | undefined> {
  const [row] = await db.select().from(people).where(eq(people.login, login));
  return row;
}

/**
 * Reads a person after the end of any transaction that is changing the person. A later change revokes what was stored before
 * this reading.
 */
export async function findSettledPerson(db: Db, id: string): Promise<Person | undefined> {
  const [row] = await db.select().from(people).where(eq(people.id, id)).for('share');
  return row;
}

export async function lockPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const [row] = await tx.select().from(people).where(eq(people.id, id)).for('update');
  return row;
}

/** Updates the roles, the password, the state and the logins of a person, and returns the person in the new version. */
export async function updatePerson(tx: Tx, changed: Person): Promise<Person> {
  const { id, ...person } = changed;
  const { roles, rolesVersion, loginsVersion, division, state, blockedAt } = person;
  const { password, passwordSetAt, passwordExpiresAt } = person;
  const access = { roles: [...roles], rolesVersion, loginsVersion, division, state, blockedAt };
  await tx
    .update(people)
    .set({ ...access, password, passwordSetAt, passwordExpiresAt })
    .where(eq(people.id, id));
  return { ...changed, version: changed.version + 1 };
}

/** Updates what is registered of a person. @returns false when another person has the login name */
export async function updateDescription(tx: Tx, { id, personName, personPhone, login }: Person): Promise<boolean> {
  try {
    await tx.update(people).set({ personName, personPhone, login }).where(eq(people.id, id));
    return true;
  } catch (error) {
    if (violatesUnique(error)) return false;
    throw error;
  }
}

/** Counts the other administrators who can log in. Others who take the role away wait until the transaction ends. */
export async function countOtherAdministrators(tx: Tx, id: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('administrators'))`);
  const [row] = await tx
    .select({ others: count() })
    .from(people)
    .where(
      and(
        ne(people.id, id),
        eq(people.state, 'active'),
        isNotNull(people.login),
        arrayContains(people.roles, ['administrator']),
      ),
    );
  return row?.others ?? 0;
}

/** Lists the ids of people who were blocked after an instant. */
export async function listBlockedSince(db: Reader, since: Date): Promise<string[]> {
  const rows = await db.select({ id: people.id }).from(people).where(gt(people.blockedAt, since));
  return rows.map(({ id }) => id);
}
