/** The migration 0068: records that their laboratory disowned share no certificate. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0068_ignore_disowned reads pairs as the owner of the tables, for readers who see one of the two', async () => {
  const { rows } = await db.db.$client.query(
    `select prosecdef as owner, pg_get_functiondef(oid) like '%disowned%' as ignores from pg_proc where proname = 'paired_certificates'`,
  );
  expect(rows).toEqual([{ owner: true, ignores: true }]);
});
