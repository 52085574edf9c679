/**
 * Stock counts at the end of a day: batteries not yet fed, lead in process inside the enterprise (furnaces, paste, own slag and
 * dust, by-products), and what is outside the lead balance. Bought feed enters the balance when it is fed, and a product
 * when it is made, so the rate does not read their lines; the books are held against the stock by them.
 */
import { type PieceMassLimits, refuseImpossibleCount } from '../../batches/rules.ts';
import type { StockTerm } from '../material.ts';
import { recyclingProblem } from '../problems.ts';

export type StockLine = {
  /** Code of the list `stock-items`. */
  readonly item: string;
  readonly term: StockTerm;
  readonly massGrams: number;
  /** Batteries that were counted; missing or null where only mass was determined. */
  readonly pieces?: number | null;
  /** Share of lead in the counted mass, parts per million. */
  readonly leadPpm: number;
  /** Number of the assay certificate or of the sampling record. */
  readonly evidence: string | null;
};

export type StockCount = {
  readonly id: string;
  readonly partyId: string;
  readonly siteId: string;
  /** Day at whose end the stock was counted: the last day of a period closes it and opens the next. */
  readonly countedOn: string;
  readonly countedBy: string;
  readonly lines: readonly StockLine[];
  readonly replacesId: string | null;
  readonly recordedAt: Date;
};

/**
 * Refuses lines of batteries of which mass and pieces contradict each other. Lines that were weighed only state no pieces.
 * @throws Problem `batch-piece-mass-impossible`
 */
export function refuseImpossibleLines(lines: readonly StockLine[], limits: PieceMassLimits): void {
  for (const [at, { term, massGrams, pieces = null }] of lines.entries()) {
    if (term !== 'battery_stock' || pieces === null) continue;
    refuseImpossibleCount({ massGrams, pieces }, { limits, pointer: `#/body/lines/${at}/pieces` });
  }
}

/** Refuses a correction of a count of another site or day. @throws Problem `stock-count-not-its-correction` */
export function refuseOtherCount(count: StockCount, replaced: StockCount): void {
  if (count.siteId !== replaced.siteId || count.countedOn !== replaced.countedOn) {
    throw recyclingProblem('stock-count-not-its-correction', { replacesId: replaced.id, pointer: '#/body/replacesId' });
  }
}

/** Refuses a count of a day after today. @throws Problem `stock-count-in-future` */
export function refuseFutureCount(countedOn: string, today: string): void {
  if (countedOn > today)
    throw recyclingProblem('stock-count-in-future', { countedOn, today, pointer: '#/body/countedOn' });
}
