/** Metrics of revisions: certified figures that wait for a decision. */
import { sql } from 'drizzle-orm';
import { dayOf } from '../../core/calendar.ts';
import type { Figures } from '../../platform/operation/metrics.ts';

const OPEN = 'leadloop_recovery_revisions_open';

export const REVISION_FIGURES: Figures = {
  gauges: [
    {
      name: OPEN,
      help: 'Open revisions of certified recovery rates, by whether they are overdue',
      labels: ['overdue'],
    },
  ],
  read: async (db, now) => {
    const { rows } = await db.execute<{ open: number; late: number }>(sql`
      select count(*)::float8 as open, (count(*) filter (where r.due_on < ${dayOf(now)}::date))::float8 as late
      from assessments a join assessment_revisions r on r.assessment_id = a.id and r.number = a.open_revision
      where a.open_revision is not null`);
    const { open = 0, late = 0 } = rows[0] ?? {};
    return [
      { name: OPEN, labels: { overdue: 'false' }, value: open - late },
      { name: OPEN, labels: { overdue: 'true' }, value: late },
    ];
  },
};
