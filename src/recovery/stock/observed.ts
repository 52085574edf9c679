/**
 * Observed stock counts. Books and counts are both the word of the enterprise, so stock that it fed in secret can stay in both. What an
 * authority saw is held against the count. Stock at the end that no authority saw is lead that the enterprise could have moved, also when
 * it was there at the beginning.
 */
import { compare, type Fraction, fraction, percentOf } from '../fraction.ts';
import { type LeadPicograms, toWholeGrams } from '../lead.ts';
import { type LeadRecord, leadOf } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import { type ItemBook, type StockTolerance, toleranceOf } from './difference.ts';
import type { Observation, StockGrounds } from './grounds.ts';

/** Laws `recovery.stock-observation` and `recovery.unobserved-stock`. */
export type ObservationRules = {
  /** Treatment of stock that grew: as it was counted, or only as far as an authority saw it. */
  readonly growth: 'believed' | 'observed';
  /** Stock that needs an observation: its growth as the other law says, or all of the closing stock. */
  readonly scope: 'growth' | 'closing';
};

type Line = { readonly item: string; readonly massGrams: number };

type Contradiction = {
  readonly term: ItemBook['term'];
  readonly facts: {
    readonly item: string;
    readonly countedGrams: number;
    readonly observedGrams: number;
    readonly differenceGrams: number;
    readonly toleranceGrams: number;
  };
};

const gramsOf = (lines: readonly Line[], wanted: string): number =>
  lines.reduce((sum, { item, massGrams }) => sum + (item === wanted ? massGrams : 0), 0);

/** Compares each item that was seen with the count. Items that were not seen are not contradicted. */
export function contradictionsOf(
  lines: readonly Line[],
  books: readonly ItemBook[],
  { observation, tolerance }: { readonly observation: Observation | null; readonly tolerance: StockTolerance },
): Contradiction[] {
  return (observation?.lines ?? []).flatMap(({ item, massGrams: observedGrams }) => {
    const term = books.find((book) => book.item === item)?.term ?? 'work';
    const countedGrams = gramsOf(lines, item);
    const differenceGrams = Math.abs(countedGrams - observedGrams);
    const toleranceGrams = toleranceOf({ term, bookGrams: observedGrams }, tolerance);
    if (differenceGrams <= toleranceGrams) return [];
    return [{ term, facts: { item, countedGrams, observedGrams, differenceGrams, toleranceGrams } }];
  });
}

/** Lead of batteries and work at both ends, without what open runs hold, and the part of the closing that was seen. */
export type StockLead = {
  readonly opening: LeadPicograms;
  readonly closing: LeadPicograms;
  readonly observed: LeadPicograms;
};

const OPENING: readonly string[] = ['opening_stock', 'opening_work', 'uncounted_stock'];
const CLOSING: readonly string[] = ['closing_stock', 'closing_work'];

/** Adds up the lead of stock at both ends. The lead of open runs comes from their feeds and outputs, and counts apart. */
export function stockLead(records: readonly LeadRecord[], counts: StockGrounds['counts']): StockLead {
  const stock = records.filter(({ kind }) => kind !== 'feed' && kind !== 'output');
  const closing = stock.filter(({ term }) => CLOSING.includes(term));
  const observed = counts.reduce(
    (sum, count) => (count.end === 'closing' ? sum + observedLead(closing, count) : sum),
    0n,
  );
  return { opening: sumOf(stock.filter(({ term }) => OPENING.includes(term))), closing: sumOf(closing), observed };
}

/** Returns the lead of a count as far as its items were seen. */
function observedLead(
  closing: readonly LeadRecord[],
  { countId, lines, observation }: StockGrounds['counts'][number],
): LeadPicograms {
  const own = closing.filter(({ subject }) => subject === `stock-count:${countId}`);
  return (observation?.lines ?? []).reduce((sum, { item, massGrams }) => {
    const counted = gramsOf(lines, item);
    if (counted <= 0) return sum;
    const lead = sumOf(own.filter(({ material }) => material === item));
    return sum + (lead * BigInt(Math.min(massGrams, counted))) / BigInt(counted);
  }, 0n);
}

const sumOf = (records: readonly LeadRecord[]): LeadPicograms =>
  records.reduce((sum, record) => sum + leadOf(record), 0n);

/**
 * Returns the lead of closing stock that was not seen and could be gone. A part that was gone at the beginning already lifted no rate
 * of this period, but no record says how much that is: so all of it counts, unless the law has only what the stock grew by.
 */
export function unobservedLead(
  { opening, closing, observed }: StockLead,
  { growth, scope }: ObservationRules,
): LeadPicograms {
  if (scope === 'growth' && growth === 'believed') return 0n;
  const lead = closing - observed - (scope === 'growth' ? opening : 0n);
  return lead > 0n ? lead : 0n;
}

/**
 * Says what stock was not seen: a note within the uncertainty of the headline, else a flag.
 * @param expanded expanded uncertainty of the headline, as a share of one
 */
export function unobservedFindings(
  lead: LeadPicograms,
  { opening, closing, observed }: StockLead,
  { available, expanded }: { readonly available: LeadPicograms; readonly expanded: Fraction },
): Finding[] {
  const share = fraction(lead, available);
  if (!share || lead <= 0n || available <= 0n) return [];
  const grams = (of: LeadPicograms) => Number(toWholeGrams(of));
  const facts = {
    ...{ leadGrams: grams(lead), openingLeadGrams: grams(opening), closingLeadGrams: grams(closing - observed) },
    ...{ sharePercent: percentOf(share), limitPercent: percentOf(expanded) },
  };
  return [recoveryFinding('STOCK_NOT_OBSERVED', facts, compare(share, expanded) > 0 ? 'flag' : 'note')];
}
