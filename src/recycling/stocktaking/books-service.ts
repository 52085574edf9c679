/** Use case: reading what the books had of each item of a stock count, on a site at an instant. */
import type { Reader } from '../../platform/database/db.ts';
import { readBookStock } from '../adjustments/book-store.ts';
import { bookOf, type counts } from '../adjustments/stock-item.ts';

type Item = Parameters<typeof counts>[0];

/** The books of an item; `runGrams` is the part that open runs hold. */
export type ItemBook = Pick<Item, 'item' | 'term'> & { readonly bookGrams: number; readonly runGrams: number };

/** Reads the books of a site. Movements up to and including the instant are in them. */
export async function readItemBooks(
  db: Reader,
  where: Parameters<typeof readBookStock>[1],
  items: readonly Item[],
): Promise<ItemBook[]> {
  const stock = await readBookStock(db, where);
  const runs = stock.filter(({ kind }) => kind === 'process');
  return items.map((one) => ({
    ...{ item: one.item, term: one.term, bookGrams: bookOf(one, stock).massGrams },
    runGrams: bookOf(one, runs).massGrams,
  }));
}
