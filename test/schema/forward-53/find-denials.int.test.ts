/** The migration 0066: denials and shared certificates by organisation. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0066_find_denials finds the few records of an organisation by an index', async () => {
  const { rows } = await db.db.$client.query(
    `select indexname as name from pg_indexes
    where indexname in ('certificate_confirmations_denied', 'certificate_pairs_party') order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(['certificate_confirmations_denied', 'certificate_pairs_party']);
  const { rows: functions } = await db.db.$client.query(
    `select proname as name from pg_proc where proname in ('certificates_of_others', 'paired_certificates')`,
  );
  expect(functions).toEqual([{ name: 'paired_certificates' }]);
});
