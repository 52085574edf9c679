import { expect, it } from 'vitest';
import { ofNumber } from '../../../src/recovery/fraction.ts';
import { leadIn } from '../../../src/recovery/lead.ts';
import type { LeadRecord } from '../../../src/recovery/lead-records.ts';
import type { StockGrounds } from '../../../src/recovery/stock/grounds.ts';
import {
  contradictionsOf,
  stockLead,
  unobservedFindings,
  unobservedLead,
} from '../../../src/recovery/stock/observed.ts';

const grams = (lead: number) => leadIn(lead, 1_000_000, 0);
const BOOK = { item: 'batteries', term: 'battery_stock', bookGrams: 0, runGrams: 0 } as const;
const TOLERANCE = {
  battery_stock: { shareBasisPoints: 50, floorGrams: 20 },
  work: { shareBasisPoints: 200, floorGrams: 20 },
  outside: { shareBasisPoints: 50, floorGrams: 20 },
};
const seen = (...lines: { item: string; massGrams: number }[]) => ({
  ...{ observationId: 'o', countId: 'first', observedOn: '2027-01-31', reportNumber: '1' },
  lines,
});
const record = (of: Pick<LeadRecord, 'term' | 'massGrams'> & Partial<LeadRecord>): LeadRecord => ({
  ...{ id: 'r', kind: 'stock_count_line', subject: 'stock-count:c', batchId: null, material: 'batteries', sign: 1 },
  ...{ ppm: 1_000_000, moisturePpm: 0, basis: 'count', assayId: null, occurredAt: new Date(0) },
  ...of,
});
const BALANCE = { items: 'balance' } as const;
const NONE = { opening: 0n, closing: 0n, observed: 0n, outside: 0n, missing: 0n, items: [], elsewhere: 0n, sites: [] };
const COUNT: StockGrounds['counts'][number] = {
  ...{ end: 'closing', siteId: 's', siteName: '演示厂', countId: 'c', countedOn: '2027-01-31', gateGrams: 0 },
  ...{ storageLimitGrams: null, lines: [], books: [], bounds: [], tolerance: TOLERANCE },
  counted: { shareBasisPoints: 500, floorPpm: 5_000, smallGrams: 1_000 },
};

it('a count differs from what was seen beyond the tolerance of its item only, and unseen items are not contradicted', () => {
  const against = (counted: number, observed: number, item = 'batteries') =>
    contradictionsOf([{ item: 'batteries', massGrams: counted }], [BOOK], {
      ...{ observation: seen({ item, massGrams: observed }), tolerance: TOLERANCE },
    });
  expect(against(10_050, 10_000)).toEqual([]);
  expect(against(10_051, 10_000)).toMatchObject([
    { term: 'battery_stock', facts: { differenceGrams: 51, toleranceGrams: 50 } },
  ]);
  expect(against(9_949, 10_000)).toHaveLength(1);
  // An item that the count does not name was counted as nothing; one that the law does not name is strict.
  expect(against(0, 21, 'other')).toMatchObject([{ term: 'work', facts: { countedGrams: 0, observedGrams: 21 } }]);
  expect(
    contradictionsOf([{ item: 'batteries', massGrams: 5 }], [BOOK], { observation: null, tolerance: TOLERANCE }),
  ).toEqual([]);
});

it('stock is what counts list at both ends and books that no count lists, without open runs and what is outside', () => {
  const records = [
    record({ term: 'opening_stock', massGrams: 100 }),
    record({ term: 'opening_work', massGrams: 10 }),
    record({ term: 'uncounted_stock', kind: 'book_stock', massGrams: 5 }),
    record({ term: 'opening_work', kind: 'feed', massGrams: 1_000 }),
    record({ term: 'closing_stock', massGrams: 300 }),
    record({ term: 'closing_stock', kind: 'outside_stock', sign: -1, massGrams: 40 }),
    record({ term: 'closing_work', kind: 'feed', massGrams: 2_000 }),
    record({ term: 'closing_work', kind: 'output', sign: -1, massGrams: 900 }),
    record({ term: 'received', kind: 'manifest_line', massGrams: 7_000 }),
  ];
  expect(stockLead(records, { counts: [] }, BALANCE)).toEqual({ ...NONE, opening: grams(115), closing: grams(260) });
});

it('what was seen counts up to what was counted, by item and count', () => {
  const records = [
    record({ term: 'closing_stock', massGrams: 300 }),
    record({ term: 'closing_work', material: 'slag', massGrams: 100, ppm: 500_000 }),
    record({ term: 'closing_stock', subject: 'stock-count:other', massGrams: 70 }),
  ];
  const lines = [
    { item: 'batteries', massGrams: 300, leadPpm: 1_000_000 },
    { item: 'slag', massGrams: 100, leadPpm: 500_000 },
  ];
  const lead = (...some: { item: string; massGrams: number }[]) =>
    stockLead(records, { counts: [{ ...COUNT, lines, observation: seen(...some) }] }, BALANCE).observed;
  expect(lead({ item: 'batteries', massGrams: 150 })).toBe(grams(150));
  expect(lead({ item: 'batteries', massGrams: 400 }, { item: 'slag', massGrams: 50 })).toBe(grams(325));
  expect(lead({ item: 'dust', massGrams: 50 })).toBe(0n);
  const opening = {
    ...COUNT,
    end: 'opening',
    lines,
    observation: seen({ item: 'batteries', massGrams: 300 }),
  } as const;
  expect(stockLead(records, { counts: [opening] }, BALANCE).observed).toBe(0n);
});

