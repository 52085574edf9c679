import { describe, expect, it } from 'vitest';
import {
  leadOf,
  recordOfMovement,
  recordsOfCount,
  type SiteMovement,
  termsOf,
} from '../../src/recovery/lead-records.ts';
import { termOf } from '../../src/recovery/terms/place.ts';

const MOVED: SiteMovement = {
  id: '1',
  summed: 1,
  kind: 'feed',
  evidence: 'run:r',
  batchId: 'b',
  batchKind: 'battery',
  material: '900-052-31',
  supplyKind: null,
  loss: null,
  confirmed: false,
  enters: false,
  countedTerm: null,
  forDisposal: false,
  massGrams: 1_000,
  occurredAt: new Date('2026-10-05T00:00:00.000Z'),
};

describe('a movement', () => {
  it('after a count is a loss of its own when mass is missing, and available when it was found', () => {
    const adjusted = { ...MOVED, kind: 'stock_adjustment', loss: 'slag' } as const;
    const places = (['battery_stock', 'work'] as const).flatMap((countedTerm) =>
      [true, false].map((enters) => termOf({ ...adjusted, countedTerm, enters })),
    );
    expect(places).toEqual([
      { term: 'found_stock', sign: 1 },
      { term: 'loss_stock', sign: 1 },
      { term: 'found_work', sign: 1 },
      { term: 'loss_stock', sign: 1 },
    ]);
  });

  it.each(['product', 'other_feed'])(
    'after a count of %s outside the balance is in no term, and says what it is',
    (batchKind) => {
      const content = { ppm: 1_000_000, moisturePpm: 0, basis: 'count', assayId: null } as const;
      const made = (enters: boolean) =>
        recordOfMovement({ ...MOVED, kind: 'stock_adjustment', batchKind, countedTerm: 'outside', enters }, content);
      const records = [made(true), made(false)].filter((one) => one !== undefined);
      expect(records.map(({ term, sign }) => [term, sign])).toEqual([
        ['outside_balance', 1],
        ['outside_balance', -1],
      ]);
      expect(records.map(leadOf)).toEqual([1_000n * 10n ** 12n, -1_000n * 10n ** 12n]);
      expect(Object.values(termsOf(records)).every((lead) => lead === 0n)).toBe(true);
    },
  );

  it('of bought feed into a run is other feed, of own intermediates it is nothing', () => {
    const fed = { ...MOVED, batchKind: 'other_feed' };
    expect(termOf({ ...fed, supplyKind: 'crude_lead' })).toEqual({ term: 'other_feed', sign: 1 });
    expect(termOf(fed)).toBeUndefined();
  });

  it('into use counts as recovered only when the receiver has confirmed it', () => {
    const used = { ...MOVED, kind: 'sale' as const, batchKind: 'by_product' };
    expect(termOf({ ...used, confirmed: true })).toEqual({ term: 'by_products', sign: 1 });
    expect(termOf({ ...used, confirmed: false })).toEqual({ term: 'loss_other', sign: 1 });
  });

  it('reduces its term by the lead it takes back, on dry basis without the water', () => {
    const content = { ppm: 500_000, moisturePpm: 200_000, basis: 'batch', assayId: 'a' } as const;
    const record = recordOfMovement({ ...MOVED, batchKind: 'product' }, content);
    if (!record) throw new Error('a product that is fed again is a record');
    expect(leadOf(record)).toBe(-400n * 10n ** 12n);
    expect(termsOf([record, record]).products).toBe(-800n * 10n ** 12n);
  });
});

describe('a count of stock', () => {
  it('closes with batteries and work apart', () => {
    const at = MOVED.occurredAt;
    const line = { item: 'x', massGrams: 10, leadPpm: 100_000 };
    const lines = [
      { ...line, term: 'battery_stock' },
      { ...line, term: 'work', massGrams: 20 },
      { ...line, term: 'outside', massGrams: 40 },
    ] as const;
    const count = { id: 'c', countedOn: '2026-10-31', recordedAt: at, lines };
    const terms = termsOf([...recordsOfCount(count, 'closing'), ...recordsOfCount(count, 'opening').slice(1)]);
    const grams = [terms.closing_stock, terms.closing_work, terms.opening_stock, terms.opening_work];
    expect(grams.map((lead) => lead / 10n ** 12n)).toEqual([1n, 2n, 0n, 2n]);
  });
});
