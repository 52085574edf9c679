import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LeadRecord, NO_CONTENT } from '../../../src/recovery/lead-records.ts';
import { dividedCount } from '../../../src/recovery/stock/counted-lead.ts';

const line = (material: string, massGrams: number, id = 'stock-count:c/1/closing'): LeadRecord => ({
  ...{
    id,
    term: 'closing_stock',
    kind: 'stock_count_line',
    subject: 'stock-count:c',
    batchId: null,
    material,
    massGrams,
  },
  ...{ sign: 1, ppm: 600_000, moisturePpm: 0, basis: 'count', assayId: null, occurredAt: new Date(0) },
});
const content = (assayId: string, ppm: number) => ({ ppm, moisturePpm: 0, basis: 'batch', assayId }) as const;
const shown = (records: readonly LeadRecord[]) =>
  records.map(({ massGrams, ppm, assayId }) => [massGrams, ppm, assayId]);

const BOOKED = new Map([
  [
    'batteries',
    [
      { batchId: 'lot-a', massGrams: 750, content: content('a', 580_000) },
      { batchId: 'lot-b', massGrams: 250, content: content('b', 540_000) },
    ],
  ],
]);

it('the lead of counted stock is that of the books, and only what lies beyond them is as counted', () => {
  expect(shown(dividedCount([line('batteries', 1_000)], BOOKED))).toEqual([
    [750, 580_000, 'a'],
    [250, 540_000, 'b'],
  ]);
  expect(shown(dividedCount([line('batteries', 996)], BOOKED))).toEqual([
    [747, 580_000, 'a'],
    [249, 540_000, 'b'],
  ]);
  expect(shown(dividedCount([line('batteries', 1_010)], BOOKED)).at(-1)).toEqual([10, 600_000, null]);
  expect(shown(dividedCount([line('slag', 5)], BOOKED))).toEqual([[5, 600_000, null]]);
  // Analyses of water and sulphur are found by the batch.
  const batches = dividedCount([line('batteries', 1_010)], BOOKED).map(({ batchId }) => batchId);
  expect(batches).toEqual(['lot-a', 'lot-b', null]);
});

it('batches without a content keep the content of the count', () => {
  const booked = new Map([
    ['batteries', [...(BOOKED.get('batteries') ?? []), { batchId: 'lot-c', massGrams: 500, content: NO_CONTENT }]],
  ]);
  expect(shown(dividedCount([line('batteries', 1_500)], booked)).at(-1)).toEqual([500, 600_000, null]);
});

it('divides lines of one item once, into whole grams that add up, with ids of their own', () => {
  fc.assert(
    fc.property(fc.nat(3_000), fc.nat(3_000), (first, second) => {
      const records = dividedCount(
        [line('batteries', first), line('batteries', second, 'stock-count:c/2/closing')],
        BOOKED,
      );
      expect(records.reduce((sum, { massGrams }) => sum + massGrams, 0)).toBe(first + second);
      const booked = records.filter(({ assayId }) => assayId !== null);
      expect(booked.reduce((sum, { massGrams }) => sum + massGrams, 0)).toBe(Math.min(1_000, first + second));
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    }),
  );
});
