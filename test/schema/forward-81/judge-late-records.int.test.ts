/** The migration 0084: from when on records of a closed month are late. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'recovery.late-records';
const db = useDatabase();

it('0084_judge_late_records dates from when on records of a closed month are late, in the form that the service reads', async () => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, valid_to::text as until, value, confidence from law_values
     where key = $1 order by valid_from`,
    [KEY],
  );
  expect(rows).toEqual([
    { since: '2020-01-01', until: '2026-01-01', value: { graceDays: null }, confidence: 'I' },
    { since: '2026-01-01', until: null, value: { graceDays: 45 }, confidence: 'I' },
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[KEY].parse(value)).toEqual(value);
});
