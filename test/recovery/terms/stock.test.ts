import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeadRecord } from '../../../src/recovery/lead-records.ts';
import { outsideStock, uncountedStock } from '../../../src/recovery/terms/stock.ts';

const line = (massGrams: number, ppm: number | null = 580_000): LeadRecord => ({
  ...{ id: `line ${massGrams} ${ppm}`, term: 'closing_stock', kind: 'stock_count_line', subject: 'stock-count:c' },
  ...{ batchId: null, material: 'batteries', massGrams, sign: 1, ppm, moisturePpm: 0, basis: 'count', assayId: null },
  occurredAt: new Date(0),
});
const batch = (massGrams: number, changes: { withoutManifest?: boolean; forDisposal?: boolean } = {}) => ({
  ...{ batchId: `b${massGrams}`, massGrams, withoutManifest: false, forDisposal: false, ...changes },
});
const massOf = (some: readonly { massGrams: number }[]) => some.reduce((sum, { massGrams }) => sum + massGrams, 0);

describe('stock on the site that is not in the balance', () => {
  it.each([
    ['what the count lists beyond the books, up to the loads at the gate', [150], [batch(100)], 30, 30],
    ['what the count lists beyond the books', [110], [batch(100)], 30, 10],
    ['nothing where the books explain the count', [90], [batch(100)], 30, 0],
    ['batteries for disposal that the count lists', [120], [batch(100), batch(20, { forDisposal: true })], 0, 20],
  ])('is %s', (_, counted, booked, gateGrams, expected) => {
    const taken = outsideStock(
      counted.map((one) => line(one)),
      booked,
      gateGrams,
    );
    expect([massOf(taken), taken.every(({ sign }) => sign === -1)]).toEqual([expected, true]);
  });

  it('takes out the lines with the most lead first', () => {
    const taken = outsideStock([line(10, 100_000), line(10, 600_000)], [], 15);
    expect(taken.map(({ massGrams, ppm }) => [massGrams, ppm])).toEqual([
      [10, 600_000],
      [5, 100_000],
    ]);
  });
});

describe('batteries without a manifest that the opening count does not list', () => {
  it('are never more than the count misses of the books, nor than the books hold of them', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(300), (withManifest, without, counted) => {
        const booked = [batch(withManifest), batch(without, { withoutManifest: true })];
        const found = massOf(uncountedStock([line(counted)], booked, ({ massGrams }) => [line(massGrams)]));
        expect(found).toBe(Math.min(without, Math.max(0, withManifest + without - counted)));
      }),
    );
  });
});
