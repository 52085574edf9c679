/** Use case: computing the last days of assessments and revisions that a newly loaded work calendar makes known. */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { ServiceDeps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { dueOn } from '../assessments/service.ts';
import { listUnknownDays, saveDays } from './store.ts';

const MACHINERY: Actor = { subject: 'recovery', source: 'local', roles: [], scopes: [] };

/** Computes the last days that the calendar makes known. Returns their number. @param daysOn working days of a revision */
export async function computeDueDays(
  deps: ServiceDeps,
  { calendar }: Pick<LawCache, 'calendar'>,
  daysOn: (day: string) => number | null,
): Promise<number> {
  const unknown = await listUnknownDays(deps.db);
  const known = unknown.flatMap(({ days, ...one }) => {
    const since = new Date(one.since);
    const due = dueOn(since, one.number === null ? days : daysOn(dayOf(since)), calendar);
    return due === null ? [] : [{ ...one, dueOn: due }];
  });
  if (known.length === 0) return 0;
  return deps.db.transaction(async (tx) => {
    const saved = await saveDays(tx, known);
    const now = deps.clock();
    await record(
      tx,
      saved.map(({ assessmentId, number, dueOn: due }) =>
        fact('assessment.terms_computed', `assessment:${assessmentId}`, MACHINERY, now, {
          ...{ assessmentId, revision: number, dueOn: due },
        }),
      ),
    );
    return saved.length;
  });
}
