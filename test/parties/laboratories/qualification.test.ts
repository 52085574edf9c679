import { expect, it } from 'vitest';
import { isQualified } from '../../../src/parties/laboratories/qualification.ts';

it('a laboratory is qualified from the first day of a qualification until before its end', () => {
  const terms = [
    { validFrom: '2024-01-01', validTo: '2025-01-01' },
    { validFrom: '2026-01-01', validTo: '2027-01-01' },
  ];
  const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01', '2026-06-30', '2027-01-01'];
  expect(days.map((day) => isQualified(terms, day))).toEqual([false, true, true, false, true, false]);
  expect(isQualified([], '2026-06-30')).toBe(false);
});
