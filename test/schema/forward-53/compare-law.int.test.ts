/** The migration 0060: the law by which a certified figure was compared. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0060_compare_law adds a column that the release before leaves empty', async () => {
  const { rows } = await db.db.$client.query(
    "select is_nullable as nullable from information_schema.columns where table_name = 'assessments' and column_name = 'compared_law'",
  );
  expect(rows).toEqual([{ nullable: 'YES' }]);
});
