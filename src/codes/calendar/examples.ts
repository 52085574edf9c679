/** Examples of the work calendar, for the description of the API. The notice is invented: that of 2027 is not published. */

const NOTICE = {
  number: '演示发〔2026〕1号',
  title: '演示：2027年部分节假日安排的通知',
  issuedOn: '2026-11-02',
};

const DAYS_OFF = ['2027-01-01', '2027-02-08', '2027-02-09', '2027-05-01', '2027-10-01'];
const WORKING_WEEKEND_DAYS = ['2027-02-20'];

export const LOAD_CALENDAR = {
  year: '2027',
  ...NOTICE,
  daysOff: DAYS_OFF,
  workingWeekendDays: WORKING_WEEKEND_DAYS,
  replacesVersion: 0,
};

export const CALENDAR = {
  year: '2027',
  loaded: true,
  version: 1,
  daysOff: DAYS_OFF,
  workingWeekendDays: WORKING_WEEKEND_DAYS,
  notices: [{ version: 1, ...NOTICE, recordedAt: '2026-11-03T02:00:00.000Z' }],
  missingYears: [] as string[],
};
