/** Wire shapes of the work calendar. */
import { z } from 'zod';
import {
  Day,
  documentNumber,
  expected,
  fault,
  InstantOut,
  named,
  nameText,
  spelled,
} from '../../platform/http/index.ts';
import type { CalendarNotice } from '../../platform/law/index.ts';
import { CALENDAR, LOAD_CALENDAR } from './examples.ts';
import { isIssuedInTime, namesDaysOnce, namesFixedHolidays, worksOnWeekendsOnly } from './work-year.ts';

const CalendarYear = expected(spelled('code').regex(/^20\d\d$/), {
  en: 'a year of 2000 to 2099',
  zh: '2000 至 2099 年间的年份',
  example: '2027',
});

export const CalendarQuery = z.strictObject({
  year: CalendarYear.optional().describe('The calendar year, YYYY; this year if left out'),
});

export const LoadCalendarRequest = named(
  'LoadCalendar',
  'Work calendar of a year, from the notice of the State Council.',
  z
    .strictObject({
      year: CalendarYear.describe('Calendar year, YYYY'),
      number: documentNumber(100).describe('Number of the notice (发文字号)'),
      title: nameText(200).describe('Title of the notice'),
      issuedOn: Day.describe('Day on which the notice was issued (印发日期)'),
      daysOff: z.array(Day).min(1).max(120).describe('Days off that the notice names, weekend days among them'),
      workingWeekendDays: z
        .array(Day)
        .max(60)
        .describe('Saturdays and Sundays that the notice makes working days (调休上班)'),
      replacesVersion: z
        .int()
        .min(0)
        .max(1_000)
        .default(0)
        .describe('Version of the year that this notice corrects; 0 for a year without a notice'),
    })
    .refine(
      namesDaysOnce,
      fault(
        'Each day must be of the year, and named once in both lists together.',
        '所列日期均须属于该年度，且在休息日和调休上班日中只出现一次。',
        'daysOff',
        'workingWeekendDays',
        'year',
      ),
    )
    .refine(
      worksOnWeekendsOnly,
      fault(
        'Days that the notice makes working days must be Saturdays or Sundays.',
        '调休上班日须为星期六或星期日。',
        'workingWeekendDays',
      ),
    )
    .refine(
      namesFixedHolidays,
      fault(
        'The days off must include 1 January, 1 May and 1 October: give the whole notice.',
        '休息日须包含 1 月 1 日、5 月 1 日和 10 月 1 日，请填写通知的全部内容。',
        'daysOff',
        'year',
      ),
    )
    .refine(
      isIssuedInTime,
      fault(
        'The notice must be issued in the year before, or in the year itself.',
        '通知的印发日期须在上一年度或该年度内。',
        'issuedOn',
        'year',
      ),
    ),
  LOAD_CALENDAR,
);

export const CalendarResponse = named(
  'WorkCalendar',
  'Work calendar of a year, with the notices that state it.',
  z.object({
    year: z.string().describe('Calendar year, YYYY'),
    loaded: z.boolean().describe('true when a notice of the year is loaded; else no working day of it is known'),
    version: z.int().nullable().describe('Version in force; null for a year without a notice'),
    daysOff: z.array(z.string()).describe('Days off that the notice in force names, weekend days among them'),
    workingWeekendDays: z.array(z.string()).describe('Saturdays and Sundays that are working days'),
    notices: z
      .array(
        z.object({
          version: z.int().describe('1 for the first notice, and one more for each correction'),
          number: z.string().nullable().describe('Number of the notice; null for a year that came with this service'),
          title: z.string().describe('Title of the notice'),
          issuedOn: z.string().nullable().describe('Day of issue; null for a year that came with this service'),
          recordedAt: InstantOut.describe('Time at which this service recorded it'),
        }),
      )
      .describe('All notices of the year, the last one in force'),
    missingYears: z
      .array(z.string())
      .describe(
        'Years whose notice should be loaded by today and is not: this year, and from the day of law calendar.next-year on the next one. Terms that reach them have no due day',
      ),
  }),
  CALENDAR,
);

/** Returns the calendar of a year as the API shows it. @param notices those of the year, the first one first */
export function toCalendarResponse(
  year: string,
  notices: readonly CalendarNotice[],
  missingYears: readonly string[],
): z.infer<typeof CalendarResponse> {
  const last = notices.at(-1);
  return {
    year,
    loaded: last !== undefined,
    version: last?.version ?? null,
    daysOff: [...(last?.daysOff ?? [])],
    workingWeekendDays: [...(last?.workingWeekendDays ?? [])],
    notices: notices.map(({ version, number, title, issuedOn, recordedAt }) => ({
      ...{ version, number, title, issuedOn, recordedAt: recordedAt.toISOString() },
    })),
    missingYears: [...missingYears],
  };
}
