/** Use case: recording that the last day of a duty is near, or has passed. */
import { addDays, addWorkingDays, dayOf } from '../../core/calendar.ts';
import { Problem } from '../../core/messages/problem.ts';
import type { ServiceDeps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { Deadline } from './deadlines.ts';
import { type DueDays, insertNotices, type NoticeKind } from './notice-store.ts';
import { MACHINERY } from './term-service.ts';

const AT_ONCE = 500;

/**
 * Records `deadline.near` and `deadline.passed` of open duties, each once. A fact and the row that prevents its repetition
 * are one transaction, so an interrupted pass leaves nothing half done.
 * @param notice the number of working days before the last day
 */
export async function noticeDeadlines(deps: ServiceDeps, notice: (on: string) => Deadline): Promise<number> {
  const today = dayOf(deps.clock());
  const near = nearUntil(today, notice);
  const passed = await noticeAll(deps, 'passed', { from: null, before: today });
  return near === null ? passed : passed + (await noticeAll(deps, 'near', { from: today, before: addDays(near, 1) }));
}

/** Returns the latest last day that is near; null while the calendar of its year is not loaded. */
function nearUntil(today: string, notice: (on: string) => Deadline): string | null {
  try {
    const { workingDays, calendar } = notice(today);
    return addWorkingDays(today, workingDays, calendar);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

async function noticeAll(deps: ServiceDeps, kind: NoticeKind, days: DueDays): Promise<number> {
  for (let found = 0; ; ) {
    const some = await deps.db.transaction(async (tx) => {
      const at = deps.clock();
      const notices = await insertNotices(tx, { kind, days, at, limit: AT_ONCE });
      await record(
        tx,
        notices.map((one) => fact(`deadline.${kind}`, `manifest:${one.manifestId}`, MACHINERY, at, one)),
      );
      return notices.length;
    });
    found += some;
    if (some < AT_ONCE) return found;
  }
}
