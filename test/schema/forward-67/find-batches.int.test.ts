/** The migration 0067: an index of blocks of batches by their time. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0067_find_batches finds the batches before an instant by a small index of blocks', async () => {
  const { rows } = await db.db.$client.query(
    "select am.amname as method from pg_class c join pg_am am on am.oid = c.relam where c.relname = 'batches_occurred'",
  );
  expect(rows).toEqual([{ method: 'brin' }]);
});
