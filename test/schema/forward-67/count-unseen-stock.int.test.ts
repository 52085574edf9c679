/** The migration 0072: from when on all closing stock needs an observed count. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'recovery.unobserved-stock';
const db = useDatabase();

it('0072_count_unseen_stock dates from when on all closing stock that no authority saw counts', async () => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, valid_to::text as until, value, confidence from law_values
     where key = $1 order by valid_from`,
    [KEY],
  );
  expect(rows).toEqual([
    { since: '2020-01-01', until: '2026-01-01', value: { scope: 'growth' }, confidence: 'I' },
    { since: '2026-01-01', until: null, value: { scope: 'closing' }, confidence: 'I' },
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[KEY].parse(value)).toEqual(value);
});

it('0072_count_unseen_stock leaves the treatments of growth readable', async () => {
  const { rows } = await db.db.$client.query(
    `select value from law_values where key = 'recovery.stock-observation' order by valid_from`,
  );
  expect(rows).toEqual([{ value: { growth: 'believed' } }, { value: { growth: 'observed' } }]);
});
