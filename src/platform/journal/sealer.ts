/**
 * The sealer gives entries their place in the one order that every reader sees: consecutive from 1, never changed.
 *
 * Transactions commit out of order, so a sequence alone would make readers skip what commits late. The sealer therefore
 * takes only entries of transactions below the snapshot's xmin, all of which have ended, and advances by
 * `(xid, sequence)`: a younger transaction can hold a lower sequence value. Top-level transaction ids of the primary.
 */
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db.ts';

const LOCK_KEY = 4_501_002;

/** Seals up to `limit` entries. Answers how many; 0 also when another process is sealing. */
export async function seal(db: Db, limit = 2_000): Promise<number> {
  return db.transaction(async (tx) => {
    if (!(await becomeSealer(tx))) return 0;
    const { rows } = await tx.execute<{ sealed: number }>(sql`
      with state as materialized (select next_index, xid, sequence from journal_sealer),
      fresh as materialized (
        select e.xid, e.sequence, e.recorded_at, e.hash from journal_entries e
        where (e.xid, e.sequence) > ((select xid from state), (select sequence from state))
          and e.xid < pg_snapshot_xmin(pg_current_snapshot())
          and not exists (select from journal_seals s where s.sequence = e.sequence)
        order by e.xid, e.sequence limit ${limit}
      ), sealed as (
        insert into journal_seals (index, recorded_at, sequence, hash)
        select state.next_index - 1 + row_number() over (order by fresh.xid, fresh.sequence), recorded_at,
          fresh.sequence, hash
        from fresh, state returning 1
      ), moved as (
        update journal_sealer set next_index = journal_sealer.next_index + (select count(*) from fresh),
          xid = last.xid, sequence = last.sequence
        from (select xid, sequence from fresh order by xid desc, sequence desc limit 1) last returning 1
      )
      select count(*)::int as sealed from sealed`);
    return rows[0]?.sealed ?? 0;
  });
}

/**
 * Makes the journal this cluster's own. Transaction ids begin anew when a dump is restored into another cluster, so a
 * cursor from the old one would skip or stall: everything without a seal is sealed first, while no writer can write, and
 * the cursor starts at this cluster's horizon. Run by every process before it serves; does nothing on a known cluster.
 */
export async function adoptJournal(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_KEY})`);
    const { rows } = await tx.execute<{ known: boolean }>(sql`
      select cluster = (select system_identifier from pg_control_system()) as known from journal_sealer`);
    if (rows[0]?.known) return;
    await tx.execute(sql`lock table journal_entries in share row exclusive mode`);
    await tx.execute(sql`
      insert into journal_seals (index, recorded_at, sequence, hash)
      select (select coalesce(max(index), 0) from journal_seals) + row_number() over (order by e.xid, e.sequence),
        e.recorded_at, e.sequence, e.hash
      from journal_entries e where not exists (select from journal_seals s where s.sequence = e.sequence)`);
    await tx.execute(sql`
      insert into journal_sealer (next_index, xid, sequence, cluster)
      select (select coalesce(max(index), 0) + 1 from journal_seals), pg_snapshot_xmin(pg_current_snapshot()), -1,
        system_identifier from pg_control_system()
      on conflict (singleton) do update set next_index = excluded.next_index, xid = excluded.xid,
        sequence = excluded.sequence, cluster = excluded.cluster`);
  });
}

/** Prepares the partitions of the month of `now` and of the three after it. */
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