it('stock that was not seen counts in full, or what it grew by, as the law of the day says', () => {
  const held = { ...NONE, opening: grams(100), closing: grams(700), observed: grams(100) };
  const of = (growth: 'believed' | 'observed', scope: 'growth' | 'closing') => unobservedLead(held, { growth, scope });
  expect([of('believed', 'growth'), of('observed', 'growth')]).toEqual([0n, grams(500)]);
  expect([of('believed', 'closing'), of('observed', 'closing')]).toEqual([grams(600), grams(600)]);
  // Stock that did not grow could be gone as well; what an authority saw could not.
  const steady = { ...NONE, opening: grams(700), closing: grams(700) };
  const all = { growth: 'observed', scope: 'closing' } as const;
  expect(unobservedLead(steady, { growth: 'observed', scope: 'growth' })).toBe(0n);
  expect(unobservedLead(steady, all)).toBe(grams(700));
  expect(unobservedLead({ ...steady, observed: grams(700) }, all)).toBe(0n);
  // Batteries on other sites count whatever the law says of stock.
  const elsewhere = { ...steady, observed: grams(700), elsewhere: grams(30) };
  expect(unobservedLead(elsewhere, all)).toBe(grams(30));
  expect(unobservedLead(elsewhere, { growth: 'believed', scope: 'growth' })).toBe(grams(30));
});

it('stock that was not seen is a flag beyond the uncertainty, else a note, and nothing while counts are believed', () => {
  const held = { ...NONE, opening: grams(100), closing: grams(700), observed: grams(100) };
  const within = (available: number) => ({ available: grams(available), expanded: ofNumber(0.005) });
  const growth = unobservedLead(held, { growth: 'observed', scope: 'growth' });
  expect([growth, unobservedLead(held, { growth: 'believed', scope: 'growth' })]).toEqual([grams(500), 0n]);
  expect(unobservedLead({ ...held, observed: grams(650) }, { growth: 'observed', scope: 'growth' })).toBe(0n);
  expect(unobservedFindings(growth, held, within(100_000))).toMatchObject([
    { severity: 'note', facts: { leadGrams: 500, openingLeadGrams: 100, closingLeadGrams: 600, sharePercent: '0.50' } },
  ]);
  expect(unobservedFindings(growth, held, within(99_000))).toMatchObject([{ severity: 'flag' }]);
  expect([unobservedFindings(0n, held, within(100)), unobservedFindings(growth, held, within(0))]).toEqual([[], []]);
});

it('products and bought feed count by their books or count, whichever is more, and by the greatest content of their stock', () => {
  const of = (item: string, massGrams: number, ppm: number) => {
    const lead = leadIn(massGrams, ppm, 0);
    return { item, massGrams, low: lead, high: lead, unknownGrams: 0, isOpen: false };
  };
  const book = (item: string, bookGrams: number) => ({ item, term: 'outside', bookGrams, runGrams: 0 }) as const;
  const count = {
    ...COUNT,
    lines: [
      { item: 'refined_lead', massGrams: 995, leadPpm: 1 },
      { item: 'bought_scrap', massGrams: 200, leadPpm: 1 },
    ],
    // The count leaves the crude lead out.
    books: [book('refined_lead', 1000), book('bought_scrap', 199), book('bought_crude_lead', 50)],
    bounds: [
      of('refined_lead', 1000, 990_000),
      of('bought_scrap', 200, 500_000),
      of('bought_crude_lead', 50, 1_000_000),
    ],
  };
  const missed = { term: 'outside_balance', kind: 'stock_adjustment', material: 'refined_lead', sign: -1 } as const;
  const records = [
    record({ ...missed, massGrams: 10, ppm: 900_000 }),
    record({ ...missed, massGrams: 5, ppm: null }),
    record({ ...missed, massGrams: 7, sign: 1 }),
  ];
  const all = { items: 'all' } as const;
  const unseen = stockLead(records, { counts: [count] }, all);
  expect(unseen).toEqual({
    ...NONE,
    ...{ opening: 0n, observed: 0n, closing: grams(990 + 100 + 50), outside: grams(990 + 100 + 50) },
    ...{ missing: grams(14), items: ['bought_crude_lead', 'bought_scrap', 'refined_lead'] },
  });
  expect(unobservedLead(unseen, { growth: 'observed', scope: 'closing' })).toBe(grams(1140 + 14));
  const observation = seen({ item: 'refined_lead', massGrams: 995 }, { item: 'bought_scrap', massGrams: 300 });
  expect(stockLead([], { counts: [{ ...count, observation }] }, all)).toMatchObject({
    ...{ outside: leadIn(5, 990_000, 0) + grams(50), missing: 0n, items: ['bought_crude_lead', 'refined_lead'] },
  });
  expect(stockLead([], { counts: [{ ...count, end: 'opening' }] }, all)).toEqual({ ...NONE, opening: grams(1140) });
  expect(stockLead(records, { counts: [count] }, BALANCE)).toEqual(NONE);
});
