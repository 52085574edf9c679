import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadIn } from '../../../src/recovery/lead.ts';
import { differencesOf, favourOf, type ItemBook, type StockTolerance } from '../../../src/recovery/stock/difference.ts';

const TOLERANCE: StockTolerance = {
  battery_stock: { shareBasisPoints: 50, floorGrams: 20_000 },
  work: { shareBasisPoints: 200, floorGrams: 100_000 },
  outside: { shareBasisPoints: 0, floorGrams: 0 },
};
const book = (bookGrams: number, item = 'batteries', term: ItemBook['term'] = 'battery_stock') => ({
  item,
  term,
  bookGrams,
  runGrams: 0,
});

describe('a difference between count and books', () => {
  it.each([
    ['below the floor', 0, 20_000, false],
    ['one gram above the floor', 0, 20_001, true],
    ['below the floor of a missing count', 20_000, 0, false],
    ['at the share', 10_000_000, 10_050_000, false],
    ['one gram above the share', 10_000_000, 10_050_001, true],
    ['one gram below it', 10_000_000, 9_949_999, true],
    ['from negative books', -30_000, 0, true],
  ])('%s: %i g in the books, %i g counted', (_, books, massGrams, differs) => {
    const found = differencesOf([{ item: 'batteries', massGrams }], [book(books)], {
      tolerance: TOLERANCE,
      gateGrams: 0,
    });
    expect(found).toHaveLength(differs ? 1 : 0);
  });

  it('adds up the lines of an item, and says which items the count does not name', () => {
    const lines = [
      { item: 'slag', massGrams: 600_000 },
      { item: 'slag', massGrams: 400_000 },
    ];
    const books = [book(1_000_000, 'slag', 'work'), book(500_000, 'dust', 'work'), book(1, 'refined_lead', 'outside')];
    expect(
      differencesOf(lines, books, { tolerance: TOLERANCE, gateGrams: 0 }).map(({ item, named, countedGrams }) => [
        item,
        named,
        countedGrams,
      ]),
    ).toEqual([
      ['dust', false, 0],
      ['refined_lead', false, 0],
    ]);
  });

  it.each([
    ['that it lists', 10_000_000 + 300_000, false],
    ['that it leaves out', 10_000_000, false],
    ['of which it lists a part', 10_000_000 + 200_000, false],
    ['and more', 10_000_000 + 350_001, true],
    ['and too little', 10_000_000 - 50_001, true],
  ])('explains a load at the gate %s', (_, massGrams, differs) => {
    const measure = { tolerance: TOLERANCE, gateGrams: 300_000 };
    expect(differencesOf([{ item: 'batteries', massGrams }], [book(10_000_000)], measure)).toHaveLength(
      differs ? 1 : 0,
    );
    const work = book(10_000_000, 'slag', 'work');
    expect(differencesOf([{ item: 'slag', massGrams: 10_300_000 }], [work], measure)).toHaveLength(1);
  });

  it('is the same whichever of both is more, and never within the floor', () => {
    const grams = fc.integer({ min: 0, max: 10 ** 12 });
    fc.assert(
      fc.property(grams, grams, (books, counted) => {
        const found = differencesOf([{ item: 'batteries', massGrams: counted }], [book(books)], {
          tolerance: TOLERANCE,
          gateGrams: 0,
        });
        const beyond = Math.abs(books - counted) > Math.max(20_000, Math.floor((books * 50) / 10_000));
        expect(found.map(({ differenceGrams }) => differenceGrams)).toEqual(beyond ? [Math.abs(books - counted)] : []);
      }),
    );
  });
});

it.each([
  ['more than the books at the end', 'closing', 'batteries', 1_010, 6],
  ['less than the books at the beginning', 'opening', 'batteries', 990, 6],
  ['less at the end', 'closing', 'batteries', 990, 0],
  ['more at the beginning', 'opening', 'batteries', 1_010, 0],
  ['what loads at the gate explain', 'closing', 'batteries', 1_004, 0],
  ['other stock than the balance has', 'closing', 'lead', 1_010, 0],
] as const)('a count favours the enterprise by %s', (_, end, item, massGrams, milligrams) => {
  const books = [book(1_000), book(1_000, 'lead', 'outside')];
  const lines = [{ item, massGrams, leadPpm: 600 }];
  const others = books.filter((one) => one.item === item);
  const gateGrams = end === 'closing' && massGrams === 1_004 ? 4 : 0;
  expect(favourOf(lines, others, { gateGrams, end })).toBe(leadIn(milligrams, 1_000, 0));
});

it('stock of the books that no line names at the beginning could be pure lead', () => {
  expect(favourOf([], [book(7)], { gateGrams: 0, end: 'opening' })).toBe(leadIn(7, 1_000_000, 0));
});
