/** Probes of a database that answers and yet does not work. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type Db, openConnection } from '../../../src/platform/database/db.ts';
import { record } from '../../../src/platform/journal/index.ts';
import { probeJournal, probeRoom, probeTables } from '../../../src/platform/operation/probes.ts';
import { useDatabase } from '../../setup/database.ts';
import { fact } from '../journal/fixture.ts';

const database = useDatabase();

async function openOther(applicationName: string) {
  const other = await openConnection({ url: database.ownerUrl, applicationName });
  onTestFinished(() => other.end());
  await other.query('begin');
  return other;
}

it('room: enlarges a file at every probe', async () => {
  const probe = probeRoom(database.db);
  await probe();
  await probe();
  const { rows } = await database.db.execute<{ pages: number }>(
    sql`select coalesce(sum(pg_relation_size(oid)), 0)::int as pages from pg_class where relname = 'room_probe'`,
  );
  expect(rows).toEqual([{ pages: 0 }]);
});

it.each([
  ['53100', 'rejects', 'the disk of the database is full'],
  ['57P01', 'resolves', undefined],
])('room: error %s %s', async (code, _, reason) => {
  const transaction = () => Promise.reject(Object.assign(new Error('could not extend file'), { code }));
  const said = probeRoom({ transaction } as unknown as Db)().then(
    () => undefined,
    (error: Error) => error.message,
  );
  expect(await said).toBe(reason);
});

it('tables: names the table that a session keeps locked, and its process id', async () => {
  const probe = probeTables(database.db);
  const other = await openOther('repack');
  const { rows } = await other.query('select pg_backend_pid() as pid');
  await probe();
  await other.query('lock table batches in access exclusive mode');
  await probe();
  await expect(probe()).rejects.toThrow(
    `the table batches is locked by the session with process id ${rows[0].pid} of the database`,
  );
  await other.query('rollback');
  await probe();
});

it.each(['share', 'share row exclusive', 'exclusive', 'access exclusive'])(
  'tables: finds a lock in %s mode, which keeps writers away, also one that is waited for',
  async (mode) => {
    const probe = probeTables(database.db);
    const [reader, other] = [await openOther('report'), await openOther('create-index')];
    await other.query(`lock table batches in ${mode} mode`);
    await probe();
    await expect(probe()).rejects.toMatchObject({
      message: expect.stringContaining('the table batches'),
      needed: false,
    });
    await other.query('rollback; begin');
    await probe();
    await reader.query('lock table batches in row exclusive mode');
    const waiting = other.query(`lock table batches in ${mode} mode`);
    await vi.waitFor(async () => {
      const { rowCount } = await database.db.execute(sql`select from pg_locks where not granted`);
      expect(rowCount).toBe(1);
    });
    await probe();
    await expect(probe()).rejects.toThrow('the table batches is locked');
    await reader.query('rollback');
    await waiting;
  },
);

it.each(['access share', 'row share', 'row exclusive', 'share update exclusive'])(
  'tables: takes a lock in %s mode for ordinary work',
  async (mode) => {
    const probe = probeTables(database.db);
    const other = await openOther('autovacuum');
    await other.query(`lock table batches, journal_entries in ${mode} mode`);
    for (const _ of Array(3)) await probe();
  },
);

it.each(['journal_entries', 'journal_heads'])('tables: a process is not ready while %s is locked', async (table) => {
  const probe = probeTables(database.db);
  const other = await openOther('repack');
  await other.query(`lock table batches, only ${table} in access exclusive mode`);
  await probe();
  await expect(probe()).rejects.toMatchObject({ message: expect.stringContaining(`the table ${table}`), needed: true });
});

it('tables: a process is not ready while the newest part of the journal is locked, not while another is', async () => {
  const { rows } = await database.db.execute<{ newest: string }>(
    sql`select to_char(now() at time zone 'UTC', '"journal_entries_"YYYY_MM') as newest`,
  );
  const newest = String(rows[0]?.newest);
  await database.db.execute(sql`select prepare_journal_month(date_trunc('month', now() at time zone 'UTC')::date)`);
  await database.db.execute(sql`select prepare_journal_month('2044-05-01')`);
  for (const [table, needed] of [
    [newest, true],
    ['journal_entries_2044_05', false],
  ] as const) {
    const probe = probeTables(database.db);
    const other = await openOther('repack');
    await other.query(`lock table ${table} in share mode`);
    await probe();
    await expect(probe()).rejects.toMatchObject({ message: expect.stringContaining(table), needed });
    await other.query('rollback');
  }
});

it('tables: a lock of each moment is another one', async () => {
  const probe = probeTables(database.db);
  const other = await openOther('migrate');
  for (let round = 0; round < 3; round++) {
    await other.query('lock table batches in access exclusive mode');
    await probe();
    await other.query('commit');
    await other.query('begin');
  }
});

it('journal: names the oldest open transaction while entries wait for it', async () => {
  const probe = probeJournal(database.db, 1_000);
  await probe();
  const other = await openOther('night-report');
  const { rows } = await other.query('select pg_backend_pid() as pid, pg_current_xact_id()');
  await database.db.transaction((tx) => record(tx, [fact('probe')]));
  await probe();
  await sleep(1_100);
  await expect(probe()).rejects.toThrow(/entries have waited for their place in the journal for more than 1 s/);
  await expect(probe()).rejects.toThrow(
    new RegExp(`oldest open transaction of the server is \\d+ s old, of night-report .*process id ${rows[0].pid}$`),
  );
  await other.query('rollback');
});
