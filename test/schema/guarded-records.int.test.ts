/** The migration 0014_guard_records on a database of before that has a journal. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/platform/database/db.ts';
import { migrateDatabase } from '../../src/platform/database/migrations.ts';
import { record, verifyJournal } from '../../src/platform/journal/index.ts';
import { fact } from '../platform/journal/fixture.ts';
import { execute } from '../setup/postgres-server.ts';
import { sealAll } from '../setup/sealing.ts';
import { migrationsBefore } from './migrations.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
let before: string;

beforeAll(async () => {
  before = await migrationsBefore('forward/0014_guard_records');
  await execute(server, `create database ${name}`);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('the tree takes up the entries that were sealed before, and existing partitions are guarded', async () => {
  await migrateDatabase(url, before);
  const db = openDatabase({ url, poolMax: 2 });
  const write = (subject: string) => db.transaction((tx) => record(tx, [fact(subject)]));
  try {
    for (let at = 1; at <= 12; at++) await write(`test:${at}`);
    // Seals as the release before did, without a tree.
    await execute(
      url,
      `with sealed as (
        insert into journal_seals (index, recorded_at, sequence, hash)
        select row_number() over (order by sequence), recorded_at, sequence, hash from journal_entries returning sequence)
       update journal_sealer set next_index = 13, sequence = (select max(sequence) from sealed)`,
    );
    await migrateDatabase(url);
    await write('test:13');
    await sealAll(db);
    expect(await verifyJournal(db)).toMatchObject({ size: 13 });
    await expect(execute(url, 'truncate journal_entries_default')).rejects.toThrow('append-only');
  } finally {
    await db.$client.end();
  }
});
