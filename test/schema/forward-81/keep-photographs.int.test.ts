/** The migration 0094: photographs of loads. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/manifests/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0094_keep_photographs dates the need of photographs, in the form that the service reads', async () => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, value from law_values where key = 'manifests.paper-photographs'`,
  );
  expect(rows).toEqual([{ since: '2020-01-01', value: { required: true, maxPerManifest: 100 } }]);
  expect(LAW_SHAPES['manifests.paper-photographs']?.parse(rows[0].value)).toEqual(rows[0].value);
});
