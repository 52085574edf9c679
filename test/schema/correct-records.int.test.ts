/** The migration 0019 on a database of before that has batches and movements of every boundary account. */
import { expect, it } from 'vitest';
import { migrateDatabase } from '../../src/platform/database/migrations.ts';
import { execute } from '../setup/postgres-server.ts';
import { ID, RECYCLER, useDatabaseBefore } from './forward/database-before.ts';

const TAG = 'forward/0019_correct_records';

const OPEN = `insert into batches (id, party_id, site_id, kind, material, battery_kind, risk_class, condition, occurred_at, recorded_at)
  values ('${ID(10)}', '${ID(1)}', '${ID(2)}', 'battery', '900-052-31', 'starter', 'I', 'whole', now(), now())`;
const moved = (kind: string, from: string, to: string, mass: number, more = 'null') =>
  `insert into movements (kind, from_batch_id, from_boundary, to_batch_id, to_boundary, mass_grams, pieces, occurred_at, recorded_at${more === 'null' ? '' : ', corrects_id'})
   values ('${kind}', ${from}, ${to}, ${mass}, ${kind === 'correction' ? 0 : 1}, now(), now()${more === 'null' ? '' : `, ${more}`})`;
const BATCH = `'${ID(10)}', null`;

const url = useDatabaseBefore(
  TAG,
  `${RECYCLER}
     ${OPEN}; ${moved('generation', "null, 'generation'", BATCH, 1_000)};
     ${moved('split', "null, 'adjustment'", BATCH, 10)}; ${moved('disposal', BATCH, "null, 'loss'", 10)}`,
);

it('keeps movements of before, and lets a correction lead back to where mass came from', async () => {
  await expect(execute(url, moved('disposal', BATCH, "null, 'generation'", 1))).rejects.toThrow('to_boundary_check');
  await migrateDatabase(url);
  const rows = await execute(
    url,
    'select id::int as id, mass_grams::int as mass, corrects_id from movements order by id',
  );
  expect(rows.map(({ mass, corrects_id }) => [mass, corrects_id])).toEqual([
    [1_000, null],
    [10, null],
    [10, null],
  ]);
  const first = String(rows[0]?.id);
  await expect(execute(url, moved('correction', BATCH, "null, 'generation'", 1))).rejects.toThrow('names_another');
  await expect(execute(url, moved('split', BATCH, "null, 'loss'", 1, first))).rejects.toThrow('names_another');
  await execute(url, moved('correction', BATCH, "null, 'generation'", 100, first));
  expect(await execute(url, 'select mass_grams::int as mass from batches')).toEqual([{ mass: 900 }]);
});

it('lets a description change only to what a correction says', async () => {
  const change = "update batches set risk_class = 'II', condition = 'broken'";
  await expect(execute(url, change)).rejects.toThrow('by a correction only');
  await execute(
    url,
    `insert into corrections (id, party_id, site_id, subject, number, reason, before, after, affected, actor, recorded_at)
     values ('${ID(20)}', '${ID(1)}', '${ID(2)}', 'batch:${ID(10)}', 1, '演示', '{"riskClass": "I", "condition": "whole"}',
       '{"riskClass": "II", "condition": "broken"}', '[]', 'anna', now())`,
  );
  await execute(url, change);
  await expect(execute(url, "update batches set risk_class = 'I'")).rejects.toThrow('by a correction only');
  await expect(execute(url, "update corrections set reason = 'x'")).rejects.toThrow();
});
