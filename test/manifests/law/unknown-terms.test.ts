import { expect, it } from 'vitest';
import { computeTerms, type UnknownTerms } from '../../../src/manifests/law/unknown-terms.ts';

const lawOf = (...years: number[]) => {
  const calendar = { years: new Set(years), exceptions: new Map([['2027-01-01', false]]) };
  return {
    confirmation: () => ({ workingDays: 5, calendar }),
    backfill: () => ({ workingDays: 10, calendar }),
  };
};
const NOTHING = { confirmationDueOn: null, late: null, backfillDueOn: null, backfilledLate: null };
const unknown: UnknownTerms = {
  ...{
    ...NOTHING,
    id: 'm',
    arrivedAt: '2026-12-28T02:00:00Z',
    transferCompletedAt: null,
    decision: null,
    backfill: null,
  },
};
const entry = (at: string, recordedAt: string) => ({ at, recordedAt });

it('a term stays unknown until the calendar of its year is loaded', () => {
  expect(computeTerms(unknown, lawOf(2026))).toEqual(NOTHING);
  expect(computeTerms(unknown, lawOf(2026, 2027))).toEqual({ ...NOTHING, confirmationDueOn: '2027-01-05' });
});

it('a decision that was recorded meanwhile is judged by the day of its recording', () => {
  const law = lawOf(2026, 2027);
  const lateOf = (recordedAt: string) =>
    computeTerms({ ...unknown, decision: entry('2026-12-29T02:00:00Z', recordedAt) }, law).late;
  expect(lateOf('2027-01-05T15:59:59Z')).toBe(false);
  expect(lateOf('2027-01-05T16:00:00Z')).toBe(true);
});

it('a term that was known stays as it is', () => {
  const known = {
    ...unknown,
    confirmationDueOn: '2026-12-31',
    late: false,
    decision: entry('', '2027-09-01T00:00:00Z'),
  };
  expect(computeTerms(known, lawOf(2026, 2027))).toEqual({ ...NOTHING, confirmationDueOn: '2026-12-31', late: false });
});

it('a load on paper that was entered in time is judged by the day that is claimed', () => {
  const paper = { ...unknown, transferCompletedAt: '2026-12-28T02:00:00Z' };
  const of = (recordedAt: string) => {
    const both = entry('2026-12-30T02:00:00Z', recordedAt);
    return computeTerms({ ...paper, decision: both, backfill: both }, lawOf(2026, 2027));
  };
  expect(of('2027-01-12T02:00:00Z')).toMatchObject({ backfillDueOn: '2027-01-12', backfilledLate: false, late: false });
  expect(of('2027-01-13T02:00:00Z')).toMatchObject({ backfilledLate: true, late: true });
});
