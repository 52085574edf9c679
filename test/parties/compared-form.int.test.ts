/** The migration 0020 on a database of before with licences of one number in several spellings. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { comparedForm } from '../../src/core/identifiers/spelling.ts';
import { migrateDatabase } from '../../src/platform/database/migrations.ts';
import { spellingsOf } from '../core/identifiers/decorations.ts';
import { migrationsBefore } from '../schema/migrations.ts';
import { execute } from '../setup/postgres-server.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
const ID = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
let before: string;

const register = (n: number, number: string, day = '2026-01-01', minute = n) =>
  execute(
    url,
    `insert into licences (id, party_id, number, mode, waste_codes, valid_from, valid_to, issuer, registered_at)
     values ('${ID(n)}', '${ID(1)}', '${number}', 'recycling', '{900-052-31}', '${day}', '2031-01-01', '演示',
       '2026-01-01T00:${minute}:00Z')`,
  );
const doubles = async () =>
  Object.fromEntries(
    (await execute(url, 'select id, doubles_id from licences order by id')).map(({ id, doubles_id }) => [
      id,
      doubles_id,
    ]),
  );

beforeAll(async () => {
  before = await migrationsBefore('forward/0020_compare_spellings');
  await execute(server, `create database ${name}`);
  await migrateDatabase(url, before);
  await execute(
    url,
    `insert into parties (id, name, uscc_missing_reason, division_code, province_code, registered_at)
     values ('${ID(1)}', '李四五六 ', '个体', '450100', '45', now())`,
  );
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('keeps all licences, names the first of each number, and takes no further spelling of it', async () => {
  await register(10, 'GX-1', '2026-01-01', 30);
  await register(11, 'GX-1 ', '2026-01-01', 20);
  await register(12, 'ＧＸ－１');
  await register(13, 'gx-1', '2027-01-01');
  await register(14, 'GX-2');
  await migrateDatabase(url);
  expect(await doubles()).toEqual({
    ...{ [ID(10)]: ID(12), [ID(11)]: ID(12), [ID(12)]: null, [ID(13)]: null, [ID(14)]: null },
  });
  await expect(register(15, 'g x-1')).rejects.toThrow('licences_one_number');
  await register(16, 'GX-3');
});

it('compares in the database as the service does', async () => {
  const bases = ['GX-2026〔001〕号', '桂环危字 第4501【2】号', '阿不都•热合曼', '演示（广西）A公司'];
  const texts = [
    ...bases.flatMap((base) => fc.sample(spellingsOf(base, { cases: true }), 100)),
    ...fc.sample(fc.string({ unit: 'binary', maxLength: 20 }), 2_000).filter((text) => !/[\0]/.test(text)),
  ];
  const asSql = texts.map((text) => `(${[...text].map((one) => `chr(${one.codePointAt(0)})`).join(' || ') || "''"})`);
  const rows = await execute(
    url,
    `select compared_form(text) as form, unicode_assigned(text) as known from unnest(array[${asSql.join(', ')}]) as text`,
  );
  // PostgreSQL and Node.js know the characters of different years; one of them alone cannot spell the newest.
  const differing = texts.filter((text, at) => rows[at]?.known && rows[at].form !== comparedForm(text));
  expect(rows.filter(({ known }) => known).length).toBeGreaterThan(bases.length * 100);
  expect(differing.map((text) => JSON.stringify(text))).toEqual([]);
});
