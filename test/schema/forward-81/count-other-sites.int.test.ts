/** The migration 0081: from when on batteries on own sites that do not recycle need an observed count. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'recovery.unobserved-sites';
const db = useDatabase();

it('0081_count_other_sites dates from when on batteries that no authority saw on other sites count', async () => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, valid_to::text as until, value, confidence from law_values
     where key = $1 order by valid_from`,
    [KEY],
  );
  expect(rows).toEqual([
    { since: '2020-01-01', until: '2026-01-01', value: { sites: 'recyclers' }, confidence: 'I' },
    { since: '2026-01-01', until: null, value: { sites: 'all' }, confidence: 'I' },
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[KEY].parse(value)).toEqual(value);
});
