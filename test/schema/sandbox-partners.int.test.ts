/** The migration 0011 on a database of before that has partners. */
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

const register = (code: string, kind: string) =>
  execute(
    url,
    `insert into exchange_partners (code, name, kind, base_url, keys, registered_at, sent)
     values ('${code}', '演示${code}', '${kind}', 'http://127.0.0.1:9', '[]', now(), 7)`,
  );
const nationalSystem = async () => (await execute(url, 'select national_system() as state'))[0]?.state;

beforeAll(async () => {
  before = await migrationsBefore('forward/0011_mark_sandbox_partners');
  await execute(server, `create database ${name}`);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('keeps the partners of before, none of them a sandbox, and names the state of the national system', async () => {
  await migrateDatabase(url, before);
  await register('44', 'province');
  await migrateDatabase(url);
  expect(await execute(url, 'select code, sent::int, sandbox from exchange_partners')).toEqual([
    { code: '44', sent: 7, sandbox: false },
  ]);
  expect(await nationalSystem()).toBe('missing');
  await register('national', 'national');
  expect(await nationalSystem()).toBe('registered');
  await execute(url, `update exchange_partners set sandbox = true where code = 'national'`);
  expect(await nationalSystem()).toBe('sandbox');
});
