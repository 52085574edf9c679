/**
 * Counts of stock at the end of a day: batteries not yet fed, and the lead at work inside the enterprise (furnaces, paste,
 * own slag and dust). Bought feed that was not fed yet and finished products are no part of it: the former enters the
 * recovery rate when it is fed, the latter when they are produced.
 */
import { recyclingProblem } from '../problems.ts';

export type StockLine = {
  /** Code of the list `recycling.stock-items`. */
  readonly item: string;
  readonly term: 'battery_stock' | 'work';
  readonly massGrams: number;
  /** Share of lead in the mass as counted. */
  readonly leadPpm: number;
  /** Number of the assay certificate or of the sampling record. */
  readonly evidence: string | null;
};

export type StockCount = {
  readonly id: string;
  readonly partyId: string;
  readonly siteId: string;
  /** The day at whose end the stock was counted: the last day of a period closes it and opens the next. */
  readonly countedOn: string;
  readonly countedBy: string;
  readonly lines: readonly StockLine[];
  readonly replacesId: string | null;
  readonly recordedAt: Date;
};

/** Refuses a correction of another count. @throws Problem `stock-count-not-its-correction` */
export function refuseOtherCount(count: StockCount, replaced: StockCount): void {
  if (count.siteId !== replaced.siteId || count.countedOn !== replaced.countedOn) {
    throw recyclingProblem('stock-count-not-its-correction', { replacesId: replaced.id, pointer: '#/body/replacesId' });
  }
}

/** Refuses a count of a day that has not come. @throws Problem `stock-count-in-future` */
export function refuseFutureCount(countedOn: string, today: string): void {
  if (countedOn > today)
    throw recyclingProblem('stock-count-in-future', { countedOn, today, pointer: '#/body/countedOn' });
}
