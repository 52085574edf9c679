/** Differences between counted and book stock of one site at one instant, beyond the tolerance of law. */

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

/** Compares each item of a count. */
export function differencesOf(
  lines: readonly { readonly item: string; readonly massGrams: number }[],
  books: readonly ItemBook[],
  { tolerance, gateGrams }: Measure,
): StockDifference[] {
  return books.flatMap((book) => {
    const own = lines.filter(({ item }) => item === book.item);
    const countedGrams = own.reduce((sum, { massGrams }) => sum + massGrams, 0);
    const beyond = countedGrams - book.bookGrams;
    const atGate = book.term === 'battery_stock' ? Math.min(gateGrams, Math.max(0, beyond)) : 0;
    const differenceGrams = Math.abs(beyond - atGate);
    const toleranceGrams = toleranceOf(book, tolerance);
    if (differenceGrams <= toleranceGrams) return [];
    return { ...book, countedGrams, differenceGrams, toleranceGrams, named: own.length > 0 };
  });
}

function toleranceOf({ term, bookGrams }: ItemBook, tolerance: StockTolerance): number {
  const { shareBasisPoints, floorGrams } = tolerance[term];
  return Math.max(floorGrams, Number((BigInt(Math.max(0, bookGrams)) * BigInt(shareBasisPoints)) / 10_000n));
}
