/**
 * A dump restored into another cluster, where transaction ids start again. The packaged server brings no pg_dump, so
 * the rows are copied as pg_dump writes them: all columns unchanged, then the sequence.
 */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Db, openDatabase } from '../../../src/platform/database/db.ts';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { createSealer, readJournal, record } from '../../../src/platform/journal/index.ts';
import { useDatabase } from '../../setup/database.ts';
import { startTestPostgres, type TestPostgres } from '../../setup/postgres-server.ts';
import { fact } from './fixture.ts';

const original = useDatabase();
let server: TestPostgres;
let restored: Db;

beforeAll(async () => {
  server = await startTestPostgres();
  await migrateDatabase(server.url);
  restored = openDatabase({ url: server.url });
});

afterAll(async () => {
  await restored.$client.end();
  await server.stop();
});

const TABLES = ['journal_entries', 'journal_heads', 'journal_seals', 'journal_sealer', 'journal_subscriptions'];

async function dumpAndRestore(): Promise<void> {
  // As pg_restore does with --disable-triggers.
  await restored.$client.query(
    `begin; set local session_replication_role = replica; delete from journal_sealer; commit`,
  );
  for (const table of TABLES) {
    const { rows } = await original.db.$client.query(`select to_jsonb(t) as row from ${table} t`);
    const list = JSON.stringify(rows.map(({ row }) => row));
    await restored.$client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      list,
    ]);
  }
  await restored.execute(sql`select setval('journal_sequence', (select max(sequence) from journal_entries))`);
}

const write = (db: Db, subject: string) => db.transaction((tx) => record(tx, [fact(subject)]));
const sealAll = async (db: Db, upTo: number) => {
  const seal = createSealer(db);
  while ((await readJournal(db, upTo - 1, 1)).length === 0) await seal();
};

it('keeps every index, seals what was not sealed at the dump, and goes on after it', async () => {
  // The transaction ids of the old cluster are far ahead of the new one, as after long use.
  for (let spent = 0; spent < 2_000; spent++) await original.db.execute(sql`select pg_current_xact_id()`);
  for (let at = 1; at <= 20; at++) await write(original.db, `test:sealed-${at}`);
  await sealAll(original.db, 20);
  for (let at = 1; at <= 5; at++) await write(original.db, `test:unsealed-${at}`);
  const before = await readJournal(original.db, 0, 100);
  expect(before).toHaveLength(20);

  await dumpAndRestore();
  for (let at = 1; at <= 10; at++) await write(restored, `test:after-${at}`);
  await sealAll(restored, 35);

  const after = await readJournal(restored, 0, 100);
  expect(after.map(({ index }) => index)).toEqual(Array.from({ length: 35 }, (_, at) => at + 1));
  expect(after.slice(0, 20)).toEqual(before);
  expect(after.slice(20, 25).map(({ subject }) => subject)).toEqual([1, 2, 3, 4, 5].map((at) => `test:unsealed-${at}`));
  expect(
    after
      .slice(25)
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual(Array.from({ length: 10 }, (_, at) => `test:after-${at + 1}`).sort());
});

it('says so when the restore left the value of the sequence out', async () => {
  await restored.execute(sql`select setval('journal_sequence', 3)`);
  await expect(createSealer(restored)()).rejects.toThrow('journal_sequence is behind');
});
