/** The migration 0083: numbers of forms on paper, by which loads are found. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0083_know_papers has one key for two spellings of a number, and keeps rows with the same one', async () => {
  const { rows } = await db.db.$client.query(
    `select manifest_key(' 纸－1 a') as key, indexdef like '%UNIQUE%' as one_row, indexdef like '%manifest_key%' as by_key
     from pg_indexes where indexname = 'manifests_paper'`,
  );
  expect(rows).toEqual([{ key: '纸-1a', one_row: false, by_key: true }]);
});
