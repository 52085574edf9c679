/** The migration 0065: early ends of qualifications. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0065_withdraw_qualifications keeps withdrawals as they were recorded', async () => {
  const { rows } = await db.db.$client.query(
    `select t.tgname as name from pg_trigger t
    where not t.tgisinternal and t.tgrelid = 'qualification_withdrawals'::regclass order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'qualification_withdrawals_append_only',
    'qualification_withdrawals_no_truncate',
  ]);
});
