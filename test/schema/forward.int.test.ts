/** A forward migration on a database that has rows: the way in which every later migration is tested (migrations/README.md). */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../src/platform/database/migrations.ts';
import { newId } from '../../src/platform/ids.ts';
import { execute } from '../setup/postgres-server.ts';
import { addMigration, migrationsBefore } from './migrations.ts';

const TAG = '0099_add_party_notes';
/** Text of the file of the migration. */
const STATEMENTS = `
  alter table parties add column note text not null default '';
  update parties set note = 'registered as ' || name;
  create table party_notes (party_id uuid primary key references parties (id), note text not null);
  insert into party_notes select id, note from parties;`;

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
let folder: string;
beforeAll(async () => {
  folder = await migrationsBefore(TAG);
  await execute(server, `create database ${name}`);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(folder, { recursive: true });
});

it('keeps the rows of before, and gives them what is new', async () => {
  await migrateDatabase(url, folder);
  const id = newId();
  await execute(
    url,
    `insert into parties (id, uscc_missing_reason, name, province_code, division_code, registered_at)
     values ('${id}', 'in progress', '演示收集点', '45', '4501', now())`,
  );
  await addMigration(folder, TAG, STATEMENTS);
  await migrateDatabase(url, folder);
  await migrateDatabase(url, folder);
  expect(await execute(url, 'select party_id, note from party_notes')).toEqual([
    { party_id: id, note: 'registered as 演示收集点' },
  ]);
});

it('that fails leaves the database as it was', async () => {
  await addMigration(folder, '0100_drop_parties', 'alter table parties drop column note; select 1 / 0;');
  await expect(migrateDatabase(url, folder)).rejects.toThrow();
  expect(await execute(url, 'select count(note)::int as notes from parties')).toEqual([{ notes: 1 }]);
});
