import { describe, expect, it } from 'vitest';
import {
  type EarlierNotice,
  type HolidayNotice,
  isIssuedInTime,
  missingYears,
  namesDaysOnce,
  namesFixedHolidays,
  ordinaryAgain,
  refuseUnordered,
  statesTheSame,
  worksOnWeekendsOnly,
} from '../../../src/codes/calendar/work-year.ts';

const notice: HolidayNotice = {
  year: '2027',
  number: '演示发〔2026〕1号',
  title: '演示通知',
  issuedOn: '2026-11-10',
  daysOff: ['2027-01-01', '2027-05-01', '2027-10-01'],
  workingWeekendDays: ['2027-02-20'],
};
const earlier: EarlierNotice = { ...notice, version: 2 };

describe('a notice', () => {
  it('names each day of its year once', () => {
    expect(namesDaysOnce(notice)).toBe(true);
    expect(namesDaysOnce({ ...notice, daysOff: [...notice.daysOff, '2027-01-01'] })).toBe(false);
    expect(namesDaysOnce({ ...notice, workingWeekendDays: ['2027-05-01'] })).toBe(false);
    expect(namesDaysOnce({ ...notice, daysOff: [...notice.daysOff, '2026-12-31'] })).toBe(false);
  });

  it('makes no weekday a working weekend day', () => {
    expect(worksOnWeekendsOnly(notice)).toBe(true);
    expect(worksOnWeekendsOnly({ workingWeekendDays: ['2027-02-21'] })).toBe(true);
    expect(worksOnWeekendsOnly({ workingWeekendDays: ['2027-02-22'] })).toBe(false);
  });

  it.each(['2027-01-01', '2027-05-01', '2027-10-01'])('is a part of one without %s', (day) => {
    expect(namesFixedHolidays(notice)).toBe(true);
    expect(namesFixedHolidays({ ...notice, daysOff: notice.daysOff.filter((one) => one !== day) })).toBe(false);
  });

  it('is of the year before or of the year', () => {
    expect(
      ['2025-12-31', '2026-01-01', '2027-12-31', '2028-01-01'].map((issuedOn) =>
        isIssuedInTime({ ...notice, issuedOn }),
      ),
    ).toEqual([false, true, true, false]);
  });

  it('states the same in any order of its days', () => {
    expect(statesTheSame(earlier, { ...notice, daysOff: notice.daysOff.toReversed() })).toBe(true);
    expect(statesTheSame(earlier, { ...notice, workingWeekendDays: [] })).toBe(false);
    expect(statesTheSame({ ...earlier, number: null }, notice)).toBe(false);
  });
});

describe('the order of notices', () => {
  const refuse = (of: Partial<HolidayNotice>, last: EarlierNotice | undefined, replaces: number) => () =>
    refuseUnordered({ ...notice, ...of }, { last, replaces, today: '2026-11-30' });

  it('takes the first one, and the correction of the last one', () => {
    expect(refuse({}, undefined, 0)).not.toThrow();
    expect(refuse({}, earlier, 2)).not.toThrow();
    expect(refuse({}, { ...earlier, issuedOn: null }, 2)).not.toThrow();
  });

  it.each([
    ['calendar-version-differs', {}, undefined, 1],
    ['calendar-version-differs', {}, earlier, 0],
    ['calendar-version-differs', {}, earlier, 1],
    ['calendar-notice-older', { issuedOn: '2026-11-09' }, earlier, 2],
    ['calendar-notice-in-future', { issuedOn: '2026-12-01' }, undefined, 0],
  ] as const)('is kept by %s', (code, of, last, replaces) => {
    expect(refuse(of, last, replaces)).toThrow(expect.objectContaining({ code }));
  });

  it('lets days that are named no more follow their weekday', () => {
    expect(ordinaryAgain(undefined, notice)).toEqual([]);
    expect(ordinaryAgain(earlier, { ...notice, daysOff: ['2027-01-01'], workingWeekendDays: ['2027-05-01'] })).toEqual([
      '2027-10-01',
      '2027-02-20',
    ]);
  });
});

describe('a missing year', () => {
  it.each([
    ['2026-11-30', [2026], []],
    ['2026-12-01', [2026], ['2027']],
    ['2026-12-31', [2026, 2027], []],
    ['2027-03-01', [2026], ['2027']],
    ['2027-12-05', [2026], ['2027', '2028']],
  ])('on %s with %j is %j', (today, loaded, missing) => {
    expect(missingYears(today, new Set(loaded), '12-01')).toEqual(missing);
  });
});
