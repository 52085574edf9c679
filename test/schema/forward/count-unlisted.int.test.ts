/** The migration 0030 on a database of before that has a correction, a change of the register and a proposed adjustment. */
import { beforeAll, expect, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';
import { ID, RECYCLER, useDatabaseBefore } from './database-before.ts';

const TABLES = ['corrections', 'register_changes', 'stock_adjustments'];

const url = useDatabaseBefore(
  'forward-25/0030_count_unlisted_records',
  `${RECYCLER}
     insert into stock_counts (id, party_id, site_id, counted_on, counted_by, lines, recorded_at)
      values ('${ID(5)}', '${ID(1)}', '${ID(2)}', '2026-09-30', '演示员', '[]', now());
     insert into corrections (id, party_id, site_id, subject, number, reason, before, after, affected, actor, recorded_at)
      values ('${ID(6)}', '${ID(1)}', '${ID(2)}', 'batch:${ID(9)}', 1, '误填', '{}', '{}', '[]', 'anna', now());
     insert into register_changes (id, kind, record_id, party_id, version, reason, before, after, affected, actor, recorded_at)
      values ('${ID(7)}', 'site', '${ID(2)}', '${ID(1)}', 2, '误填', '{}', '{}', '[]', 'anna', now());
     insert into stock_adjustments (id, party_id, site_id, count_id, item, counted_at, reason_code, reason, counted_grams, book_grams,
        book_pieces, lead_ppm, batches, above_limit, limit_grams, state, proposed_by, proposed_at, expires_at, affected)
      values ('${ID(8)}', '${ID(1)}', '${ID(2)}', '${ID(5)}', 'batteries', now(), 'entry', '演示', 900, 1000, 1, 600000, '[]',
        true, 20000, 'proposed', 'anna', now(), now(), '[]')`,
);
beforeAll(async () => {
  await migrateDatabase(url);
});

it.each(TABLES)('leaves open how many records %s of before did not list, and takes lists only', async (table) => {
  expect(await execute(url, `select unlisted from ${table}`)).toEqual([{ unlisted: null }]);
  const columns = `select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = '${table}' and column_name not in ('id', 'unlisted', 'number', 'version')`;
  const names = (await execute(url, columns)).map((row) => row.name).join();
  const key = table === 'corrections' ? 'number' : table === 'register_changes' ? 'version' : undefined;
  const copy = `insert into ${table} (id, ${key ? `${key}, ` : ''}${names}, unlisted)
    select '${ID(99)}', ${key ? `${key} + 1, ` : ''}${names}, '{}' from ${table}`;
  await expect(execute(url, copy)).rejects.toThrow('unlisted_check');
});

it('a decision about a proposal of before states what it left out, and nothing else of it changes', async () => {
  await expect(execute(url, `update stock_adjustments set unlisted = '[]'`)).rejects.toThrow('only by the decision');
  await execute(
    url,
    `update stock_adjustments set state = 'booked', decided_by = 'bert', decided_at = now(), decision = 'x',
      unlisted = '[{"kind": "manifest", "count": 3}]'`,
  );
  await expect(execute(url, `update stock_adjustments set unlisted = '[]'`)).rejects.toThrow('only by the decision');
});
