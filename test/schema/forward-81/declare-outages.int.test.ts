/** The migration 0092: outages of systems. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0092_declare_outages keeps outages and their ends as they were declared', async () => {
  const { rows } = await db.db.$client.query(
    `select tgname as name from pg_trigger where not tgisinternal and tgname like 'outage%' order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    ...['outage_ends_append_only', 'outage_ends_no_truncate', 'outages_append_only', 'outages_no_truncate'],
  ]);
});
