/** The migration 0064: certificates that two organisations state. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0064_pair_certificates compares certificates when a sample or a statement is inserted, by whatever release', async () => {
  const { rows } = await db.db.$client.query(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'note_certificates'::regproc order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(['analyses', 'assays', 'certificate_confirmations']);
});

it('0064_pair_certificates takes two spellings of a number as one', async () => {
  const { rows } = await db.db.$client.query(
    `select certificate_key(' 检－Ａ 1') = certificate_key('检-a1') as number, laboratory_key('甲（检测）') = laboratory_key('甲 检测') as name`,
  );
  expect(rows).toEqual([{ number: true, name: true }]);
});
