/** The migration 0043 on a database of before, with a delivery that a number confirms. */
import { expect, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { LAW_SHAPES } from '../../../src/recycling/index.ts';
import { execute } from '../../setup/postgres-server.ts';
import { ID, RECYCLER, useDatabaseBefore } from '../forward/database-before.ts';

const BATCH = `
  insert into batches (id, party_id, site_id, kind, material, mass_grams, pieces, occurred_at, recorded_at)
    values ('${ID(10)}', '${ID(1)}', '${ID(2)}', 'by_product', 'plastics_light', 0, 0, now(), now());`;
const delivery = (n: number) => `
  insert into dispositions (id, party_id, batch_id, kind, mass_grams, receiver_name, contract_number, confirmation_number,
      occurred_at, recorded_at)
    values ('${ID(n)}', '${ID(1)}', '${ID(10)}', 'use', 1000, '演示', '演示', '演示', now(), now());`;
const url = useDatabaseBefore('forward-39/0043_record_fractions', [RECYCLER, BATCH, delivery(11)].join(''));

it('0043_record_fractions keeps deliveries as they are, without a use, and dates the law', async () => {
  await migrateDatabase(url);
  expect(await execute(url, 'select use, use_fate, receiver_id, confirmation_number from dispositions')).toEqual([
    { use: null, use_fate: null, receiver_id: null, confirmation_number: '演示' },
  ]);
  const keys = ['battery-composition', 'material-fractions', 'use-evidence', 'uses'].map((key) => `recycling.${key}`);
  const law = await execute(
    url,
    `select key, value from law_values where key in (${keys.map((key) => `'${key}'`).join()}) order by key`,
  );
  expect(law.map(({ key }) => key)).toEqual(keys);
  for (const { key, value } of law) {
    expect(LAW_SHAPES[key as keyof typeof LAW_SHAPES].safeParse(value).error).toBeUndefined();
  }
  // The release before writes deliveries without the new columns, and assays of lead alone.
  await execute(url, delivery(12));
  expect(await execute(url, 'select count(*)::int as found from dispositions')).toEqual([{ found: 2 }]);
});
