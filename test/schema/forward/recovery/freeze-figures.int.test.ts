/** The migration 0047 on a database of before: frozen evaluations that nothing changes. */
import { expect, it } from 'vitest';
import { migrateDatabase } from '../../../../src/platform/database/migrations.ts';
import { execute } from '../../../setup/postgres-server.ts';
import { ID, RECYCLER, useDatabaseBefore } from '../database-before.ts';

const ASSESSMENT = `
  insert into assessments (id, party_id, period, method, state, round, opened_by, opened_at, state_since, flags)
    values ('${ID(20)}', '${ID(1)}', '2026-09', 'lead-recovery', 'draft', 0, 'm', now(), now(), '[]');`;
const url = useDatabaseBefore('forward-39/0047_freeze_figures', RECYCLER + ASSESSMENT);

it('0047_freeze_figures keeps assessments, and frozen evaluations as they are', async () => {
  await migrateDatabase(url);
  expect(await execute(url, 'select state from assessments')).toEqual([{ state: 'draft' }]);
  const insert = `insert into assessment_snapshots (id, assessment_id, party_id, round, purpose, taken_at, journal_index,
      content_sha256, files, records, manifest, signature, public_key)
    values (gen_random_uuid(), '${ID(20)}', '${ID(1)}', 1, 'submission', now(), 0, repeat('0', 64), '{}', '', '{}', '', '{}')`;
  await execute(url, insert);
  await expect(execute(url, insert)).rejects.toThrow('assessment_snapshots_one_each');
  for (const change of ["update assessment_snapshots set manifest = ''", 'delete from assessment_snapshots']) {
    await expect(execute(url, change)).rejects.toThrow();
  }
});
