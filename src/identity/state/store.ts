/**
 * Reads and writes encrypted states: sessions, codes, grants and refresh tokens. Contains no rule. `model`, `uid`,
 * `consume` and `poll` are words of the library `oidc-provider`. They mean the kind of a state, the id of a session, the
 * use of a one-time state, and a device's request for its token.
 */
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import { states } from './tables.ts';

/** One state, stored under its hashed name. The nullable members are in clear, so that it can be found by them. */
export type State = {
  readonly model: string;
  readonly id: string;
  readonly encrypted: Buffer;
  readonly accountId: string | null;
  readonly grantId: string | null;
  readonly uid: string | null;
  readonly userCode: string | null;
  readonly expiresAt: Date;
};

export type KeptState = Pick<State, 'id' | 'encrypted'> & { readonly consumedAt: Date | null };

export async function upsertState(db: Db, state: State): Promise<void> {
  const { model: _, id: __, ...set } = state;
  await db
    .insert(states)
    .values(state)
    .onConflictDoUpdate({ target: [states.model, states.id], set });
}

/** The name of a state: its own hashed name, the id of its session, or the code that a person types. */
export type StateName = { readonly id: string } | { readonly uid: string } | { readonly userCode: string };

export async function findState(db: Reader, model: string, name: StateName, now: Date): Promise<KeptState | undefined> {
  const isNamed =
    'id' in name
      ? eq(states.id, name.id)
      : 'uid' in name
        ? eq(states.uid, name.uid)
        : eq(states.userCode, name.userCode);
  const [row] = await db
    .select({ id: states.id, encrypted: states.encrypted, consumedAt: states.consumedAt })
    .from(states)
    .where(and(eq(states.model, model), isNamed, gt(states.expiresAt, now)));
  return row;
}

/** Marks a state as used. @returns false when it was used before; of two concurrent calls, only one returns true */
export async function consumeState(db: Db, model: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await db
    .update(states)
    .set({ consumedAt: now })
    .where(and(eq(states.model, model), eq(states.id, id), isNull(states.consumedAt)));
  return rowCount === 1;
}

/**
 * Records that a device requested its token.
 * @returns false when less than `minMs` have passed since the request before
 */
export async function pollState(
  db: Db,
  { model, id }: Pick<State, 'model' | 'id'>,
  { now, minMs }: { readonly now: Date; readonly minMs: number },
): Promise<boolean> {
  const { rows } = await db.execute<{ in_time: boolean }>(sql`
    update oidc_states as now_polled set polled_at = ${now.toISOString()}
    from oidc_states as before where before.model = now_polled.model and before.id = now_polled.id
      and now_polled.model = ${model} and now_polled.id = ${id}
    returning coalesce(before.polled_at <= ${new Date(now.getTime() - minMs).toISOString()}, true) as in_time`);
  return rows[0]?.in_time ?? true;
}

export async function deleteState(db: Db, model: string, id: string): Promise<void> {
  await db.delete(states).where(and(eq(states.model, model), eq(states.id, id)));
}

/** Deletes a grant and all states given under it. @returns the account they belonged to, if there were any */
export async function deleteGrant(tx: Tx, grantId: string, id: string): Promise<string | undefined> {
  const isGrant = and(eq(states.model, 'Grant'), eq(states.id, id));
  const deleted = await tx
    .delete(states)
    .where(or(eq(states.grantId, grantId), isGrant))
    .returning({ accountId: states.accountId });
  return deleted.find(({ accountId }) => accountId !== null)?.accountId ?? undefined;
}

/** Lists the hashed names of a person's grants, sorted: so two transactions lock them in the same order. */
export async function listGrantsOf(tx: Tx, accountId: string): Promise<string[]> {
  const isGrantOf = and(eq(states.model, 'Grant'), eq(states.accountId, accountId));
  const rows = await tx.select({ id: states.id }).from(states).where(isGrantOf).orderBy(states.id);
  return rows.map(({ id }) => id);
}

/** Deletes all sessions, codes, grants and refresh tokens of a person. */
export async function deleteStatesOf(tx: Tx, accountId: string): Promise<void> {
  await tx.delete(states).where(eq(states.accountId, accountId));
}

export async function purgeStates(db: Db, now: Date): Promise<void> {
  await db.delete(states).where(lte(states.expiresAt, now));
}
