/** The migration 0089: a type of source for warranty returns, which is kept apart. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/batches/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'batteries.kept-apart';
const db = useDatabase();

it('0089_keep_warranty_apart adds a source from 2026 on, keeps all earlier ones, and keeps it apart', async () => {
  const { rows: lists } = await db.db.$client.query<{ since: string; codes: string[] }>(
    `select valid_from::text as since, array(select one ->> 'code' from jsonb_array_elements(value) one) as codes
     from law_values where key = 'batteries.source-types' order by valid_from`,
  );
  const [before, after] = lists;
  expect([before?.since, after?.since]).toEqual(['2020-01-01', '2026-01-01']);
  expect(after?.codes).toEqual([...(before?.codes ?? []), 'warranty-return']);
  const { rows } = await db.db.$client.query('select value from law_values where key = $1', [KEY]);
  expect(rows).toEqual([{ value: { sourceTypes: ['warranty-return'] } }]);
  expect(LAW_SHAPES[KEY]?.parse(rows[0]?.value)).toEqual(rows[0]?.value);
});
