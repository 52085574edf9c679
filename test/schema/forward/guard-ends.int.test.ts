/** The migration 0026_guard_ends_of_the_journal on a database of before that has a sealed journal. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase } from '../../../src/platform/database/db.ts';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { createVerifier, record, verifyJournal } from '../../../src/platform/journal/index.ts';
import { fact } from '../../platform/journal/fixture.ts';
import { execute } from '../../setup/postgres-server.ts';
import { sealAll } from '../../setup/sealing.ts';
import { migrationsBefore } from '../migrations.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
let before: string;

beforeAll(async () => {
  before = await migrationsBefore('forward-25/0026_guard_ends_of_the_journal');
  await execute(server, `create database ${name}`);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('the journal of before verifies, grows on, and cannot be set back any more', async () => {
  await migrateDatabase(url, before);
  const db = openDatabase({ url, poolMax: 2 });
  const write = (subject: string) => db.transaction((tx) => record(tx, [fact(subject)]));
  try {
    for (let at = 1; at <= 5; at++) await write(`test:${at}`);
    await sealAll(db);
    const sizes = await verifyJournal(db);
    await migrateDatabase(url);
    expect(await verifyJournal(db, sizes)).toEqual(sizes);
    await write('test:6');
    await sealAll(db);
    const logged: object[] = [];
    await createVerifier(db, { debug() {}, info() {}, warn() {}, error: (line: object) => logged.push(line) })();
    expect(logged).toEqual([]);
    expect(await execute(url, 'select position::int, heads_after from journal_verification')).toEqual([
      { position: 6, heads_after: null },
    ]);
    await expect(execute(url, `update journal_tree set size = 0, frontier = '{}'`)).rejects.toThrow('only grows');
    await expect(execute(url, 'update journal_sealer set next_index = 2')).rejects.toThrow('only grows');
    await expect(execute(url, 'truncate exchange_numbers')).rejects.toThrow('append-only');
  } finally {
    await db.$client.end();
  }
});
