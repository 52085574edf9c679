/** Last days of assessments and revisions that were unknown are computed when the work calendar of their year is loaded. */
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { collectWork } from '../../../src/app.ts';
import { newId } from '../../../src/platform/ids.ts';
import { NOW, useApp } from '../../app/fixture.ts';

const app = useApp();
const SINCE = '2026-12-28T02:00:00.000Z';
const NOTICE = {
  ...{ year: '2027', number: '演示发〔2026〕1号', title: '演示通知', issuedOn: '2026-10-10' },
  ...{ daysOff: ['2027-01-01', '2027-05-01', '2027-10-01'], workingWeekendDays: [] },
};

const sweep = async () =>
  collectWork(app.deps)
    .sweeps.find(({ name }) => name === 'recovery-due-days')
    ?.pass();

async function all() {
  const { rows: assessments } = await app.deps.db.execute(sql`select * from assessments order by period`);
  const { rows: revisions } = await app.deps.db.execute(sql`select * from assessment_revisions order by number`);
  return { assessments, revisions };
}

it('exactly the unknown last days become known, once, each with its journal entry', async () => {
  const { partyId } = await app.enterprise({ kind: 'recycler' });
  const ids = [newId(), newId(), newId()];
  const insert = (id: string | undefined, period: string, days: number | null, due: string | null) =>
    app.deps.db.execute(sql`
      insert into assessments (id, party_id, period, method, state, round, opened_by, opened_at, state_since, due_days, due_on,
        flags, submitted_by, submitted_at)
      values (${id}, ${partyId}, ${period}, 'lead-recovery', 'submitted', 1, 'a', ${SINCE}, ${SINCE}, ${days}, ${due}, '[]', 'a', ${SINCE})`);
  await insert(ids[0], '2026-01', 5, null);
  await insert(ids[1], '2026-02', 5, '2026-12-31');
  await insert(ids[2], '2026-03', null, null);
  await app.deps.db.execute(sql`
    update assessments set state = 'certified', due_days = null, reviewed_by = 'b', reviewed_at = ${SINCE}, recommendation = 'certify',
      decided_by = 'c', decided_at = ${SINCE}, outcome = 'certified', open_revision = 2 where id = ${ids[2]}`);
  for (const number of [1, 2]) {
    await app.deps.db.execute(sql`
      insert into assessment_revisions (assessment_id, party_id, number, round, opened_at, since_index, journal_index, difference)
      values (${ids[2]}, ${partyId}, ${number}, 1, ${SINCE}, 0, 0, '{}')`);
  }
  const before = await all();
  expect(await sweep()).toBe(0);
  expect((await app.authority.post('/v1/calendar', NOTICE)).status).toBe(200);
  app.clock.now = new Date(NOW.getTime() + 61_000);
  expect(await sweep()).toBe(2);
  expect(await sweep()).toBe(0);
  const [first, ...others] = before.assessments;
  const [replaced, open] = before.revisions;
  expect(await all()).toEqual({
    assessments: [{ ...first, due_on: '2027-01-05' }, ...others],
    revisions: [replaced, { ...open, due_on: expect.stringMatching(/^2027-01-/) }],
  });
  await expect(
    app.database.owner.execute(sql`update assessment_revisions set due_on = '2027-02-01' where number = 2`),
  ).rejects.toThrow();
  await expect(
    app.database.owner.execute(sql`update assessment_revisions set round = 2 where number = 1`),
  ).rejects.toThrow();
  const { rows } = await app.deps.db.execute(
    sql`select subject, payload from journal_entries where kind = 'assessment.terms_computed' order by payload ->> 'revision' nulls first`,
  );
  expect(rows).toEqual([
    { subject: `assessment:${ids[0]}`, payload: { assessmentId: ids[0], revision: null, dueOn: '2027-01-05' } },
    { subject: `assessment:${ids[2]}`, payload: { assessmentId: ids[2], revision: 2, dueOn: expect.any(String) } },
  ]);
});
