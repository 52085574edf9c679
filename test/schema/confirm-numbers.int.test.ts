/** The migration 0015 on a database of before that has numbered manifests. */
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
  before = await migrationsBefore('forward/0015_confirm_numbers');
  await execute(server, `create database ${name}`);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

const party = randomUUID();
async function addManifest(number: string | null, source: string | null): Promise<string> {
  const id = randomUUID();
  const document = JSON.stringify({ id, version: 2, state: 'submitted', number });
  await execute(
    url,
    `insert into manifests (id, document, digest, state, version, number, origin_province, destination_province,
       consignor_id, carrier_id, receiver_id, created_at, updated_at)
     values ('${id}', '${document}', repeat('0', 64), 'submitted', 2, ${number && `'${number}'`}, '45', '44',
       '${party}', '${party}', '${party}', now(), now())`,
  );
  if (source === null) return id;
  await execute(
    url,
    `insert into manifest_steps (manifest_id, version, step, digest, source, taken_at, recorded_at)
     values ('${id}', 2, 'number', repeat('0', 64), '${source}', now(), now())`,
  );
  return id;
}

const addNumber = (id: string, number: string, problem: string | null) =>
  execute(
    url,
    `insert into exchange_numbers (manifest_id, number, received_at, next_attempt_at, settled_at, problem)
     values ('${id}', '${number}', now(), now(), now(), ${problem && `'${problem}'`})`,
  );

it('confirms the numbers of the national system, and tries those again that another province had taken', async () => {
  await migrateDatabase(url, before);
  await execute(
    url,
    `insert into parties (id, uscc_missing_reason, name, province_code, division_code, registered_at)
     values ('${party}', '测试', '演示单位', '45', '450100', now())`,
  );
  const own = await addManifest('20264501000001', 'national');
  const reported = await addManifest('20264501000002', 'partner:44');
  const known = await addManifest('20264401000003', 'partner:44');
  await addNumber(known, '20264401000003', null);
  const robbed = await addManifest(null, null);
  await addNumber(robbed, '20264501000002', 'manifest-number-taken');

  await migrateDatabase(url);

  const confirmed = await execute(url, 'select id from manifests where number_confirmed order by number');
  expect(confirmed.map(({ id }) => id)).toEqual([known, own].toSorted((a) => (a === known ? -1 : 1)));
  const open = await execute(url, 'select manifest_id from exchange_numbers where settled_at is null');
  expect(open).toEqual([{ manifest_id: robbed }]);
  const number = (id: string, given: string) =>
    execute(
      url,
      `update manifests set number = '${given}', number_confirmed = true,
         document = jsonb_set(document, '{number}', '"${given}"') where id = '${id}'`,
    );
  await number(robbed, '20264501000002');
  await expect(number(reported, '20264501000001')).rejects.toThrow('manifests_number_unique');
});
