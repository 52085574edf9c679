/** The migration 0012 on a database of before that has partners. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../src/platform/database/migrations.ts';
import { execute } from '../setup/postgres-server.ts';
import { migrationsBefore } from './migrations.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
let before: string;

const nationalSystem = async () => (await execute(url, 'select national_system() as state'))[0]?.state;

beforeAll(async () => {
  before = await migrationsBefore('forward/0012_note_stopped_partners');
  await execute(server, `create database ${name}`);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('keeps the partners of before, none of them stopped; a stopped one issues no numbers', async () => {
  await migrateDatabase(url, before);
  await execute(
    url,
    `insert into exchange_partners (code, name, kind, base_url, keys, registered_at, sent, failures, sandbox)
     values ('national', '沙箱', 'national', 'http://127.0.0.1:9', '[]', now(), 7, 3, true)`,
  );
  await migrateDatabase(url);
  expect(await execute(url, 'select sent::int, failures, stopped, failing_since from exchange_partners')).toEqual([
    { sent: 7, failures: 3, stopped: false, failing_since: null },
  ]);
  expect(await nationalSystem()).toBe('sandbox');
  await execute(url, `update exchange_partners set stopped = true where code = 'national'`);
  expect(await nationalSystem()).toBe('missing');
});
