/** Years whose work calendar should be loaded and is not: for the answer of the calendar, and as a metric. */
import { dayOf } from '../../core/calendar.ts';
import type { Reader } from '../../platform/database/db.ts';
import { lawRowOn, loadedYears } from '../../platform/law/index.ts';
import type { Figures } from '../../platform/operation/metrics.ts';
import { NEXT_YEAR, NextYear } from './law-schemas.ts';
import { missingYears } from './work-year.ts';

const MISSING = 'leadloop_calendar_years_missing';

/** Lists the years whose notice should be loaded on a day and is not. */
export async function listMissingYears(reader: Reader, today: string): Promise<string[]> {
  const row = await lawRowOn(reader, NEXT_YEAR, today, NextYear);
  // Without the rule the next year is missed from its first day on.
  return missingYears(today, await loadedYears(reader), row?.value.from ?? '99-99');
}

export const CALENDAR_FIGURES: Figures = {
  gauges: [
    {
      name: MISSING,
      help: 'Years whose work calendar should be loaded by today and is not, so that due days are unknown',
      labels: [],
    },
  ],
  read: async (db, now) => [{ name: MISSING, labels: {}, value: (await listMissingYears(db, dayOf(now))).length }],
};
