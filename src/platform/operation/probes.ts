/** Probes of what statements need in addition to an answer of the database: room on its disk, free tables, a moving sealer. */
import { sql } from 'drizzle-orm';
import type { Db } from '../database/db.ts';
import { outageOf } from '../database/outage.ts';
import { REASONS } from '../http/reasons.ts';
import { CheckFailure } from './health.ts';

/** Rows that need several new pages of a table. */
const FILLER_ROWS = 2_000;

/**
 * Proves that the database can enlarge a file. A small write often fits into a page that exists, even on a full disk; a
 * temporary table that is emptied at each commit grows at each probe.
 */
export function probeRoom(db: Db): () => Promise<void> {
  return async () => {
    const failure = await db
      .transaction(async (tx) => {
        await tx.execute(sql`create temporary table if not exists room_probe (filler int) on commit delete rows`);
        await tx.execute(sql`insert into pg_temp.room_probe select generate_series(1, ${FILLER_ROWS}::int)`);
      })
      .catch((error: unknown) => error);
    // A database that does not answer at all is the finding of another check.
    if (outageOf(failure) === 'full') throw new CheckFailure(REASONS['database-full']);
  };
}

/** A lock that two beats in a row find in the same hands is no statement that ends soon. */
type Holder = { readonly pid: number; readonly since: string; readonly relation: string; readonly needed: boolean };

/**
 * Modes that conflict with writing (PostgreSQL, 13.3.1), such as of `create index`. Maintenance that lets others write,
 * such as of autovacuum, takes none of them.
 */
const MODES = ['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'];

/**
 * Finds a session that keeps a whole table from all writers for longer than the pause between two probes. A session that
 * waits for such a lock keeps them away too, because later statements queue behind it. Every write needs the table of the
 * journal with its newest part and the table of its heads: while one of them is locked, the process is not ready.
 */
export function probeTables(db: Db): () => Promise<void> {
  let before = new Set<string>();
  return async () => {
    const { rows } = await db.execute<Holder>(sql`
      select l.pid, l.virtualtransaction as since, c.relname as relation,
        c.relname in ('journal_entries', 'journal_heads', to_char(now() at time zone 'UTC', '"journal_entries_"YYYY_MM')) as needed
      from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
      where l.locktype = 'relation' and l.mode in (${sql.join(
        MODES.map((mode) => sql`${mode}`),
        sql`, `,
      )})
        and l.database = (select oid from pg_database where datname = current_database())
        and n.nspname in ('public', 'bullmq') and c.relkind in ('r', 'p') and l.pid <> pg_backend_pid()
      order by needed desc, l.granted desc, c.relname`);
    const keyOf = ({ pid, since, relation }: Holder) => `${pid} ${since} ${relation}`;
    const lasting = rows.find((row) => before.has(keyOf(row)));
    before = new Set(rows.map(keyOf));
    if (lasting === undefined) return;
    const { pid, relation, needed } = lasting;
    const reason = {
      en: `the table ${relation} is locked by the session with process id ${pid} of the database`,
      zh: `数据表 ${relation} 被数据库会话（进程号 ${pid}）锁定`,
    };
    throw new CheckFailure(reason, { needed });
  };
}

/** Time without progress from which the sealer is held up, in milliseconds. It takes less than a second at rest. */
const HELD_AFTER_MS = 15_000;

type Oldest = { readonly pid: number; readonly name: string; readonly database: string; readonly seconds: number };

/** Finds a sealer that does not move, and the oldest open transaction of the server, which usually holds it up. */
export function probeJournal(db: Db, heldAfterMs = HELD_AFTER_MS): () => Promise<void> {
  let position: string | undefined;
  let movedAt = performance.now();
  return async () => {
    const { rows: states } = await db.execute<{ position: string; waits: boolean }>(sql`
      select sequence::text as position, exists (select from journal_entries e where e.sequence > s.sequence) as waits
      from journal_sealer s`);
    const [state] = states;
    // By the clock of the machine: times of records are claims, and a demonstration has a clock of its own.
    if (state === undefined || !state.waits || state.position !== position) movedAt = performance.now();
    position = state?.position;
    const heldMs = performance.now() - movedAt;
    if (heldMs < heldAfterMs) return;
    const held = Math.floor(heldMs / 1_000);
    const { rows } = await db.execute<Oldest>(sql`
      select pid, coalesce(nullif(application_name, ''), usename, '') as name, coalesce(datname, '') as database,
        extract(epoch from now() - xact_start)::int as seconds
      from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid() order by xact_start limit 1`);
    const oldest = rows[0];
    throw new CheckFailure({
      en: `entries have waited for their place in the journal for more than ${held} s${
        oldest === undefined ? '' : `; the oldest open transaction of the server is ${english(oldest)}`
      }`,
      zh: `日志条目等待编序已超过 ${held} 秒${oldest === undefined ? '' : `；服务器上最早未结束的事务：${chinese(oldest)}`}`,
    });
  };
}

const english = ({ pid, name, database, seconds }: Oldest) =>
  `${seconds} s old, of ${name} in the database ${database}, process id ${pid}`;
const chinese = ({ pid, name, database, seconds }: Oldest) =>
  `应用 ${name}，数据库 ${database}，进程号 ${pid}，已持续 ${seconds} 秒`;
