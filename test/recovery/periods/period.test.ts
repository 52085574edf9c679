import { expect, it } from 'vitest';
import { isProvisional, periodOf, refuseFuturePeriod } from '../../../src/recovery/periods/period.ts';

it.each([
  ['2026-10', '2026-09-30T16:00:00.000Z', '2026-10-31T16:00:00.000Z', '2026-09-30', '2026-10-31'],
  ['2026-12', '2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z', '2026-11-30', '2026-12-31'],
  ['2028-02', '2028-01-31T16:00:00.000Z', '2028-02-29T16:00:00.000Z', '2028-01-31', '2028-02-29'],
  ['2024-02', '2024-01-31T16:00:00.000Z', '2024-02-29T16:00:00.000Z', '2024-01-31', '2024-02-29'],
  ['2026-Q1', '2025-12-31T16:00:00.000Z', '2026-03-31T16:00:00.000Z', '2025-12-31', '2026-03-31'],
  ['2026-Q4', '2026-09-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z', '2026-09-30', '2026-12-31'],
  ['2026', '2025-12-31T16:00:00.000Z', '2026-12-31T16:00:00.000Z', '2025-12-31', '2026-12-31'],
])(
  '%s is half-open in Beijing time, and is opened by the count of the day before',
  (period, from, to, openedOn, closedOn) => {
    expect(periodOf(period)).toEqual({ period, from: new Date(from), to: new Date(to), openedOn, closedOn });
  },
);

it.each(['2026-13', '2026-1', '2026-Q0', '2026-Q5', '26-Q1', 'soon'])('%s is rejected', (period) => {
  expect(() => periodOf(period)).toThrow(RangeError);
});

it('has begun at its first instant, and is provisional until it is over', () => {
  const october = periodOf('2026-10');
  const before = new Date(october.from.getTime() - 1);
  expect(() => refuseFuturePeriod(october, before)).toThrow(expect.objectContaining({ code: 'period-in-future' }));
  expect(() => refuseFuturePeriod(october, october.from)).not.toThrow();
  const last = new Date(october.to.getTime() - 1);
  expect([october.from, last, october.to].map((at) => isProvisional(october, at))).toEqual([true, true, false]);
});
