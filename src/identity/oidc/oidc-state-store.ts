/** What the authorisation server keeps of sessions, codes, grants and refresh tokens, sealed. No rule lives here. */
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import { states } from '../people/tables.ts';

/** One record, found by its hashed name. What it can also be found by stands beside what is sealed. */
export type State = {
  readonly model: string;
  readonly id: string;
  readonly sealed: Buffer;
  readonly accountId: string | null;
  readonly grantId: string | null;
  readonly uid: string | null;
  readonly userCode: string | null;
  readonly expiresAt: Date;
};

export type KeptState = Pick<State, 'id' | 'sealed'> & { readonly consumedAt: Date | null };

export async function upsertState(db: Db, state: State): Promise<void> {
  const { model: _, id: __, ...set } = state;
  await db
    .insert(states)
    .values(state)
    .onConflictDoUpdate({ target: [states.model, states.id], set });
}

/** By its hashed name, by the id of its session, or by the code a person types. */
export type StateName = { readonly id: string } | { readonly uid: string } | { readonly userCode: string };

export async function findState(db: Reader, model: string, name: StateName, now: Date): Promise<KeptState | undefined> {
  const isNamed =
    'id' in name
      ? eq(states.id, name.id)
      : 'uid' in name
        ? eq(states.uid, name.uid)
        : eq(states.userCode, name.userCode);
  const [row] = await db
    .select({ id: states.id, sealed: states.sealed, consumedAt: states.consumedAt })
    .from(states)
    .where(and(eq(states.model, model), isNamed, gt(states.expiresAt, now)));
  return row;
}

/** Answers false when it was consumed before: of two at once, one alone is told true. */
export async function consumeState(db: Db, model: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await db
    .update(states)
    .set({ consumedAt: now })
    .where(and(eq(states.model, model), eq(states.id, id), isNull(states.consumedAt)));
  return rowCount === 1;
}

/** Notes that it was asked for, and answers false when that is too soon after the time before. */
export async function pollState(
  db: Db,
  { model, id }: Pick<State, 'model' | 'id'>,
  { now, leastMs }: { readonly now: Date; readonly leastMs: number },
): Promise<boolean> {
  const { rows } = await db.execute<{ in_time: boolean }>(sql`
    update oidc_states as now_polled set polled_at = ${now.toISOString()}
    from oidc_states as before where before.model = now_polled.model and before.id = now_polled.id
      and now_polled.model = ${model} and now_polled.id = ${id}
    returning coalesce(before.polled_at <= ${new Date(now.getTime() - leastMs).toISOString()}, true) as in_time`);
  return rows[0]?.in_time ?? true;
}

export async function deleteState(db: Db, model: string, id: string): Promise<void> {
  await db.delete(states).where(and(eq(states.model, model), eq(states.id, id)));
}

/** A grant, and whatever was given under it. Answers whose it was, if anything was there. */
export async function deleteGrant(tx: Tx, grantId: string, id: string): Promise<string | undefined> {
  const isGrant = and(eq(states.model, 'Grant'), eq(states.id, id));
  const gone = await tx
    .delete(states)
    .where(or(eq(states.grantId, grantId), isGrant))
    .returning({ accountId: states.accountId });
  return gone.find(({ accountId }) => accountId !== null)?.accountId ?? undefined;
}

/** The grants of a person, by their hashed names and in the order of these. */
export async function listGrantsOf(tx: Tx, accountId: string): Promise<string[]> {
  const isGrantOf = and(eq(states.model, 'Grant'), eq(states.accountId, accountId));
  const rows = await tx.select({ id: states.id }).from(states).where(isGrantOf).orderBy(states.id);
  return rows.map(({ id }) => id);
}

/** Everything a person is logged in with. */
export async function deleteStatesOf(tx: Tx, accountId: string): Promise<void> {
  await tx.delete(states).where(eq(states.accountId, accountId));
}

export async function purgeStates(db: Db, now: Date): Promise<void> {
  await db.delete(states).where(lte(states.expiresAt, now));
}
