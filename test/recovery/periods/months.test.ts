/** Blocked months inside a quarter or a year. */
import { expect, it } from 'vitest';
import { monthFindings } from '../../../src/recovery/periods/months.ts';
import type { recoveryFinding } from '../../../src/recovery/problems.ts';

const month = (period: string, ...codes: Parameters<typeof recoveryFinding>[0][]) => ({
  period,
  findings: codes.map((code) => ({ code, severity: 'block' as const })),
});

it('are named with what blocks them, and need a review', () => {
  const found = monthFindings([
    month('2026-01'),
    month('2026-02', 'STOCK_DIFFERS_FROM_BOOKS', 'STOCK_DIFFERS_FROM_BOOKS', 'RATE_ABOVE_100'),
    { period: '2026-03', findings: [{ code: 'RATE_ABOVE_100', severity: 'flag' }] },
  ]);
  expect(found).toMatchObject([
    {
      code: 'MONTHS_BLOCKED',
      severity: 'flag',
      facts: { months: ['2026-02 STOCK_DIFFERS_FROM_BOOKS, RATE_ABOVE_100'] },
    },
  ]);
});

it('without a count at their end, or without any processing, have no rate and no fault', () => {
  expect(monthFindings([month('2026-01', 'STOCK_COUNT_MISSING'), month('2026-02', 'NOTHING_PROCESSED')])).toEqual([]);
});
