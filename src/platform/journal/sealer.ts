/**
 * The sealer gives entries their place in the one order that every reader sees: consecutive from 1, never changed.
 *
 * Transactions commit out of order, so a reader that follows the sequence of writing skips what commits late. Ordering by
 * transaction id instead would put a fact before the one it builds on: ids are taken before locks are waited for. The
 * sealer keeps the sequence of writing, in which a transaction that waited for a lock comes later. It seals only as far
 * as every transaction that could still hold a lower number has ended:
 *
 * 1. it reads the last number taken, then takes a transaction id itself: its mark;
 * 2. a number is taken after its transaction has its id, so every number read in 1 belongs to an id below the mark;
 * 3. once the horizon (the snapshot's xmin) has reached the mark, all of them have ended. The entries visible up to that
 *    number are then complete.
 *
 * Nothing here outlives the cluster it was read from, so a dump restored elsewhere simply goes on. Primary only.
 */
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../database/db.ts';
import { growTree } from './tree-store.ts';

const LOCK_KEY = 4_501_002;

/** All numbers up to `sequence` belong to transactions older than `xid`. */
type Mark = { readonly sequence: string; readonly xid: string };

/**
 * Seals at most `limit` entries and returns their number; 0 also when another process is sealing. The tree grows with them,
 * in the same transaction.
 */
export function createSealer(db: Db): (limit?: number) => Promise<number> {
  let mark: Mark | undefined;
  // A database without a tree, such as one of before, or a restored one, may have entries that its tree lacks.
  let treeLags = true;
  return async (limit = 2_000) => {
    const before = mark;
    // A mark is invalid on another server, and after a failed pass the server may be another one.
    mark = undefined;
    const pass = await db.transaction((tx) => sealPass(tx, { mark: before, treeLags, limit }));
    mark = pass.mark;
    treeLags = pass.treeLags ?? treeLags;
    return pass.sealed;
  };
}

type Pass = { readonly mark: Mark | undefined; readonly treeLags: boolean; readonly limit: number };
type Passed = { readonly sealed: number; readonly mark?: Mark; readonly treeLags?: boolean };

async function sealPass(tx: Tx, { mark: before, treeLags, limit }: Pass): Promise<Passed> {
  if (!(await becomeSealer(tx))) return { sealed: 0 };
  if (treeLags && (await growTree(tx, limit)) === limit) return { sealed: limit };
  const pass = await sealNext(tx, before, limit);
  return { ...pass, treeLags: false };
}

async function sealNext(tx: Tx, before: Mark | undefined, limit: number): Promise<Passed> {
  const mark = before ?? (await takeMark(tx));
  if (mark === undefined) return { sealed: 0 };
  if (!(await haveEnded(tx, mark))) return { sealed: 0, mark };
  const sealed = await sealUpTo(tx, mark, limit);
  if (sealed > 0) await growTree(tx, limit);
  return sealed < limit ? { sealed } : { sealed, mark };
}

/** Returns undefined when nothing was written since the last pass; then it uses no transaction id. */
async function takeMark(tx: Tx): Promise<Mark | undefined> {
  const { rows: taken } = await tx.execute<{ sequence: string; behind: boolean; news: boolean }>(sql`
    select last_value as sequence, last_value < sealed as behind, last_value > sealed and is_called as news
    from journal_sequence, (select sequence as sealed from journal_sealer) state`);
  const [{ sequence, behind, news } = { sequence: '0', behind: false, news: false }] = taken;
  if (behind && sequence !== '1') {
    throw new Error('journal_sequence is behind what was sealed: the restore of this database left its value out');
  }
  if (!news) return undefined;
  const { rows } = await tx.execute<{ xid: string }>(sql`select pg_current_xact_id()::text as xid`);
  return rows[0] && { sequence, xid: rows[0].xid };
}

async function haveEnded(tx: Tx, { xid }: Mark): Promise<boolean> {
  const { rows } = await tx.execute<{ ended: boolean }>(sql`
    select pg_snapshot_xmin(pg_current_snapshot()) >= ${xid}::xid8 as ended`);
  return rows[0]?.ended ?? false;
}

/** Seals the visible entries up to the mark. If another process has sealed beyond the mark, it does nothing. */
async function sealUpTo(tx: Tx, { sequence }: Mark, limit: number): Promise<number> {
  const { rows } = await tx.execute<{ sealed: number }>(sql`
    with state as materialized (
      select next_index, greatest(sequence, (select max(sequence) from journal_seals)) as sequence from journal_sealer
    ),
    fresh as materialized (
      select e.sequence, e.recorded_at, e.hash from journal_entries e
      where e.sequence > (select sequence from state) and e.sequence <= ${sequence} order by e.sequence limit ${limit}
    ), sealed as (
      insert into journal_seals (index, recorded_at, sequence, hash)
      select state.next_index - 1 + row_number() over (order by fresh.sequence), recorded_at, fresh.sequence, hash
      from fresh, state returning 1
    ), moved as (
      update journal_sealer set next_index = next_index + (select count(*) from fresh),
        sequence = case when (select count(*) from fresh) < ${limit} then greatest((select sequence from state), ${sequence})
          else (select max(sequence) from fresh) end returning 1
    )
    select count(*)::int as sealed from sealed`);
  return rows[0]?.sealed ?? 0;
}

/** Makes the partitions for the month of `now` and the next three. */
export async function prepareMonths(db: Db, now: Date): Promise<void> {
  for (let ahead = 0; ahead <= 3; ahead++) {
    const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 15)).toISOString().slice(0, 10);
    await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_KEY})`);
      await tx.execute(sql`select prepare_journal_month(${day}::date)`);
    });
  }
}

async function becomeSealer(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ leader: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCK_KEY}) as leader`);
  return rows[0]?.leader ?? false;
}
