/** Differences between counted and book stock of one site at one instant, beyond the tolerance of law. */
import { type LeadPicograms, leadIn } from '../lead.ts';

/** Places of an item in the lead balance, as recycling names them. */
type StockTerm = 'battery_stock' | 'work' | 'outside';

/** An item with what the books had of it, and the part of it that open runs held. */
export type ItemBook = {
  readonly item: string;
  readonly term: StockTerm;
  readonly bookGrams: number;
  readonly runGrams: number;
};

/** The larger of a share of the book stock and a floor. */
type Tolerance = { readonly shareBasisPoints: number; readonly floorGrams: number };
/** Law `recovery.stock-tolerance`. */
export type StockTolerance = Readonly<Record<StockTerm, Tolerance>>;

export type StockDifference = ItemBook & {
  readonly countedGrams: number;
  readonly differenceGrams: number;
  readonly toleranceGrams: number;
  /** False when the count has no line of the item, which then counts as 0. */
  readonly named: boolean;
};

type Measure = {
  readonly tolerance: StockTolerance;
  /** Mass of the loads on the site without a decision. A count may list these batteries, which the books do not have yet. */
  readonly gateGrams: number;
};

type Line = { readonly item: string; readonly massGrams: number };

/** Returns the mass by which a count is beyond the books, without the loads that it may list; negative when it is below. */
function beyondOf(lines: readonly Line[], book: ItemBook, gateGrams: number): number {
  const counted = lines.filter(({ item }) => item === book.item).reduce((sum, { massGrams }) => sum + massGrams, 0);
  const beyond = counted - book.bookGrams;
  return beyond - (book.term === 'battery_stock' ? Math.min(gateGrams, Math.max(0, beyond)) : 0);
}

/**
 * Adds up the lead by which a count favours the enterprise: more than the books at the end of a period, or less at its beginning.
 * Stock outside the balance favours nothing.
 */
export function favourOf(
  lines: readonly (Line & { readonly leadPpm: number })[],
  books: readonly ItemBook[],
  { gateGrams, end }: { readonly gateGrams: number; readonly end: 'opening' | 'closing' },
): LeadPicograms {
  return books.reduce((sum, book) => {
    const beyond = beyondOf(lines, book, gateGrams);
    const grams = end === 'closing' ? beyond : -beyond;
    if (book.term === 'outside' || grams <= 0) return sum;
    const contents = lines.flatMap(({ item, leadPpm }) => (item === book.item ? leadPpm : []));
    return sum + leadIn(grams, contents.length > 0 ? Math.max(...contents) : PURE, 0);
  }, 0n);
}

const PURE = 1_000_000;

/** Compares each item of a count. */
export function differencesOf(
  lines: readonly Line[],
  books: readonly ItemBook[],
  { tolerance, gateGrams }: Measure,
): StockDifference[] {
  return books.flatMap((book) => {
    const own = lines.filter(({ item }) => item === book.item);
    const countedGrams = own.reduce((sum, { massGrams }) => sum + massGrams, 0);
    const differenceGrams = Math.abs(beyondOf(lines, book, gateGrams));
    const toleranceGrams = toleranceOf(book, tolerance);
    if (differenceGrams <= toleranceGrams) return [];
    return { ...book, countedGrams, differenceGrams, toleranceGrams, named: own.length > 0 };
  });
}

/**
 * Compares the batteries that a count lists at the end of a period with what the site may store. The authority states the limit, so
 * the word of the enterprise does not reach beyond it.
 */
export function beyondStorage(
  lines: readonly Line[],
  books: readonly ItemBook[],
  { end, limitGrams }: { readonly end: 'opening' | 'closing'; readonly limitGrams: number | null },
): { readonly countedGrams: number; readonly limitGrams: number }[] {
  if (end === 'opening' || limitGrams === null) return [];
  const batteries = new Set(books.filter(({ term }) => term === 'battery_stock').map(({ item }) => item));
  const countedGrams = lines.reduce((sum, { item, massGrams }) => sum + (batteries.has(item) ? massGrams : 0), 0);
  return countedGrams > limitGrams ? [{ countedGrams, limitGrams }] : [];
}

/** Returns the difference that an item may have: the larger of a share of its mass and a floor. */
export function toleranceOf(
  { term, bookGrams }: Pick<ItemBook, 'term' | 'bookGrams'>,
  tolerance: StockTolerance,
): number {
  const { shareBasisPoints, floorGrams } = tolerance[term];
  return Math.max(floorGrams, Number((BigInt(Math.max(0, bookGrams)) * BigInt(shareBasisPoints)) / 10_000n));
}
