/** The migration 0044 on a database of before: the tables of assessments, their guards, and the dated law. */
import { expect, it } from 'vitest';
import { migrateDatabase } from '../../../../src/platform/database/migrations.ts';
import { LAW_SHAPES } from '../../../../src/recovery/index.ts';
import { execute } from '../../../setup/postgres-server.ts';
import { ID, RECYCLER, useDatabaseBefore } from '../database-before.ts';

const url = useDatabaseBefore('forward-39/0044_assess_rates', RECYCLER);

const insert = (id: string, state: string, people: string) => `
  insert into assessments (id, party_id, period, method, state, round, opened_by, opened_at, state_since, flags,
      submitted_by, submitted_at, reviewed_by, reviewed_at, recommendation, decided_by, decided_at, outcome)
    values ('${id}', '${ID(1)}', '2026-09', 'lead-recovery', '${state}', 1, 'm', now(), now(), '[]', ${people});`;

it('0044_assess_rates adds assessments of three people, one for each period, and dates their deadlines', async () => {
  await migrateDatabase(url);
  const [law] = await execute(
    url,
    "select value, confidence from law_values where key = 'recovery.assessment-deadlines'",
  );
  expect(LAW_SHAPES['recovery.assessment-deadlines'].safeParse(law?.value).error).toBeUndefined();
  expect(law?.confidence).toBe('I');
  const refused = (people: string) => expect(execute(url, insert(ID(20), 'certified', people))).rejects.toThrow();
  await refused(`'m', now(), 'm', now(), 'certify', 'd', now(), 'certified'`);
  await refused(`'m', now(), 'e', now(), 'certify', 'e', now(), 'certified'`);
  await refused(`'m', now(), 'e', now(), 'certify', 'm', now(), 'certified'`);
  await refused(`'m', now(), 'e', now(), 'refuse', 'd', now(), 'certified'`);
  const three = `'m', now(), 'e', now(), 'certify', 'd', now(), 'certified'`;
  await execute(url, insert(ID(20), 'certified', three));
  await expect(execute(url, insert(ID(21), 'certified', three))).rejects.toThrow('assessments_one_each');
  await expect(execute(url, "update assessments set period = '2026-08'")).rejects.toThrow(
    'stays that of its enterprise',
  );
  await expect(execute(url, 'delete from assessments')).rejects.toThrow();
});
