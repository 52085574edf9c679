import { describe, expect, it } from 'vitest';
import { type LeadRecord, NO_CONTENT } from '../../../src/recovery/lead-records.ts';
import { reviewFindings } from '../../../src/recovery/stock/review.ts';

const LIMITS = {
  stockReview: { days: 183, yearShareBasisPoints: 1_000 },
  evidenceLimits: { unconfirmedShareBasisPoints: 50, unconfirmedFloorGrams: 20 },
};
const record = (
  term: LeadRecord['term'],
  massGrams: number,
  kind: LeadRecord['kind'] = 'manifest_line',
): LeadRecord => ({
  ...{ id: `${term}/${kind}`, term, kind, subject: 'manifest:m', batchId: 'b', material: 'x', massGrams, sign: 1 },
  ...{ ...NO_CONTENT, occurredAt: new Date(0) },
});
const found = (records: readonly LeadRecord[], stock: object) =>
  reviewFindings(records, { oldGrams: 0, productGrams: 0, days: 365, ...stock }, LIMITS);
const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code, severity }) => `${severity} ${code}`);

describe('batteries in stock', () => {
  const came = [record('received', 10_000), record('opening_stock', 10_000)];

  it('that came long ago need a review beyond a share of what came and was there', () => {
    expect(codes(came, { oldGrams: 100 })).toEqual([]);
    expect(found(came, { oldGrams: 101 })).toMatchObject([
      { code: 'STOCK_OLD', severity: 'flag', facts: { massGrams: 101, storedDays: 183 } },
    ]);
    expect(codes([record('received', 10)], { oldGrams: 20 })).toEqual([]);
  });
});

describe('the stock at the end', () => {
  const counted = (term: LeadRecord['term'], grams: number) => record(term, grams, 'stock_count_line');

  it('of batteries and work is held against what a year feeds', () => {
    const year = [record('received', 1_100), counted('closing_stock', 60), counted('closing_work', 40)];
    expect(codes(year, {})).toEqual([]);
    expect(found([...year, record('closing_work', 500, 'feed')], {})).toEqual([]);
    expect(found([...year, counted('closing_work', 10)], {})).toMatchObject([
      { code: 'STOCK_LEVEL_HIGH', severity: 'flag', facts: { heldGrams: 110, limitPercent: '10.00' } },
    ]);
  });

  it('of products is held against what a year makes, at the pace of a shorter period', () => {
    const month = [record('received', 1_000), record('products', 600, 'output')];
    expect(codes(month, { productGrams: 720, days: 30 })).toEqual([]);
    expect(codes(month, { productGrams: 731, days: 30 })).toEqual(['flag STOCK_LEVEL_HIGH']);
  });

  it('of a period without feed or products has no pace', () => {
    expect(codes([counted('closing_stock', 60)], { productGrams: 5 })).toEqual([]);
  });
});
