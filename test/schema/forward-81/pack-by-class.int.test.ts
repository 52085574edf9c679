/** The migration 0090: packaging of the classes of batteries, from 2027 on. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/manifests/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'manifests.class-packaging';
const db = useDatabase();

it('0090_pack_by_class limits the packaging of class II from 2027 on, to codes of the list', async () => {
  const { $client: client } = db.db;
  const { rows } = await client.query(
    'select valid_from::text as since, value from law_values where key = $1 order by valid_from',
    [KEY],
  );
  const packaging = ['acid-proof-box', 'closed-acid-proof-container', 'drum', 'tank'];
  expect(rows).toEqual([
    { since: '2020-01-01', value: { classes: [] } },
    { since: '2027-01-01', value: { classes: [{ riskClass: 'II', packaging }] } },
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[KEY]?.parse(value)).toEqual(value);
  const listed = await client.query(
    `select one ->> 'code' as code from law_values cross join jsonb_array_elements(value) one
     where key = 'codes.packaging' and valid_to is null`,
  );
  expect(listed.rows.map(({ code }) => code)).toEqual(expect.arrayContaining(packaging));
});
