/** The migration 0069: files of certificates by organisation. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0069_pair_files finds the records of other organisations without those of the own one', async () => {
  const { rows } = await db.db.$client.query(
    `select indexname as name from pg_indexes where indexdef like '%(certificate_sha256%' and tablename in ('assays', 'analyses')
    order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(['analyses_file_party', 'assays_file_party']);
});
