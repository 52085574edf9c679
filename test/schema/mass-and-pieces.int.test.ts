/** The migration 0017 on a database of before that has batches of mass without pieces, and of pieces without mass. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../src/platform/database/migrations.ts';
import { execute } from '../setup/postgres-server.ts';
import { migrationsBefore } from './migrations.ts';

const TAG = 'forward/0017_end_mass_and_pieces_together';
const server = inject('postgresUrl');
const names = ['whole', 'odd'].map((kind) => `test_${kind}_${randomBytes(6).toString('hex')}`);
const urlOf = (name = '') => Object.assign(new URL(server), { pathname: name }).href;
const ID = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
let before: string;

/** Records a batch of whole batteries as the release before did, and takes from it. */
async function record(url: string, n: number, held: [number, number], taken: [number, number] = [0, 0]) {
  await execute(
    url,
    `insert into batches (id, party_id, site_id, kind, material, condition, occurred_at, recorded_at)
      select '${ID(n)}', party_id, id, 'battery', '900-052-31', 'whole', now(), now() from sites;
     insert into movements (kind, from_boundary, to_batch_id, mass_grams, pieces, occurred_at, recorded_at)
      values ('generation', 'generation', '${ID(n)}', ${held[0]}, ${held[1]}, now(), now())`,
  );
  if (taken[0] > 0) await take(url, n, taken);
}
const taking = (n: number, [mass, pieces]: [number, number]) =>
  `insert into movements (kind, from_batch_id, to_boundary, mass_grams, pieces, occurred_at, recorded_at)
   values ('disposal', '${ID(n)}', 'loss', ${mass}, ${pieces}, now(), now())`;
const take = (url: string, n: number, taken: [number, number]) => execute(url, taking(n, taken));
const validated = async (url: string) =>
  (await execute(url, "select convalidated from pg_constraint where conname = 'batches_pieces_end_with_mass'")).map(
    ({ convalidated }) => convalidated,
  );
const balances = (url: string) => execute(url, 'select mass_grams::int as mass, pieces from batches order by id');

beforeAll(async () => {
  before = await migrationsBefore(TAG);
  for (const name of names) {
    await execute(server, `create database ${name}`);
    await migrateDatabase(urlOf(name), before);
    await execute(
      urlOf(name),
      `insert into parties (id, name, uscc_missing_reason, division_code, province_code, registered_at)
        values ('${ID(1)}', '演示', '个体', '450100', '45', now());
       insert into sites (id, party_id, kind, name, division_code, registered_at)
        values ('${ID(2)}', '${ID(1)}', 'recycler', '演示', '450100', now())`,
    );
    await record(urlOf(name), 10, [1_000, 10]);
  }
});
afterAll(async () => {
  for (const name of names) await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('validates both rules where every batch has both quantities or neither', async () => {
  const url = urlOf(names[0]);
  await migrateDatabase(url);
  expect(await validated(url)).toEqual([true]);
  await expect(take(url, 10, [1_000, 1])).rejects.toThrow('batches_pieces_end_with_mass');
  await expect(take(url, 10, [999, 10])).rejects.toThrow('batches_mass_ends_with_pieces');
  await take(url, 10, [1_000, 10]);
  expect(await balances(url)).toEqual([{ mass: 0, pieces: 0 }]);
});

it('0034_count_batteries_at_the_end holds the number of batteries when a transaction ends', async () => {
  const url = urlOf(names[0]);
  await record(url, 13, [1_000, 10]);
  await execute(url, `begin; ${taking(13, [999, 10])}; ${taking(13, [1, 0])}; commit`);
  expect(await balances(url)).toContainEqual({ mass: 0, pieces: 0 });
  await record(url, 14, [1_000, 10]);
  await expect(execute(url, `begin; ${taking(14, [999, 10])}; commit`)).rejects.toThrow(
    'batches_mass_ends_with_pieces',
  );
});

it('keeps odd batches of before as they are, lets all of one go, and holds the others to the rules', async () => {
  const url = urlOf(names[1]);
  await record(url, 11, [1_000, 2], [1_000, 0]);
  await record(url, 12, [500, 0]);
  await migrateDatabase(url);
  expect(await validated(url)).toEqual([false]);
  expect(await balances(url)).toEqual([
    { mass: 1_000, pieces: 10 },
    { mass: 0, pieces: 2 },
    { mass: 500, pieces: 0 },
  ]);
  await take(url, 12, [500, 0]);
  await expect(take(url, 10, [1_000, 1])).rejects.toThrow('batches_pieces_end_with_mass');
});
