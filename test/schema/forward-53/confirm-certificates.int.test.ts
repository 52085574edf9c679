/** The migration 0058: laboratories, and their statements on certificates. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0058_confirm_certificates lets the release before record samples that name no laboratory', async () => {
  const { rows } = await db.db.$client.query(
    `select table_name as name, is_nullable as nullable, column_default as value from information_schema.columns
    where column_name = 'laboratory_id' and table_name in ('assays', 'analyses') order by table_name`,
  );
  expect(rows).toEqual([
    { name: 'analyses', nullable: 'YES', value: null },
    { name: 'assays', nullable: 'YES', value: null },
  ]);
});

it('0058_confirm_certificates keeps statements as they were made', async () => {
  const { rows } = await db.db.$client.query(
    `select c.relname || '.' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relname in ('certificate_confirmations', 'qualifications') order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'certificate_confirmations.certificate_confirmations_append_only',
    'certificate_confirmations.certificate_confirmations_no_truncate',
    'certificate_confirmations.certificate_confirmations_pair',
    'qualifications.qualifications_append_only',
    'qualifications.qualifications_no_truncate',
  ]);
});
