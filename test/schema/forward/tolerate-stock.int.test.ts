/** The migration 0038 on the law of before. */
import { beforeAll, expect, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { ToleranceShape } from '../../../src/recovery/stock/law-schemas.ts';
import { execute } from '../../setup/postgres-server.ts';
import { useDatabaseBefore } from './database-before.ts';

const url = useDatabaseBefore(
  'forward-25/0038_tolerate_stock_differences',
  `insert into law_values (key, valid_from, valid_to, value, source, confidence) values
      ('clock.future-skew', '2031-01-01', null, '{"seconds": 60}', 'own', 'I')`,
);
/** The migration adds the first key; 0089_keep_warranty_apart ends the row of the second one. */
const others = () =>
  execute(
    url,
    `select * from law_values where key not in ('recovery.stock-tolerance', 'batteries.source-types') order by key, valid_from`,
  );
let held: Awaited<ReturnType<typeof others>>;

beforeAll(async () => {
  held = await others();
  await migrateDatabase(url);
});

it('adds the tolerance of stock, and leaves every row that the release before reads', async () => {
  expect(await others()).toEqual(expect.arrayContaining(held));
  const [row, ...more] = await execute(
    url,
    "select valid_from::text, valid_to, value, confidence from law_values where key = 'recovery.stock-tolerance'",
  );
  expect([row?.valid_from, row?.valid_to, row?.confidence, more]).toEqual(['2020-01-01', null, 'I', []]);
  expect(ToleranceShape.safeParse(row?.value).success).toBe(true);
});
