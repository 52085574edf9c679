import { describe, expect, it } from 'vitest';
import {
  refuseFutureCount,
  refuseImpossibleLines,
  refuseOtherCount,
  type StockCount,
  type StockLine,
} from '../../../src/recycling/inventory/stock-count.ts';
import { codeOf, PIECE_MASS, problemOf } from '../../batches/examples.ts';

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

describe('a counted line', () => {
  const line = (massGrams: number, pieces: number | null, changes: Partial<StockLine> = {}): StockLine => ({
    ...{ item: 'batteries', term: 'battery_stock', massGrams, pieces, leadPpm: 600_000, evidence: null },
    ...changes,
  });
  const judge = (...lines: StockLine[]) => problemOf(() => refuseImpossibleLines(lines, PIECE_MASS));

  it.each([
    [1, 100],
    [2_499, 100],
    [10_000_001, 1],
    [0, 1],
    [1, 0],
  ])('of batteries cannot be %d g in %d pieces', (massGrams, pieces) => {
    const problem = judge(line(2_500, 100), line(massGrams, pieces));
    expect([problem?.code, problem?.facts]).toEqual([
      'batch-piece-mass-impossible',
      { massGrams, pieces, fromGrams: 25, toGrams: 10_000_000, pointer: '#/body/lines/1/pieces' },
    ]);
  });

  it('may have what batteries weigh, nothing at all, or no pieces', () => {
    expect(judge(line(2_500, 100), line(10_000_000, 1), line(0, 0), line(1, null), line(0, null))).toBeUndefined();
    const { pieces: _, ...weighed } = line(1, null);
    expect(judge(weighed, line(1, 100, { item: 'furnace', term: 'work' }))).toBeUndefined();
  });
});
