/** Rows in, people and counted attempts out. No rule lives here. */
import { eq, gt, lte, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import { type Counted, LOCK_MS, stepMs } from '../login/lock-out.ts';
import type { Person } from './person.ts';
import { attempts, people } from './tables.ts';

/** Answers false when the login name is another person's. */
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

/** Writes what of a person may change. */
export async function updatePerson(tx: Tx, { id, ...person }: Person): Promise<void> {
  const { roles, rolesVersion, division, password, passwordSetAt, passwordExpiresAt, state, blockedAt } = person;
  await tx
    .update(people)
    .set({ roles: [...roles], rolesVersion, division, password, passwordSetAt, passwordExpiresAt, state, blockedAt })
    .where(eq(people.id, id));
}

/** People blocked later than an instant, by their ids. */
export async function listBlockedSince(db: Reader, since: Date): Promise<string[]> {
  const rows = await db.select({ id: people.id }).from(people).where(gt(people.blockedAt, since));
  return rows.map(({ id }) => id);
}

/**
 * Counts an attempt before it is looked at, so that many at once are counted as many. Answers how many it makes in a
 * row, or, when that is too many, the instant up to which those before are forgotten.
 */
export async function countAttempt(db: Db, counted: Counted, now: Date): Promise<number | Date> {
  const { key, max, forgotten } = counted;
  const { failures, lastAt } = attempts;
  const at = now.toISOString();
  const step = stepMs(counted);
  const passedMs = sql`extract(epoch from ${at}::timestamptz - ${lastAt}) * 1000`;
  const gone =
    forgotten === 'at-once'
      ? sql`case when ${passedMs} >= ${LOCK_MS} then ${failures} else 0 end`
      : sql`floor(${passedMs} / ${step})`;
  const left = sql`greatest(${failures} - ${gone}, 0)::integer`;
  // What has passed of the next step is not lost, however often somebody tries.
  const upTo =
    forgotten === 'at-once'
      ? sql`${at}::timestamptz`
      : sql`case when ${left} = 0 then ${at}::timestamptz else ${lastAt} + ${gone} * ${step} * interval '1 millisecond' end`;
  const [found] = await db
    .insert(attempts)
    .values({ key, failures: 1, lastAt: now })
    .onConflictDoUpdate({
      target: attempts.key,
      set: { failures: sql`${left} + 1`, lastAt: upTo },
      setWhere: sql`${left} < ${max}`,
    })
    .returning({ failures });
  if (found !== undefined) return found.failures;
  const [kept] = await db.select({ lastAt }).from(attempts).where(eq(attempts.key, key));
  return kept?.lastAt ?? now;
}

/** Takes an attempt back that was right. */
export async function forgiveAttempt(db: Db, { key }: Counted): Promise<void> {
  await db
    .update(attempts)
    .set({ failures: sql`greatest(${attempts.failures} - 1, 0)` })
    .where(eq(attempts.key, key));
}

export async function forgetAttempts(db: Db | Tx, { key }: Counted): Promise<void> {
  await db.delete(attempts).where(eq(attempts.key, key));
}

export async function purgeAttempts(db: Db, now: Date): Promise<void> {
  await db.delete(attempts).where(lte(attempts.lastAt, new Date(now.getTime() - LOCK_MS)));
}
