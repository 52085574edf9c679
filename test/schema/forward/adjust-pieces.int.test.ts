/** The migration 0031 on a database of before that has a booked adjustment of mass. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';
import { migrationsBefore } from '../migrations.ts';

const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: name }).href;
const ID = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const MASS = '[{"bookGrams": 1000, "countedGrams": 990, "bookPieces": 10, "countedPieces": 10}]';
const PIECES = '[{"bookGrams": 990, "countedGrams": 990, "bookPieces": 10, "countedPieces": 9}]';
const BOTH = '[{"bookGrams": 1000, "countedGrams": 990, "bookPieces": 10, "countedPieces": 9}]';
let before: string;

const booked = (id: number, batches: string) =>
  `insert into stock_adjustments (id, party_id, site_id, count_id, item, counted_at, reason_code, reason, counted_grams, book_grams,
     book_pieces, lead_ppm, batches, above_limit, limit_grams, state, proposed_by, proposed_at, affected)
   values ('${ID(id)}', '${ID(1)}', '${ID(2)}', '${ID(5)}', 'batteries', now(), 'entry', '演示', 990, 1000, 10, 600000, '${batches}',
     false, 20000, 'booked', 'anna', now(), '[]')`;

beforeAll(async () => {
  before = await migrationsBefore('forward-25/0031_adjust_mass_and_pieces');
  await execute(server, `create database ${name}`);
  await migrateDatabase(url, before);
  await execute(
    url,
    `insert into parties (id, name, uscc_missing_reason, division_code, province_code, registered_at)
      values ('${ID(1)}', '演示', '个体', '450100', '45', now());
     insert into sites (id, party_id, kind, name, division_code, registered_at)
      values ('${ID(2)}', '${ID(1)}', 'recycler', '演示', '450100', now());
     insert into stock_counts (id, party_id, site_id, counted_on, counted_by, lines, recorded_at)
      values ('${ID(5)}', '${ID(1)}', '${ID(2)}', '2026-09-30', '演示员', '[]', now());
     ${booked(10, MASS)}`,
  );
});
afterAll(async () => {
  await execute(server, `drop database if exists ${name} with (force)`);
  await rm(before, { recursive: true });
});

it('lets the pieces follow a mass of before, and each of them once', async () => {
  await expect(execute(url, booked(11, PIECES))).rejects.toThrow('stock_adjustments_one_each');
  await migrateDatabase(url);
  for (const batches of [MASS, BOTH]) {
    await expect(execute(url, booked(12, batches))).rejects.toThrow('stock_adjustments_one_mass');
  }
  await execute(url, booked(13, PIECES));
  await expect(execute(url, booked(14, PIECES))).rejects.toThrow('stock_adjustments_one_pieces');
  expect(await execute(url, 'select count(*)::int as found from stock_adjustments')).toEqual([{ found: 2 }]);
});
