/** The migration 0051 on a database of before: assessments keep their state, and get revisions that nothing changes. */
import { expect, it } from 'vitest';
import { migrateDatabase } from '../../../../src/platform/database/migrations.ts';
import { execute } from '../../../setup/postgres-server.ts';
import { ID, RECYCLER, useDatabaseBefore } from '../database-before.ts';

const ASSESSMENT = `
  insert into assessments (id, party_id, period, method, state, round, opened_by, opened_at, state_since, flags)
    values ('${ID(20)}', '${ID(1)}', '2026-09', 'lead-recovery', 'draft', 0, 'm', now(), now(), '[]');`;
const url = useDatabaseBefore('forward-39/0051_revise_figures', RECYCLER + ASSESSMENT);

it('0051_revise_figures keeps assessments, without a revision, and revisions as they are', async () => {
  await migrateDatabase(url);
  expect(await execute(url, 'select state, open_revision, compared_index from assessments')).toEqual([
    { state: 'draft', open_revision: null, compared_index: null },
  ]);
  await expect(execute(url, 'update assessments set open_revision = 1')).rejects.toThrow('assessments_revised');
  const insert = `insert into assessment_revisions (assessment_id, party_id, number, round, opened_at, since_index, journal_index,
      difference) values ('${ID(20)}', '${ID(1)}', 1, 1, now(), 0, 1, '{}')`;
  await execute(url, insert);
  await expect(execute(url, insert)).rejects.toThrow('assessment_revisions_pkey');
  for (const change of ["update assessment_revisions set difference = '{}'", 'delete from assessment_revisions']) {
    await expect(execute(url, change)).rejects.toThrow();
  }
  for (const step of ['confirm', 'reopen']) {
    const number = step === 'confirm' ? 1 : 2;
    await execute(
      url,
      `insert into assessment_steps (assessment_id, party_id, number, step, round, state, taken_by, taken_at, details)
        values ('${ID(20)}', '${ID(1)}', ${number}, '${step}', 1, 'certified', 'o', now(), '{}')`,
    );
  }
});
