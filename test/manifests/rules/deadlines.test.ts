import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../../../src/core/calendar.ts';
import { deadlinesOf, dueOn, isLate } from '../../../src/manifests/law/deadlines.ts';
import { inputOf, inState, minute, walk } from './documents.ts';

const calendar: WorkCalendar = {
  years: new Set([2026]),
  exceptions: new Map([
    ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => [day, false] as const),
    ['2026-10-10', true],
  ]),
};
const deadline = { workingDays: 5, calendar };

describe('the deadline of confirmation', () => {
  it.each([
    ['2026-09-28T02:00:00.000Z', '2026-10-10'],
    ['2026-09-30T02:00:00.000Z', '2026-10-13'],
    ['2026-09-27T16:30:00.000Z', '2026-10-10'],
  ])('that begins with receipt at %s ends on %s', (at, due) => expect(dueOn(at, deadline)).toBe(due));

  it('is unknown when it reaches a year whose holidays are not loaded', () => {
    expect(dueOn('2026-12-30T02:00:00.000Z', deadline)).toBeNull();
  });

  it('is kept until the last day in China has ended', () => {
    expect(isLate('2026-10-10T15:59:59.999Z', '2026-10-10')).toBe(false);
    expect(isLate('2026-10-10T16:00:00.000Z', '2026-10-10')).toBe(true);
    expect(isLate('2026-10-10T16:00:00.000Z', null)).toBeNull();
  });
});

describe('the deadlines of a step', () => {
  const law = { confirmation: () => deadline, backfill: () => ({ workingDays: 10, calendar }) };
  type Step = 'arrive' | 'accept' | 'backfill' | 'register_paper' | 'close';
  const of = (step: Step, due: string | null = null, recordedAt = minute(100)) => {
    const document = step === 'arrive' ? inState('arrived') : walk(['register_paper', 'backfill']);
    const input = inputOf(step, document, minute(100));
    return deadlinesOf({ step, input, document, recordedAt }, { confirmationDueOn: due, backfillDueOn: null }, law);
  };

  it('begin with the arrival and with the end of a transfer on paper', () => {
    expect(of('arrive')).toEqual({ confirmationDueOn: '2026-09-08' });
    expect(of('backfill')).toEqual({ backfillDueOn: '2026-09-15', backfilledLate: false });
    expect(of('register_paper')).toEqual({ backfillDueOn: '2026-09-15', backfilledLate: null });
  });

  it('end with the decision', () => {
    expect(of('accept', '2026-08-31')).toEqual({ late: true });
    expect(of('accept', '2026-09-01')).toEqual({ late: false });
    expect(of('accept')).toEqual({ late: null });
  });

  it('are untouched by other steps', () => {
    expect(of('close')).toEqual({});
  });
});
