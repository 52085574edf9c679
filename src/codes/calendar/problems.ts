/** Problems of the work calendar. */
import { defineProblems } from '../../core/messages/problem.ts';

export const calendarProblem = defineProblems(
  {
    'calendar-version-differs': {
      kind: 'conflict',
      en: {
        title: 'Another version of the work calendar is in force',
        detail: 'Version {version} of the work calendar of {year} is in force; the notice replaces version {replaces}.',
        remedy: 'Read GET /v1/calendar, compare the notices, and give the version in force in replacesVersion.',
      },
      zh: {
        title: '工作日历版本不一致',
        detail: '{year} 年工作日历的现行版本为 {version}，所填通知替代的版本为 {replaces}。',
        remedy: '请通过 GET /v1/calendar 核对已导入的通知，并在“替代版本”（replacesVersion）中填写现行版本。',
      },
    },
    'calendar-notice-older': {
      kind: 'rule',
      en: {
        title: 'Notice older than the one in force',
        detail: 'The notice of {issuedOn} is older than that of {earlier}, which is in force for {year}.',
        remedy: 'Load the later notice. An error in one that is loaded is corrected with the same day of issue.',
      },
      zh: {
        title: '通知早于现行通知',
        detail: '所填通知的印发日期为 {issuedOn}，早于 {year} 年现行通知的印发日期 {earlier}。',
        remedy: '请导入较晚印发的通知；更正已导入通知的录入错误时，填写相同的印发日期。',
      },
    },
    'calendar-notice-in-future': {
      kind: 'rule',
      en: {
        title: 'Day of issue in the future',
        detail: 'The day of issue given, {issuedOn}, is after today ({today}).',
        remedy: 'Give the day on which the State Council issued the notice.',
      },
      zh: {
        title: '印发日期晚于今日',
        detail: '所填印发日期 {issuedOn} 晚于今日 {today}。',
        remedy: '请填写国务院办公厅印发通知的日期。',
      },
    },
  },
  {},
  {
    'calendar-version-differs': { year: '2027', version: 1, replaces: 0, pointer: '#/body/replacesVersion' },
    'calendar-notice-older': {
      ...{ year: '2027', issuedOn: '2026-11-04', earlier: '2026-11-20', pointer: '#/body/issuedOn' },
    },
    'calendar-notice-in-future': { issuedOn: '2026-12-01', today: '2026-11-30', pointer: '#/body/issuedOn' },
  },
);
