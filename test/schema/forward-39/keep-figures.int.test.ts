/** The migration 0048: figures are kept, and movements are found by their time. */
import { expect, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';
import { ID, RECYCLER, useDatabaseBefore } from '../forward/database-before.ts';

const url = useDatabaseBefore(
  'forward-39/0048_keep_figures',
  `${RECYCLER}
  insert into batches (id, party_id, site_id, kind, material, occurred_at, recorded_at)
    values ('${ID(3)}', '${ID(1)}', '${ID(2)}', 'product', 'refined_lead', '2025-03-01', '2025-03-01');
  insert into movements (kind, from_boundary, to_batch_id, mass_grams, pieces, occurred_at, recorded_at)
    values ('supply', 'supply', '${ID(3)}', 7, 0, '2025-03-01', '2025-03-01');`,
);

it('0048_keep_figures leaves every movement, and closes kept figures to requests', async () => {
  await migrateDatabase(url);
  const moved = await execute(url, "select mass_grams::int as grams from movements where occurred_at < '2025-04-01'");
  expect(moved).toEqual([{ grams: 7 }]);
  await execute(
    url,
    `insert into recovery_figures (party_id, name, basis, journal_index, value, computed_at) values ('${ID(1)}', 'a', 'b', 0, '{}', now());
    insert into recovery_touches (party_id, journal_index) values ('${ID(1)}', 1);`,
  );
  for (const table of ['recovery_figures', 'recovery_touches']) {
    for (const role of ['leadloop_request', 'leadloop_city']) {
      await expect(execute(url, `set role ${role}; select from ${table}`)).rejects.toThrow('permission denied');
    }
  }
});
