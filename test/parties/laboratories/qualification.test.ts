import { describe, expect, it } from 'vitest';
import { isQualified, type Qualification, refuseWithdrawal } from '../../../src/parties/laboratories/qualification.ts';
import { codeOf } from '../../batches/examples.ts';

const TERM = { validFrom: '2026-01-01', validTo: '2027-01-01', withdrawal: null };
const WITHDRAWN = { ...TERM, withdrawal: { withdrawnOn: '2026-07-01' } };

it('a laboratory is qualified from the first day of a qualification until before its end', () => {
  const terms = [{ validFrom: '2024-01-01', validTo: '2025-01-01', withdrawal: null }, TERM];
  const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01', '2026-06-30', '2027-01-01'];
  expect(days.map((day) => isQualified(terms, day))).toEqual([false, true, true, false, true, false]);
  expect(isQualified([], '2026-06-30')).toBe(false);
});

describe('a withdrawal', () => {
  it('ends a qualification for samples and acts from its day on, and not before', () => {
    expect(isQualified([WITHDRAWN], '2026-06-30')).toBe(true);
    expect(isQualified([WITHDRAWN], '2026-07-01')).toBe(false);
    expect(isQualified([WITHDRAWN], '2026-06-01', '2026-07-01')).toBe(false);
    expect(isQualified([WITHDRAWN, TERM], '2026-06-01', '2026-07-01')).toBe(true);
    // One that ended by itself covers acts on samples of before.
    expect(isQualified([TERM], '2026-06-01', '2027-02-01')).toBe(true);
  });

  it('is within the validity, and once', () => {
    const whole = { ...TERM, id: 'one', withdrawal: null } as Qualification;
    const withdraw = (day: string, one = whole) => codeOf(() => refuseWithdrawal(one, day));
    expect(() => refuseWithdrawal(whole, '2026-01-01')).not.toThrow();
    expect([withdraw('2025-12-31'), withdraw('2027-01-01')]).toEqual(Array(2).fill('withdrawal-outside-validity'));
    const ended = { ...whole, ...WITHDRAWN } as Qualification;
    expect(withdraw('2026-08-01', ended)).toBe('qualification-withdrawn');
  });
});
