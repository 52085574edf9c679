/** Use case: reading what the books had of each item of a stock count, on a site at an instant. */
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

/** Reads the books of a site. Movements up to and including the instant are in them. */
export async function readItemBooks(
  db: Reader,
  where: Parameters<typeof listBookedBatches>[1],
  items: readonly Item[],
): Promise<ItemBook[]> {
  const stock = await listBookedBatches(db, where);
  const runs = stock.filter(({ kind }) => kind === 'process');
  return items.map((one) => ({
    ...{ item: one.item, term: one.term, materials: one.materials, bookGrams: bookOf(one, stock).massGrams },
    runGrams: bookOf(one, runs).massGrams,
    batches: stock.filter((batch) => batch.kind !== 'process' && counts(one, batch)),
  }));
}

type StockedBatteries = { readonly siteId: string } & Pick<BookedBatch, 'batchId' | 'material' | 'massGrams'>;

/** Lists the batches of batteries with mass on some sites of an enterprise, just before an instant. */
export async function listStockedBatteries(
  db: Reader,
  { partyId, siteIds, at }: { readonly partyId: string; readonly siteIds: readonly string[]; readonly at: Date },
): Promise<StockedBatteries[]> {
  const listed: StockedBatteries[] = [];
  for (const siteId of siteIds) {
    const booked = await listBookedBatches(db, { partyId, siteId, at: new Date(at.getTime() - 1) });
    const batteries = booked.filter(({ kind, massGrams }) => kind === 'battery' && massGrams > 0);
    listed.push(...batteries.map(({ batchId, material, massGrams }) => ({ siteId, batchId, material, massGrams })));
  }
  return listed;
}
