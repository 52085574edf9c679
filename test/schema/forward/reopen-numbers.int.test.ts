/** The migration 0032 on a database of before, with national numbers that were settled in every way. */
import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';
import { migrationsBefore } from '../migrations.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
let before: string;

beforeAll(async () => {
  before = await migrationsBefore('forward-25/0032_reopen_settled_numbers');
  await execute(server, `create database ${name}`);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

const party = randomUUID();
let serial = 0;
const text = (value: string | null) => value && `'${value}'`;

type Held = { readonly number?: string | null; readonly confirmed?: boolean; readonly state?: string };

/** Adds a manifest, and the national number for it, settled with a problem. Returns the national number. */
async function add(problem: string | null, { number = null, confirmed = false, state = 'submitted' }: Held = {}) {
  const id = randomUUID();
  serial += 1;
  const issued = `2026450100${1_000 + serial}`;
  const document = JSON.stringify({ id, version: 2, state, number });
  await execute(
    url,
    `insert into manifests (id, document, digest, state, version, number, number_confirmed, origin_province,
       destination_province, consignor_id, carrier_id, receiver_id, created_at, updated_at)
     values ('${id}', '${document}', repeat('0', 64), '${state}', 2, ${text(number)}, ${confirmed}, '45', '44',
       '${party}', '${party}', '${party}', now(), now())`,
  );
  await execute(
    url,
    `insert into exchange_numbers (manifest_id, number, received_at, attempts, next_attempt_at, settled_at, problem)
     values ('${id}', '${issued}', now(), 7, 'infinity', now(), ${text(problem)})`,
  );
  return issued;
}

it('reopens exactly the numbers that gave way to the word of a province', async () => {
  await migrateDatabase(url, before);
  await execute(
    url,
    `insert into parties (id, uscc_missing_reason, name, province_code, division_code, registered_at)
     values ('${party}', '测试', '演示单位', '45', '450100', now())`,
  );
  const claimed = await add('manifest-numbered-already', { number: '20264501000001' });
  const claimedAndClosed = await add('manifest-numbered-already', { number: '20264501000002', state: 'closed' });
  const elsewhere = await add('manifest-step-elsewhere');
  const freeAgain = await add('manifest-number-taken');
  // Those that stay: confirmed by the national system, assigned, given to another manifest for certain, or too late.
  await add('manifest-numbered-already', { number: '20264501000003', confirmed: true });
  await add(null, { number: '20264501000004' });
  const taken = await add('manifest-number-taken');
  await add(null, { number: taken, confirmed: true });
  await add('manifest-step-not-allowed', { state: 'cancelled' });

  await migrateDatabase(url);

  const open = await execute(
    url,
    `select number, problem, attempts, next_attempt_at <= now() as due from exchange_numbers
     where settled_at is null order by number`,
  );
  expect(open).toEqual(
    [claimed, claimedAndClosed, elsewhere, freeAgain].map((number) => ({
      ...{ number, problem: null, attempts: 0, due: true },
    })),
  );
});
