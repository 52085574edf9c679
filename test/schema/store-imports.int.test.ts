/** The migration 0013 on a database of before that has organisations. */
import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../src/platform/database/migrations.ts';
import { execute } from '../setup/postgres-server.ts';
import { migrationsBefore } from './migrations.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
let before: string;

beforeAll(async () => {
  before = await migrationsBefore('forward/0013_store_imports');
  await execute(server, `create database ${name}`);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('keeps the organisations of before, and takes imports that end in order', async () => {
  await migrateDatabase(url, before);
  await execute(
    url,
    `insert into parties (id, uscc_missing_reason, name, province_code, division_code, registered_at)
     values ('${randomUUID()}', '个体', '演示', '45', '450100', now())`,
  );
  await migrateDatabase(url);
  expect(await execute(url, 'select name from parties')).toEqual([{ name: '演示' }]);
  const add = (state: string, end: string) =>
    execute(
      url,
      `insert into imports (id, kind, mode, dry_run, actor, header, form, rows_total, state, created_at, touched_at, finished_at)
       values ('${randomUUID()}', 'parties', 'all', false, '{}', '{}', '{}', 1, '${state}', now(), now(), ${end})`,
    );
  await add('waiting', 'null');
  await add('finished', 'now()');
  await expect(add('finished', 'null')).rejects.toThrow('imports_end');
  await expect(add('lost', 'null')).rejects.toThrow('violates check constraint');
  expect(await execute(url, 'select state from imports order by state')).toEqual([
    { state: 'finished' },
    { state: 'waiting' },
  ]);
});
