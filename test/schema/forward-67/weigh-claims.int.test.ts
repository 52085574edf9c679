/** The migration 0071: claims that no laboratory confirmed weaken no confirmed certificate. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0071_weigh_claims asks whether a confirmation counts, as the owner of the tables', async () => {
  const { rows } = await db.db.$client.query(
    `select prosecdef as owner, pg_get_functiondef(oid) like '%qualification_withdrawals%' as asks from pg_proc
    where proname = 'paired_certificates'`,
  );
  expect(rows).toEqual([{ owner: true, asks: true }]);
});
