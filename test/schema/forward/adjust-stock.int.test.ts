/** The migration 0023 on a database of before that has counted stock, a batch and movements. */
import { expect, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';
import { ID, RECYCLER, useDatabaseBefore } from './database-before.ts';

const TAG = 'forward/0023_adjust_stock';
const COUNTED_AT = '2026-09-30T15:59:59.999Z';

const MOVE = (from: string, to: string, mass: number, rest: string) =>
  `insert into movements (kind, from_batch_id, from_boundary, to_batch_id, to_boundary, mass_grams, pieces, occurred_at, recorded_at, evidence)
   select ${rest.includes('stock-adjustment') ? "'stock_adjustment'" : "'generation'"}, ${from}, ${to}, ${mass}, ${mass === 1_000 ? 10 : 1}, '${COUNTED_AT}', now(), ${rest}`;
const BATCH = `'${ID(10)}'::uuid, null`;

type Said = { readonly id: number; readonly state?: string; readonly by?: string; readonly at?: string };
/** An adjustment of the batch; above the limit unless it was booked by one person. */
const adjustment = ({ id, state = 'proposed', by = 'null', at = COUNTED_AT }: Said) =>
  `insert into stock_adjustments (id, party_id, site_id, count_id, item, counted_at, reason_code, reason, counted_grams, book_grams,
     book_pieces, lead_ppm, batches, above_limit, limit_grams, state, proposed_by, proposed_at, expires_at, decided_by, decided_at,
     decision, affected)
   select '${ID(id)}', '${ID(1)}', '${ID(2)}', '${ID(5)}', 'batteries', '${at}', 'entry', '演示', 900, 1000, 1, 600000,
     '[{"bookGrams": 1000, "countedGrams": 900, "bookPieces": 1, "countedPieces": 1}]', true, 20000, '${state}', 'anna', now(), now(), ${by}, case when ${by} is null then null else now() end, ${by}, '[]'`;

const url = useDatabaseBefore(
  TAG,
  `${RECYCLER}
     insert into batches (id, party_id, site_id, kind, material, battery_kind, risk_class, condition, occurred_at, recorded_at)
      values ('${ID(10)}', '${ID(1)}', '${ID(2)}', 'battery', '900-052-31', 'starter', 'I', 'whole', now(), now());
     insert into stock_counts (id, party_id, site_id, counted_on, counted_by, lines, recorded_at)
      values ('${ID(5)}', '${ID(1)}', '${ID(2)}', '2026-09-30', '演示员', '[{"item": "batteries", "massGrams": 900, "leadPpm": 1}]', now());
     ${MOVE("null, 'generation'", BATCH, 1_000, 'null')}`,
);

it('keeps counts and movements of before, and brings the law', async () => {
  await migrateDatabase(url);
  expect(await execute(url, "select lines -> 0 ->> 'massGrams' as grams from stock_counts")).toEqual([
    { grams: '900' },
  ]);
  expect(await execute(url, 'select mass_grams::int as mass from batches')).toEqual([{ mass: 1_000 }]);
  const keys = await execute(
    url,
    "select distinct key from law_values where key ~ '^recycling.(adjustment|stock-mat)' order by key",
  );
  expect(keys.map(({ key }) => key)).toEqual([
    ...['recycling.adjustment-limit', 'recycling.adjustment-reasons', 'recycling.stock-materials'],
  ]);
});

it('moves mass after a count only for an adjustment that is booked, and dated as it', async () => {
  const leave = (id: number) => MOVE(BATCH, "null, 'adjustment'", 100, `'stock-adjustment:${ID(id)}'`);
  await expect(execute(url, leave(20))).rejects.toThrow('only when it is booked');
  await execute(url, adjustment({ id: 20 }));
  await expect(execute(url, leave(20))).rejects.toThrow('only when it is booked');
  await execute(
    url,
    `update stock_adjustments set state = 'rejected', decided_by = 'anna', decided_at = now(), decision = 'x'`,
  );
  await expect(execute(url, leave(20))).rejects.toThrow('only when it is booked');
  await execute(url, adjustment({ id: 21, state: 'booked', by: "'bert'", at: '2026-09-29T00:00:00Z' }));
  await expect(execute(url, leave(21))).rejects.toThrow('only when it is booked');
  await execute(
    url,
    `insert into stock_counts (id, party_id, site_id, counted_on, counted_by, lines, replaces_id, recorded_at)
    values ('${ID(6)}', '${ID(1)}', '${ID(2)}', '2026-09-30', '演示员', '[]', '${ID(5)}', now())`,
  );
  await execute(url, adjustment({ id: 22, state: 'booked', by: "'bert'" }).replace(ID(5), ID(6)));
  await execute(url, leave(22));
  expect(await execute(url, 'select mass_grams::int as mass from batches')).toEqual([{ mass: 900 }]);
});

it('has one adjustment of an item of a count, a second person who is another, and decisions that stay', async () => {
  await expect(execute(url, adjustment({ id: 30 }))).rejects.toThrow('stock_adjustments_one_mass');
  const alone = adjustment({ id: 31, state: 'booked', by: "'anna'" });
  await expect(execute(url, alone)).rejects.toThrow('stock_adjustments_second_person');
  await expect(execute(url, adjustment({ id: 32, state: 'booked' }))).rejects.toThrow(
    'stock_adjustments_decided_by_one',
  );
  for (const change of ["state = 'proposed'", "reason = 'x'", 'counted_grams = 1', "decided_by = 'carl'"]) {
    await expect(execute(url, `update stock_adjustments set ${change}`), change).rejects.toThrow(
      'only by the decision',
    );
  }
  await expect(execute(url, 'delete from stock_adjustments')).rejects.toThrow('append-only');
  await expect(execute(url, 'truncate stock_adjustments')).rejects.toThrow();
});
