/** The migration 0078: from when on products and bought feed need an observed count. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'recovery.unobserved-items';
const db = useDatabase();

it('0078_count_unseen_products dates from when on products and bought feed that no authority saw count', async () => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, valid_to::text as until, value, confidence from law_values
     where key = $1 order by valid_from`,
    [KEY],
  );
  expect(rows).toEqual([
    { since: '2020-01-01', until: '2026-01-01', value: { items: 'balance' }, confidence: 'I' },
    { since: '2026-01-01', until: null, value: { items: 'all' }, confidence: 'I' },
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[KEY].parse(value)).toEqual(value);
});

it('0078_count_unseen_products leaves the law of the release before readable', async () => {
  const { rows } = await db.db.$client.query(
    `select value from law_values where key = 'recovery.unobserved-stock' order by valid_from`,
  );
  expect(rows).toEqual([{ value: { scope: 'growth' } }, { value: { scope: 'closing' } }]);
});
