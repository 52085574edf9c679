import { describe, expect, it } from 'vitest';
import { refuseFutureCount, refuseOtherCount, type StockCount } from '../../../src/recycling/inventory/stock-count.ts';
import { codeOf, problemOf } from '../../batches/examples.ts';

const count = (changes: Partial<StockCount> = {}): StockCount => ({
  id: 'count',
  partyId: 'party',
  siteId: 'site',
  countedOn: '2026-10-31',
  countedBy: '演示盘点人',
  lines: [],
  replacesId: null,
  recordedAt: new Date('2026-11-01T00:00:00.000Z'),
  ...changes,
});

describe('a correction of a stock count', () => {
  it('may change the lines and the person', () => {
    const line = { item: 'furnace', term: 'work', massGrams: 1, leadPpm: 1, evidence: null } as const;
    const corrected = count({ id: 'later', countedBy: '另一盘点人', lines: [line] });
    expect(codeOf(() => refuseOtherCount(corrected, count()))).toBeUndefined();
  });

  it.each<[string, Partial<StockCount>]>([
    ['site', { siteId: 'other' }],
    ['day', { countedOn: '2026-10-30' }],
  ])('must not change the %s', (_, changes) => {
    const problem = problemOf(() => refuseOtherCount(count(changes), count({ id: 'first' })));
    expect([problem?.code, problem?.facts.replacesId]).toEqual(['stock-count-not-its-correction', 'first']);
  });
});

it('a stock count may be of today and not of tomorrow', () => {
  expect(codeOf(() => refuseFutureCount('2026-10-31', '2026-10-31'))).toBeUndefined();
  expect(codeOf(() => refuseFutureCount('2026-11-01', '2026-10-31'))).toBe('stock-count-in-future');
});
