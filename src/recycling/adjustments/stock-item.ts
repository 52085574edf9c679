/** Items of a stock count, and the accounts whose books they are held against. */
import type { Quantity } from '../../batches/rules.ts';
import type { StockTerm } from '../material.ts';
import { adjustmentProblem } from './problems.ts';
import type { AdjustmentLimit } from './stock-adjustment.ts';

/** An item of the list `stock-items` with the materials that it counts (law `recycling.counted-materials`). */
export type StockMaterials = {
  readonly item: string;
  readonly materials: readonly string[];
  /** Kinds of accounts; those of its term when left out. */
  readonly kinds?: readonly string[] | undefined;
};

/** An account on a site with what the books hold of it at an instant. */
export type BookedStock = Quantity & {
  readonly kind: string;
  /** Code of the material, or the waste code of what did not come out of a run. */
  readonly material: string;
};

/** Kinds of accounts that a count is held against, by the term of its item. */
const KINDS: Readonly<Record<StockTerm, readonly string[]>> = {
  battery_stock: ['battery'],
  work: ['other_feed', 'residue', 'by_product', 'process'],
  outside: ['product', 'other_feed'],
};

/** Returns true when an item counts the content of an account. */
export function counts(
  item: StockMaterials & { readonly term: StockTerm },
  { kind, material }: Pick<BookedStock, 'kind' | 'material'>,
): boolean {
  return (item.kinds ?? KINDS[item.term]).includes(kind) && item.materials.includes(material);
}

/** Adds up what the books hold of an item. */
export function bookOf(item: Parameters<typeof counts>[0], stock: readonly BookedStock[]): Quantity {
  const of = stock.filter((one) => counts(item, one));
  return {
    massGrams: of.reduce((sum, { massGrams }) => sum + massGrams, 0),
    pieces: of.reduce((sum, { pieces }) => sum + pieces, 0),
  };
}

/**
 * Refuses a batch that is not of the item on the site, and the account of a run: what a run holds follows from its feeds and
 * outputs, and its closing records what is missing.
 * @throws Problem `stock-adjustment-of-run`, `stock-adjustment-batch-elsewhere`
 */
export function refuseElsewhere(
  batch: Pick<BookedStock, 'kind' | 'material'> & { readonly id: string; readonly siteId: string | null },
  of: { readonly item: Parameters<typeof counts>[0]; readonly siteId: string; readonly pointer: string },
): void {
  if (batch.kind === 'process')
    throw adjustmentProblem('stock-adjustment-of-run', { id: batch.id, pointer: of.pointer });
  if (batch.siteId === of.siteId && counts(of.item, batch)) return;
  throw adjustmentProblem('stock-adjustment-batch-elsewhere', {
    ...{ batchId: batch.id, kind: batch.kind, material: batch.material },
    ...{ item: of.item.item, siteId: of.siteId, pointer: of.pointer },
  });
}

/** The law of a day on adjustments: their limit, and the items of a count with the materials of each. */
export type JudgingLaw = (day: string) => {
  readonly limit: AdjustmentLimit;
  readonly items: readonly Parameters<typeof bookOf>[0][];
};
