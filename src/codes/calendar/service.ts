/** Use case: loading the work calendar of a year from its notice. */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { type CalendarNotice, insertNotice, lockNotices } from '../../platform/law/index.ts';
import { type HolidayNotice, ordinaryAgain, refuseUnordered, statesTheSame } from './work-year.ts';

export type LoadYear = {
  readonly actor: Actor;
  readonly notice: HolidayNotice;
  /** Version that the notice corrects; 0 for a year without a notice. */
  readonly replacesVersion: number;
};

/**
 * Puts the days of a notice in force, as the next version of its year. Returns the notice in force when it states the same.
 * @throws Problem as `refuseUnordered`
 */
export function loadYear(tx: Tx, deps: Deps, { actor, notice, replacesVersion }: LoadYear): Promise<CalendarNotice> {
  return asServiceInAny(tx, 'the work calendar is one for all', async () => {
    const year = Number(notice.year);
    const last = (await lockNotices(tx, year)).at(-1);
    if (last && statesTheSame(last, notice)) return last;
    const recordedAt = deps.clock();
    refuseUnordered(notice, { last, replaces: replacesVersion, today: dayOf(recordedAt) });
    const next: CalendarNotice = {
      ...notice,
      daysOff: notice.daysOff.toSorted(),
      workingWeekendDays: notice.workingWeekendDays.toSorted(),
      ...{ year, version: replacesVersion + 1, recordedAt },
    };
    await insertNotice(tx, next, ordinaryAgain(last, notice));
    const { recordedAt: _, ...payload } = next;
    await record(tx, [fact('law.calendar_loaded', `law:work-calendar-${year}`, actor, recordedAt, payload)]);
    return next;
  });
}
