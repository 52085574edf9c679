/** The migration 0080: the last day of a revision is set once, and nothing else of it changes. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0080_know_due_days refuses every other change of a revision', async () => {
  const { rows } = await db.db.$client.query(
    `select tgname as name from pg_trigger where tgrelid = 'assessment_revisions'::regclass and not tgisinternal order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    ...['assessment_revisions_append_only', 'assessment_revisions_known_day', 'assessment_revisions_no_truncate'],
  ]);
});
