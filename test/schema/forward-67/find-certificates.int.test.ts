/** The migration 0075: organisations that share certificate are found by an index. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0075_find_certificates reads no table as a whole, however small it was when the plan was made', async () => {
  const { rows } = await db.db.$client.query(
    `select unnest(proconfig) as setting from pg_proc where proname = 'share_certificates' order by 1`,
  );
  expect(rows.map(({ setting }) => setting)).toEqual([
    'enable_seqscan=off',
    'plan_cache_mode=force_generic_plan',
    'search_path=public, pg_temp',
  ]);
});
