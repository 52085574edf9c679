/** Use case: reading what the books had on a site at an instant, and of each item of a stock count. */
import type { Reader } from '../../platform/database/db.ts';
import { listBookedBatches } from '../adjustments/book-store.ts';
import { bookOf, counts } from '../adjustments/stock-item.ts';

type Item = Parameters<typeof counts>[0];
type BookedBatch = Awaited<ReturnType<typeof listBookedBatches>>[number];

/** The books of an item; `runGrams` is the part that open runs hold, and `batches` the rest. */
export type ItemBook = Pick<Item, 'item' | 'term' | 'materials'> & {
  readonly bookGrams: number;
  readonly runGrams: number;
  readonly batches: readonly BookedBatch[];
};

/** Divides the accounts of a site among the items of a count. */
export function itemBooksOf(stock: readonly BookedBatch[], items: readonly Item[]): ItemBook[] {
  const runs = stock.filter(({ kind }) => kind === 'process');
  return items.map((one) => ({
    ...{ item: one.item, term: one.term, materials: one.materials, bookGrams: bookOf(one, stock).massGrams },
    runGrams: bookOf(one, runs).massGrams,
    batches: stock.filter((batch) => batch.kind !== 'process' && counts(one, batch)),
  }));
}

/** Reads the books of a site. Movements up to and including the instant are in them. */
export const readBooks = (db: Reader, where: Parameters<typeof listBookedBatches>[1]): Promise<BookedBatch[]> =>
  listBookedBatches(db, where);
