/** The migration 0025_warn_of_doubtful_records on a database of before with doubtful records. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { composeUscc, usccCheckCharacter } from '../../../src/core/identifiers/uscc.ts';
import { placesNow } from '../../../src/parties/service.ts';
import { partyWarnings } from '../../../src/parties/warnings/warning.ts';
import { openDatabase } from '../../../src/platform/database/db.ts';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { migrationsBefore } from '../../schema/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
const ID = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
let before: string;

const wrongInside = (code: string) => {
  const first = code.slice(0, 16) + (code[16] === '1' ? '2' : '1');
  return first + usccCheckCharacter(first);
};
/** Codes with the division of their organisation. */
const PARTIES: readonly (readonly [code: string | null, division: string])[] = [
  [composeUscc('91', '450100', 1), '450103'],
  [composeUscc('91', '440100', 2), '450103'],
  [composeUscc('91', '450200', 3), '4501'],
  [composeUscc('91', '450000', 4), '450103'],
  [composeUscc('91', '440000', 5), '450103'],
  [composeUscc('91', '100000', 6), '450103'],
  [composeUscc('91', '000000', 7), '450103'],
  [composeUscc('91', '999999', 8), '450103'],
  [composeUscc('XX', '450100', 9), '450103'],
  [wrongInside(composeUscc('91', '450100', 10)), '450103'],
  [wrongInside(composeUscc('00', '999999', 11)), '450103'],
  [composeUscc('91', '500108', 12), '500229'],
  [composeUscc('91', '710105', 13), '450103'],
  ['000000000000000000', '450103'],
  ['1245000000000006X8', '450103'],
  ['91130200699229617X', '130203'],
  ['911302307808371268', '130203'],
  [null, '450103'],
];
const SITES = ['450103', '450100', '660100'];
const permit = (n: number, number: string, at: number) =>
  execute(
    url,
    `insert into vehicles (id, party_id, plate, trailer, permit_number, permit_valid_from, permit_valid_to, registered_at)
     values ('${ID(n)}', '${ID(1)}', '桂A12345', false, '${number}', '2026-01-01', '2027-01-01', '2026-01-01T00:00:${at}Z')`,
  );

beforeAll(async () => {
  before = await migrationsBefore('forward-25/0025_warn_of_doubtful_records');
  await execute(server, `create database ${name}`);
  await migrateDatabase(url, before);
  for (const [at, [code, division]] of PARTIES.entries()) {
    const [uscc, reason] = code === null ? ['null', "'个体'"] : [`'${code}'`, 'null'];
    await execute(
      url,
      `insert into parties (id, uscc, name, uscc_missing_reason, division_code, province_code, registered_at)
       values ('${ID(at + 1)}', ${uscc}, '演示${at}', ${reason}, '${division}', '${division.slice(0, 2)}', now())`,
    );
  }
  for (const [at, division] of SITES.entries()) {
    await execute(
      url,
      `insert into sites (id, party_id, kind, name, division_code, registered_at)
       values ('${ID(60 + at)}', '${ID(1)}', 'generator', '演示场所', '${division}', now())`,
    );
  }
  await permit(50, 'GX-1', 30);
  await permit(51, 'gx-1', 20);
  await permit(52, 'ＧＸ－１', 10);
  await permit(53, 'GX-2', 10);
  await migrateDatabase(url);
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('marks the organisations of before by the rules of a registration', async () => {
  const db = openDatabase({ url, poolMax: 1 });
  const places = await placesNow(db, { clock: () => new Date() });
  await db.$client.end();
  const expected = PARTIES.map(([uscc, divisionCode]) => partyWarnings({ uscc, divisionCode }, places).toSorted());
  const rows = await execute(url, 'select warnings from parties where version = 1 order by id');
  expect(rows.map(({ warnings }) => (warnings as string[]).toSorted())).toEqual(expected);
  expect(expected.flat().length).toBeGreaterThan(9);
  await execute(
    url,
    `insert into parties (id, name, uscc_missing_reason, division_code, province_code, registered_at)
    values ('${ID(99)}', '演示', '个体', '450103', '45', now())`,
  );
  expect(await execute(url, `select warnings from parties where id = '${ID(99)}'`)).toEqual([{ warnings: [] }]);
});

it('marks the sites of before whose county no list can verify by 0027_mark_unverified_divisions, and raises no version', async () => {
  expect(await execute(url, 'select warnings, version from sites order by id')).toEqual([
    { warnings: ['division-unverified'], version: 1 },
    { warnings: [], version: 1 },
    { warnings: ['division-unverified'], version: 1 },
  ]);
});

it('keeps all permits, names the first of each, takes no further spelling, and raises no version', async () => {
  const rows = await execute(url, 'select id, doubles_id from vehicles order by id');
  expect(rows).toEqual([
    { id: ID(50), doubles_id: ID(52) },
    { id: ID(51), doubles_id: ID(52) },
    { id: ID(52), doubles_id: null },
    { id: ID(53), doubles_id: null },
  ]);
  await expect(permit(54, 'g x-1', 40)).rejects.toThrow('vehicles_one_permit');
  await permit(55, 'GX-3', 40);
  expect(await execute(url, 'select max(version) as version from vehicles')).toEqual([{ version: 1 }]);
  await execute(url, `update vehicles set trailer = true where id = '${ID(50)}'`);
  expect(await execute(url, `select version from vehicles where id = '${ID(50)}'`)).toEqual([{ version: 2 }]);
});
