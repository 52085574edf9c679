/** The migration 0086: from when on receivers must confirm sales, and the index by which they find them. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'recovery.unconfirmed-sales';
const db = useDatabase();

it('0086_confirm_sales dates from when on sales that no independent receiver confirmed count', async () => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, valid_to::text as until, value, confidence from law_values
     where key = $1 order by valid_from`,
    [KEY],
  );
  const limits = { massToleranceBasisPoints: 50, transitDays: 15 };
  expect(rows).toEqual([
    { since: '2020-01-01', until: '2026-01-01', value: { sales: 'believed', ...limits }, confidence: 'I' },
    { since: '2026-01-01', until: null, value: { sales: 'confirmed', ...limits }, confidence: 'I' },
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[KEY].parse(value)).toEqual(value);
  const { rows: indexes } = await db.db.$client.query(
    `select indexdef from pg_indexes where indexname = 'dispositions_receiver'`,
  );
  expect(indexes[0]?.indexdef).toContain('(receiver_id, id) WHERE (receiver_id IS NOT NULL)');
});
