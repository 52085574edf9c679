import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  dayOf,
  daysBetween,
  isDay,
  isWorkingDay,
  monthOf,
  monthPeriod,
  startOfDay,
  type WorkCalendar,
} from '../../src/core/calendar.ts';

const holidays = [
  ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
  ...['2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05', '2026-06-19', '2026-09-25'],
  ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
];
const makeUpDays = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
const calendar: WorkCalendar = {
  years: new Set([2026]),
  exceptions: new Map([
    ...holidays.map((day) => [day, false] as const),
    ...makeUpDays.map((day) => [day, true] as const),
  ]),
};

describe('working days', () => {
  it.each([
    ['2026-09-28', 5, '2026-10-10'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-24', 10, '2026-10-15'],
    ['2025-12-31', 5, '2026-01-08'],
  ])('%s and %d working days end on %s', (day, count, due) => expect(addWorkingDays(day, count, calendar)).toBe(due));

  it('a term that reaches into a year without a notice is refused', () => {
    expect(() => addWorkingDays('2026-12-28', 5, calendar)).toThrow(
      expect.objectContaining({ code: 'law-missing', facts: { key: 'work-calendar', on: '2027-01-01' } }),
    );
    expect(addWorkingDays('2026-12-28', 3, calendar)).toBe('2026-12-31');
  });

  it('a year without a notice has no working days, not even its Mondays', () => {
    expect(() => isWorkingDay('2027-10-04', calendar)).toThrow(expect.objectContaining({ code: 'law-missing' }));
  });

  it('a term always ends on a working day, with exactly the given number of them after the event', () => {
    const events = fc.integer({ min: 0, max: 330 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 15 }), (day, count) => {
        const due = addWorkingDays(day, count, calendar);
        const counted = Array.from({ length: daysBetween(day, due) }, (_, index) => addDays(day, index + 1));
        expect(counted.filter((each) => isWorkingDay(each, calendar))).toHaveLength(count);
        expect(isWorkingDay(due, calendar)).toBe(true);
      }),
    );
  });

  it.each([0, -1, 1.5])('%d is no number of working days', (count) => {
    expect(() => addWorkingDays('2026-03-02', count, calendar)).toThrow(RangeError);
  });
});

describe('days', () => {
  it('a day begins at midnight in Shanghai, not in Greenwich', () => {
    expect(dayOf(new Date('2026-10-01T15:59:59.999Z'))).toBe('2026-10-01');
    expect(dayOf(new Date('2026-10-01T16:00:00.000Z'))).toBe('2026-10-02');
  });

  it('a day starts at midnight in China', () => {
    expect(startOfDay('2026-10-02').toISOString()).toBe('2026-10-01T16:00:00.000Z');
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00', '0026-01-01', ''])(
    '"%s" is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => startOfDay(text)).toThrow(RangeError);
    },
  );

  it('a leap day exists in leap years alone', () => {
    expect([isDay('2024-02-29'), isDay('2026-02-29')]).toEqual([true, false]);
  });

  it('days between are counted, backwards as negatives', () => {
    expect([daysBetween('2026-01-31', '2026-03-01'), daysBetween('2026-03-01', '2026-01-31')]).toEqual([29, -29]);
  });
});

describe('months', () => {
  it('a month reaches from its first instant in Shanghai to the first of the next', () => {
    expect(monthPeriod('2026-12')).toEqual({
      period: '2026-12',
      from: new Date('2026-11-30T16:00:00Z'),
      to: new Date('2026-12-31T16:00:00Z'),
    });
  });

  it('every instant lies in exactly the month that is found for it, and months join without a gap', () => {
    const instants = fc.date({ min: new Date('1995-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (at) => {
        const { from, to, period } = monthOf(at);
        expect(from <= at && at < to).toBe(true);
        expect(dayOf(at).startsWith(period)).toBe(true);
        expect(monthOf(to).from).toEqual(to);
      }),
    );
  });

  it.each(['2026-13', '2026-00', '2026-1', '2026', '2026-10-01'])('"%s" is no month', (text) => {
    expect(() => monthPeriod(text)).toThrow(RangeError);
  });
});
