/** Reads and writes people. Contains no rule. */
import { eq, gt } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
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

export async function lockPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const [row] = await tx.select().from(people).where(eq(people.id, id)).for('update');
  return row;
}

/** Updates the mutable columns of a person. */
export async function updatePerson(tx: Tx, { id, ...person }: Person): Promise<void> {
  const { roles, rolesVersion, division, password, passwordSetAt, passwordExpiresAt, state, blockedAt } = person;
  await tx
    .update(people)
    .set({ roles: [...roles], rolesVersion, division, password, passwordSetAt, passwordExpiresAt, state, blockedAt })
    .where(eq(people.id, id));
}

/** Lists the ids of people who were blocked after an instant. */
export async function listBlockedSince(db: Reader, since: Date): Promise<string[]> {
  const rows = await db.select({ id: people.id }).from(people).where(gt(people.blockedAt, since));
  return rows.map(({ id }) => id);
}
