/** Counts failed attempts in PostgreSQL, so that all processes share the counts. */
import { eq, lte, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../platform/database/db.ts';
import { type Counter, FIRST_WAIT_MS, LONGEST_WAIT_MS, type Locked, QUIET_MS, stepMs } from './lock-out.ts';
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

/** Sets the counters of an account back to zero, at all places. */
export async function clearAttemptsOf(tx: Tx, { key }: Counter): Promise<void> {
  await tx
    .delete(failedAttempts)
    .where(or(eq(failedAttempts.key, key), sql`starts_with(${failedAttempts.key}, ${`${key}@`})`));
}

/** Deletes counters whose quiet time is over. */
export async function purgeFailedAttempts(db: Db, now: Date): Promise<void> {
  await db.delete(failedAttempts).where(lte(failedAttempts.lastAt, new Date(now.getTime() - QUIET_MS)));
}
