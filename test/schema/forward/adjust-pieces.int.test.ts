/** The migration 0031 on a database of before that has a booked adjustment of mass. */
import { expect, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';
import { ID, RECYCLER, useDatabaseBefore } from './database-before.ts';

const MASS = '[{"bookGrams": 1000, "countedGrams": 990, "bookPieces": 10, "countedPieces": 10}]';
const PIECES = '[{"bookGrams": 990, "countedGrams": 990, "bookPieces": 10, "countedPieces": 9}]';
const BOTH = '[{"bookGrams": 1000, "countedGrams": 990, "bookPieces": 10, "countedPieces": 9}]';

const booked = (id: number, batches: string) =>
  `insert into stock_adjustments (id, party_id, site_id, count_id, item, counted_at, reason_code, reason, counted_grams, book_grams,
     book_pieces, lead_ppm, batches, above_limit, limit_grams, state, proposed_by, proposed_at, affected)
   values ('${ID(id)}', '${ID(1)}', '${ID(2)}', '${ID(5)}', 'batteries', now(), 'entry', '演示', 990, 1000, 10, 600000, '${batches}',
     false, 20000, 'booked', 'anna', now(), '[]')`;

const url = useDatabaseBefore(
  'forward-25/0031_adjust_mass_and_pieces',
  `${RECYCLER}
     insert into stock_counts (id, party_id, site_id, counted_on, counted_by, lines, recorded_at)
      values ('${ID(5)}', '${ID(1)}', '${ID(2)}', '2026-09-30', '演示员', '[]', now());
     ${booked(10, MASS)}`,
);

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
