/** The migration 0096: the law on collecting, and the mark of a batch that was collected without a licence. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/batches/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'licences.collecting';
const db = useDatabase();

it('0096_ask_collectors marks collections without a licence until 2027 and refuses them from then on', async () => {
  const { rows } = await db.db.$client.query(
    'select valid_from::text as since, value, confidence from law_values where key = $1 order by valid_from',
    [KEY],
  );
  expect(rows.map(({ since, value, confidence }) => [since, value.effect, confidence])).toEqual([
    ['2020-01-01', 'warned', 'M-m'],
    ['2027-01-01', 'refused', 'M-m'],
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[KEY]?.parse(value)).toEqual(value);
  expect(rows[1]?.value.exemptions).toEqual(rows[0]?.value.exemptions);
});

it('0096_ask_collectors leaves the batches of the release before unmarked', async () => {
  const { rows } = await db.db.$client.query(
    `select column_default, is_nullable from information_schema.columns
     where table_name = 'batches' and column_name = 'unlicensed'`,
  );
  expect(rows).toEqual([{ column_default: 'false', is_nullable: 'NO' }]);
});
