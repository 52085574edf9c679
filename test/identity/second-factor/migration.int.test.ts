/** The migration 0021_keep_second_factors on a database of before that has people. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { migrationsBefore } from '../../schema/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
const ID = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
let before: string;

const register = (n: number) =>
  execute(
    url,
    `insert into identity_people (id, person_name, roles, roles_version, state, registered_at)
     values ('${ID(n)}', '演示', '{administrator}', 0, 'active', now())`,
  );
const enrol = (person: number, secret: string, { step = 1, recovery = '{}' } = {}) =>
  execute(
    url,
    `insert into identity_second_factors (person_id, encrypted, last_step, recovery_hashes, enrolled_at)
     values ('${ID(person)}', ${secret}, ${step}, '${recovery}', now())`,
  );

beforeAll(async () => {
  before = await migrationsBefore('forward/0021_keep_second_factors');
  await execute(server, `create database ${name}`);
  await migrateDatabase(url, before);
  await register(1);
  await migrateDatabase(url);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('keeps people of before, without a second factor, and registers others as the release before does', async () => {
  await register(2);
  expect(await execute(url, 'select id, roles from identity_people order by id')).toEqual([
    { id: ID(1), roles: ['administrator'] },
    { id: ID(2), roles: ['administrator'] },
  ]);
  expect(await execute(url, 'select * from identity_second_factors')).toEqual([]);
});

it('holds one second factor for a person, whole or reset', async () => {
  const secret = "'\\x00'";
  await expect(enrol(9, secret)).rejects.toThrow('person_id_fkey');
  await expect(enrol(1, secret, { step: -1 })).rejects.toThrow('last_step_check');
  await expect(enrol(1, secret, { recovery: '{1,2,3,4,5,6,7,8,9,10,11}' })).rejects.toThrow('recovery_hashes_check');
  await expect(enrol(1, 'null', { recovery: '{1}' })).rejects.toThrow('reset_whole');
  await enrol(1, secret, { recovery: '{1,2,3,4,5,6,7,8,9,10}' });
  await expect(enrol(1, secret)).rejects.toThrow('identity_second_factors_pkey');
  await enrol(2, 'null');
});

it('lets services add and change rows but not delete them, and requests not even read them', async () => {
  await execute(url, 'select grant_service()');
  const may = async (role: string) => {
    const rights = ['select', 'insert', 'update', 'delete'].map(
      (right) => `has_table_privilege('${role}', 'identity_second_factors', '${right}') as "${right}"`,
    );
    const [row] = await execute(url, `select ${rights.join(', ')}`);
    return Object.entries(row ?? {}).flatMap(([right, has]) => (has === true ? [right] : []));
  };
  expect(await may('leadloop_service')).toEqual(['select', 'insert', 'update']);
  expect(await may('leadloop_request')).toEqual([]);
  expect(await may('leadloop_city')).toEqual([]);
});
