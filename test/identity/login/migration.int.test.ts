/** The migration 0028_know_addresses on a database of before that has counters. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { migrationsBefore } from '../../schema/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
let before: string;

const count = (key: string) =>
  execute(url, `insert into identity_attempts (key, failures, last_at) values ('${key}', 3, now())`);

beforeAll(async () => {
  before = await migrationsBefore('forward-25/0028_know_addresses');
  await execute(server, `create database ${name}`);
  await migrateDatabase(url, before);
  await count('login:before');
  await migrateDatabase(url);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('keeps the counters of before, knows no address, and counts as the release before does', async () => {
  await count('login:later');
  expect(await execute(url, 'select key, failures, known_until from identity_attempts order by key')).toEqual([
    { key: 'login:before', failures: 3, known_until: null },
    { key: 'login:later', failures: 3, known_until: null },
  ]);
});
