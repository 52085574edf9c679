/** The migration 0070: observed stock counts, and from when on stock that grew needs one. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { LAW_SHAPES as RECYCLING_SHAPES } from '../../../src/recycling/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0070_observe_stock dates from when on stock that grew unseen counts', async () => {
  const { rows } = await db.db.$client.query(
    `select key, valid_from::text as since, value from law_values
     where key in ('recovery.stock-observation', 'recycling.stock-observation') order by key, valid_from`,
  );
  expect(rows).toEqual([
    { key: 'recovery.stock-observation', since: '2020-01-01', value: { growth: 'believed' } },
    { key: 'recovery.stock-observation', since: '2027-01-01', value: { growth: 'observed' } },
    { key: 'recycling.stock-observation', since: '2020-01-01', value: { days: 3 } },
    { key: 'recycling.stock-observation', since: '2026-01-01', value: { days: 0 } },
  ]);
  const shapes = { ...LAW_SHAPES, ...RECYCLING_SHAPES };
  for (const { key, value } of rows) {
    expect(shapes[key as 'recovery.stock-observation'].parse(value)).toEqual(value);
  }
});

it('0070_observe_stock keeps what was seen: no row is changed or removed', async () => {
  const { rows } = await db.db.$client.query(
    `select tgname as name from pg_trigger where tgrelid = 'stock_observations'::regclass and not tgisinternal order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(['stock_observations_append_only', 'stock_observations_no_truncate']);
});
