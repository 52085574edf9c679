/** The migration 0040 on a database of before, with assays that name certificates. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/files/index.ts';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';
import { ID, RECYCLER, useDatabaseBefore } from '../forward/database-before.ts';

const SHA256 = 'a'.repeat(64);
const ASSAYS = [null, SHA256].map(
  (sha256, at) => `
    insert into assays (id, party_id, basis, battery_kind, substance, ppm, wet_basis, moisture_ppm, method, laboratory,
        certificate_sha256, sampled_at, recorded_at)
      values ('${ID(10 + at)}', '${ID(1)}', 'declared_default', '${['starter', 'traction'][at]}', 'lead', 580000, true, 0, 'XRF', '演示',
        ${sha256 && `'${sha256}'`}, now(), now());`,
);
const url = useDatabaseBefore('forward-39/0040_store_files', [RECYCLER, ...ASSAYS].join(''));

it('0040_store_files keeps the assays as they are, without a file, and dates the law', async () => {
  await migrateDatabase(url);
  expect(await execute(url, 'select certificate_sha256, certificate_file_id from assays order by id')).toEqual([
    { certificate_sha256: null, certificate_file_id: null },
    { certificate_sha256: SHA256, certificate_file_id: null },
  ]);
  const law = await execute(url, "select key, value, confidence from law_values where key like 'files.%' order by key");
  expect(law.map(({ key, confidence }) => [key, confidence])).toEqual([
    ['files.media-types', 'I'],
    ['files.retention', 'I'],
  ]);
  for (const { key, value } of law) {
    const shape = LAW_SHAPES[key as keyof typeof LAW_SHAPES];
    expect(shape.safeParse(value).error).toBeUndefined();
  }
  // The release before writes assays without the new column.
  await execute(url, ASSAYS[0]?.replace(ID(10), ID(12)).replace("'starter'", "'stationary'") ?? '');
  expect(await execute(url, 'select count(*)::int as found from assays')).toEqual([{ found: 3 }]);
});
