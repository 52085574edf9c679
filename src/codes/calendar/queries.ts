/** Reads the work calendar of a year. */
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { listNotices } from '../../platform/law/index.ts';
import { listMissingYears } from './figure-queries.ts';
import { type CalendarResponse, toCalendarResponse } from './schemas.ts';

export async function readCalendar(
  reader: Reader,
  year: string,
  today: string,
): Promise<z.infer<typeof CalendarResponse>> {
  const notices = await listNotices(reader, Number(year));
  return toCalendarResponse(year, notices, await listMissingYears(reader, today));
}
