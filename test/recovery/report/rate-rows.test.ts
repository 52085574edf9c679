/** Rows of rates side by side: the last row has the sum, and the rates of the sum. */
import { describe, expect, it } from 'vitest';
import { fromExactGrams, toExactGrams } from '../../../src/recovery/lead.ts';
import { TERMS, type Term } from '../../../src/recovery/lead-recovery.ts';
import { type RateRow, rateSheet } from '../../../src/recovery/report/rate-rows.ts';

const row = (leads: Partial<Record<Term, string>>, computable = true): RateRow => ({
  names: ['2026-10', '=1+1'],
  recovery: {
    ...{ status: 'clear', provisional: false, uncertainty: null },
    rates: computable
      ? {
          ...{ headline: null, productsOnly: null, conservative: null },
          ...{ unaccountedShare: null, batteryShare: null, indirect: null },
        }
      : null,
    terms: TERMS.map((term) => ({ term, leadGrams: 0, leadGramsExact: leads[term] ?? '0', massGrams: 0, records: 1 })),
  },
});
const rowsOf = (...rows: RateRow[]) => rateSheet({ name: 'n', names: ['a', 'b'] }, rows, 'zh').rows;

describe('rows of rates', () => {
  it('have the exact sum of the lead, and its rates', () => {
    const rows = rowsOf(
      row({ received: '100.000000000001', products: '99' }),
      row({ received: '300', products: '290.5', by_products: '0.5', other_feed: '10' }),
    );
    expect(rows[1]?.slice(0, 4)).toEqual(['2026-10', '=1+1', '未发现问题', '否']);
    expect(rows[2]?.[7]).toEqual({ formula: 'E3+F3-G3', value: 310 });
    expect(rows[3]?.[4]).toEqual({ formula: 'SUM(E2:E3)', value: 400.000000000001 });
    expect(rows[3]?.[10]).toEqual({ formula: 'I4+J4', value: 390 });
    expect(rows[3]?.slice(14).map((cell) => (cell as { value: number }).value)).toEqual([95.12, 95, 95, 4.88]);
  });

  it('have no rate where one of them has none', () => {
    const rows = rowsOf(row({ received: '100', products: '99' }), row({}, false), row({ received: '0' }));
    expect(rows[2]?.slice(14, 18)).toEqual(Array(4).fill('无法计算'));
    expect(rows[3]?.[14]).toBe('无法计算');
    expect(rows[4]?.[14]).toBe('无法计算');
    expect(rowsOf()).toHaveLength(1);
  });

  it('read decimals as they are written', () => {
    for (const lead of [0n, 1n, -1n, 58_000_000_000_000n, -1_500_000_000_000n]) {
      expect(fromExactGrams(toExactGrams(lead))).toBe(lead);
    }
  });
});
