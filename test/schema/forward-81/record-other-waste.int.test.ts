/** The migration 0088: the waste codes that may be recorded by declaration. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/batches/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'batches.recorded-wastes';
const db = useDatabase();

it('0088_record_other_waste names codes of the national list, in the form that the service reads', async () => {
  const { rows } = await db.db.$client.query('select value from law_values where key = $1', [KEY]);
  expect(rows).toEqual([{ value: { wasteCodes: ['900-052-31', '384-004-31'] } }]);
  expect(LAW_SHAPES[KEY]?.parse(rows[0]?.value)).toEqual(rows[0]?.value);
  const listed = await db.db.$client.query('select distinct code from waste_codes where code = any($1)', [
    rows[0]?.value.wasteCodes,
  ]);
  expect(listed.rowCount).toBe(2);
});
