/** Counts failed attempts in PostgreSQL, so that all processes share the counts. */
import { and, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../platform/database/db.ts';
import {
  type Counter,
  FIRST_WAIT_MS,
  KNOWN_MAX,
  KNOWN_MS,
  LONGEST_WAIT_MS,
  type Locked,
  QUIET_MS,
  stepMs,
  TRIES_IN_TURN,
} from './lock-out.ts';
import { failedAttempts } from './tables.ts';

/**
 * Counts an attempt as failed before it is checked, so that many at once count as many.
 * @returns the number of failed attempts in a row; or the counter, when it is locked
 */
export async function countFailedAttempt(db: Db, counter: Counter, now: Date): Promise<number | Locked> {
  const { key, max, forgets } = counter;
  const { failures, lastAt } = failedAttempts;
  const at = now.toISOString();
  const step = stepMs(counter);
  const passedMs = sql`extract(epoch from ${at}::timestamptz - ${lastAt}) * 1000`;
  const grows = forgets === 'growing';
  const forgotten = grows
    ? sql`case when ${passedMs} >= ${QUIET_MS} then ${failures} else 0 end`
    : sql`floor(${passedMs} / ${step})`;
  const left = sql`greatest(${failures} - ${forgotten}, 0)::integer`;
  // Keeps the part of a step that has passed: otherwise frequent attempts would never be forgotten.
  const upTo = grows
    ? sql`${at}::timestamptz`
    : sql`case when ${left} = 0 then ${at}::timestamptz
          else ${lastAt} + ${forgotten} * ${step} * interval '1 millisecond' end`;
  const [found] = await db
    .insert(failedAttempts)
    .values({ key, failures: 1, lastAt: now })
    .onConflictDoUpdate({
      target: failedAttempts.key,
      set: { failures: sql`${left} + 1`, lastAt: upTo },
      setWhere: grows
        ? sql`${left} < ${max} or ${passedMs} >= least(${FIRST_WAIT_MS} * power(2, least(${left} - ${max}, 20)), ${LONGEST_WAIT_MS})`
        : sql`${left} < ${max}`,
    })
    .returning({ failures });
  if (found !== undefined) return found.failures;
  const [kept] = await db.select({ failures, lastAt }).from(failedAttempts).where(eq(failedAttempts.key, key));
  return kept ?? { failures: max, lastAt: now };
}

/** Removes one attempt from the counter, because the secret was right. */
export async function uncountAttempt(db: Db, { key }: Pick<Counter, 'key'>): Promise<void> {
  await db
    .update(failedAttempts)
    .set({ failures: sql`greatest(${failedAttempts.failures} - 1, 0)` })
    .where(eq(failedAttempts.key, key));
}

/** Sets a counter back to zero, which also ends a lock-out. */
export async function clearFailedAttempts(db: Db, { key }: Counter): Promise<void> {
  await db.delete(failedAttempts).where(eq(failedAttempts.key, key));
}

/** Reads whether the person logged in to this account from this place lately. */
export async function isKnownPlace(db: Db, { key }: Counter, now: Date): Promise<boolean> {
  const found = await db
    .select({ key: failedAttempts.key })
    .from(failedAttempts)
    .where(and(eq(failedAttempts.key, key), gt(failedAttempts.knownUntil, now)));
  return found.length > 0;
}

/** Marks a place as known, sets its counter back to zero, and forgets the oldest known places beyond the maximum. */
export async function keepKnownPlace(db: Db, account: Counter, place: Counter, now: Date): Promise<void> {
  const known = { failures: 0, lastAt: now, knownUntil: new Date(now.getTime() + KNOWN_MS) };
  await db
    .insert(failedAttempts)
    .values({ key: place.key, ...known })
    .onConflictDoUpdate({ target: failedAttempts.key, set: known });
  const beyond = db
    .select({ key: failedAttempts.key })
    .from(failedAttempts)
    .where(and(sql`starts_with(${failedAttempts.key}, ${`${account.key}@`})`, gt(failedAttempts.knownUntil, now)))
    .orderBy(desc(failedAttempts.knownUntil))
    .offset(KNOWN_MAX);
  await db.delete(failedAttempts).where(inArray(failedAttempts.key, beyond));
}

/**
 * Uses one attempt of a turn that has come.
 * @returns false when there is no such turn, when it is yet to come, or when its attempts are used
 */
export async function useTurn(db: Db, key: string, now: Date): Promise<boolean> {
  const { failures, lastAt } = failedAttempts;
  const { rowCount } = await db
    .update(failedAttempts)
    .set({ failures: sql`${failures} + 1` })
    .where(and(eq(failedAttempts.key, key), lte(lastAt, now), lt(failures, TRIES_IN_TURN)));
  return rowCount === 1;
}

/** Returns the instant at which a turn comes or came. */
export async function findTurn(db: Db, key: string): Promise<Date | undefined> {
  const [found] = await db
    .select({ comesAt: failedAttempts.lastAt })
    .from(failedAttempts)
    .where(eq(failedAttempts.key, key));
  return found?.comesAt;
}

/** Keeps a turn that comes later. Of several at once, the first stays. */
export async function insertTurn(db: Db, key: string, comesAt: Date): Promise<void> {
  await db.insert(failedAttempts).values({ key, failures: 0, lastAt: comesAt }).onConflictDoNothing();
}

/** Sets the counters of an account back to zero, at all places. Known places stay known. */
export async function clearAttemptsOf(tx: Tx, { key }: Counter): Promise<void> {
  const ofAccount = or(eq(failedAttempts.key, key), sql`starts_with(${failedAttempts.key}, ${`${key}@`})`);
  await tx.delete(failedAttempts).where(and(ofAccount, isNull(failedAttempts.knownUntil)));
  await tx.update(failedAttempts).set({ failures: 0 }).where(ofAccount);
}

/** Deletes counters whose quiet time is over, and places that are known no longer. */
export async function purgeFailedAttempts(db: Db, now: Date): Promise<void> {
  const { lastAt, knownUntil } = failedAttempts;
  const isQuiet = lte(lastAt, new Date(now.getTime() - QUIET_MS));
  await db.delete(failedAttempts).where(and(isQuiet, or(isNull(knownUntil), lte(knownUntil, now))));
}
