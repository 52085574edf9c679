/** The migration 0024_change_registered_data on a database of before that has records. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { migrationsBefore } from '../../schema/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
const ID = '01990000-0000-7000-8000-000000000001';
let before: string;

beforeAll(async () => {
  before = await migrationsBefore('forward/0024_change_registered_data');
  await execute(server, `create database ${name}`);
  await migrateDatabase(url, before);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('gives the records of before their first version, which rises also when the release before changes them', async () => {
  await execute(
    url,
    `insert into parties (id, uscc_missing_reason, name, province_code, division_code, registered_at)
     values ('${ID}', '自然人', '演示', '45', '450100', now());
     insert into party_contacts values ('${ID}', '王经理', null);
     insert into vehicles (id, party_id, plate, trailer, permit_number, permit_valid_from, permit_valid_to, registered_at)
     values ('${ID}', '${ID}', '桂A10001', false, '证1', '2026-01-01', '2027-01-01', now())`,
  );
  await migrateDatabase(url);
  expect(await execute(url, 'select version from parties union all select version from vehicles')).toEqual([
    { version: 1 },
    { version: 1 },
  ]);
  await execute(url, `update parties set state = 'suspended', state_since = now()`);
  await execute(url, `update vehicles set plate = '桂A10002'`);
  await execute(url, 'update party_contacts set contact_name = null');
  expect(await execute(url, 'select p.version, v.version as vehicle, v.plate from parties p, vehicles v')).toEqual([
    { version: 2, vehicle: 2, plate: '桂A10002' },
  ]);
  await expect(execute(url, 'delete from vehicles')).rejects.toThrow();
  expect(await execute(url, 'select count(*)::int as changes from register_changes')).toEqual([{ changes: 0 }]);
});
