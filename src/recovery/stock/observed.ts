/**
 * Observed stock counts. Books and counts are both the word of the enterprise, so stock that it fed in secret can stay in both. What an
 * authority saw is held against the count. Stock at the end that no authority saw is lead that the enterprise could have moved, also when
 * it was there at the beginning. Products that were never made lift the rate as well, and bought feed that was fed in secret.
 */
import { type Observation, type SiteRules, unseenElsewhere } from '../elsewhere/elsewhere.ts';
import { compare, type Fraction, fraction, percentOf } from '../fraction.ts';
import { type LeadPicograms, leadIn, toWholeGrams } from '../lead.ts';
import { type LeadRecord, leadOf } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import { type ItemBook, type StockTolerance, toleranceOf } from './difference.ts';
import type { StockGrounds } from './grounds.ts';

/** Laws `recovery.stock-observation`, `recovery.unobserved-stock`, `recovery.unobserved-items` and `recovery.unobserved-sites`. */
export type ObservationRules = SiteRules & {
  /** Treatment of stock that grew: as it was counted, or only as far as an authority saw it. */
  readonly growth: 'believed' | 'observed';
  /** Stock that needs an observation: its growth as the other law says, or all of the closing stock. */
  readonly scope: 'growth' | 'closing';
  /** Items that need an observation: batteries and work, or products and bought feed as well. */
  readonly items: 'balance' | 'all';
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

/** Lead of stock at both ends, without what open runs hold. */
export type StockLead = {
  readonly opening: LeadPicograms;
  readonly closing: LeadPicograms;
  /** Part of the closing that was seen. */
  readonly observed: LeadPicograms;
  /** Lead of products and bought feed of the closing that was not seen. */
  readonly outside: LeadPicograms;
  /** Lead of products and bought feed that counts of the period missed, so that the books were reduced. */
  readonly missing: LeadPicograms;
  /** Items of the closing with lead that was not seen. */
  readonly items: readonly string[];
  /** Lead of batteries that was not seen on own sites that do not recycle, or on the way from them. */
  readonly elsewhere: LeadPicograms;
  /** Names of these sites. */
  readonly sites: readonly string[];
};

type ItemLead = { readonly item: string; readonly lead: LeadPicograms; readonly observed: LeadPicograms };

const OPENING: readonly string[] = ['opening_stock', 'opening_work', 'uncounted_stock'];
const CLOSING: readonly string[] = ['closing_stock', 'closing_work'];

/** Adds up the lead of stock at both ends. The lead of open runs comes from their feeds and outputs, and counts apart. */
export function stockLead(
  records: readonly LeadRecord[],
  { counts, elsewhere = [] }: Pick<StockGrounds, 'counts' | 'elsewhere'>,
  { items }: Pick<ObservationRules, 'items'>,
): StockLead {
  const stock = records.filter(({ kind }) => kind !== 'feed' && kind !== 'output');
  const closing = stock.filter(({ term }) => CLOSING.includes(term));
  const outsideAt = (end: 'opening' | 'closing') =>
    items === 'all' ? counts.flatMap((count) => (count.end === end ? outsideLead(count) : [])) : [];
  const inside = counts.flatMap((count) => (count.end === 'closing' ? insideLead(closing, count) : []));
  const outside = outsideAt('closing');
  const all = [...inside, ...outside];
  return {
    opening:
      sumOf(stock.filter(({ term }) => OPENING.includes(term))) + total(outsideAt('opening'), ({ lead }) => lead),
    closing: sumOf(closing) + total(outside, ({ lead }) => lead),
    observed: total(all, ({ observed }) => observed),
    outside: total(outside, unseenOf),
    missing: items === 'all' ? total(records.filter(isMissing), greatestLead) : 0n,
    items: [...new Set(all.flatMap((one) => (unseenOf(one) > 0n ? one.item : [])))].toSorted(),
    ...unseenElsewhere(elsewhere),
  };
}

const unseenOf = ({ lead, observed }: ItemLead): LeadPicograms => lead - observed;

type CountGround = StockGrounds['counts'][number];

/** Returns the lead of batteries and work of a count, by item, and the part of it that was seen. */
function insideLead(closing: readonly LeadRecord[], { countId, lines, observation }: CountGround): ItemLead[] {
  const own = Map.groupBy(
    closing.filter(({ subject }) => subject === `stock-count:${countId}`),
    ({ material }) => material,
  );
  return [...own].map(([item, records]) => {
    const lead = sumOf(records);
    const counted = gramsOf(lines, item);
    const seen = Math.min(gramsOf(observation?.lines ?? [], item), counted);
    return { item, lead, observed: counted > 0 ? (lead * BigInt(seen)) / BigInt(counted) : 0n };
  });
}

/**
 * Returns the lead of products and bought feed, by item, and the part of it that was seen. Outputs and feeds of the books make the rate,
 * so the books count where the count lists less. Stock without an assay has the greatest content of its material.
 */
function outsideLead({ lines, books, bounds, observation }: CountGround): ItemLead[] {
  return bounds.flatMap(({ item, massGrams, high }) => {
    const book = books.find((one) => one.item === item);
    if (book?.term !== 'outside' || massGrams <= 0) return [];
    const held = Math.max(book.bookGrams, gramsOf(lines, item));
    const leadOfMass = (grams: number) => (high * BigInt(grams)) / BigInt(massGrams);
    const seen = Math.min(gramsOf(observation?.lines ?? [], item), held);
    return { item, lead: leadOfMass(held), observed: leadOfMass(seen) };
  });
}

/** Returns true for products and bought feed that a count missed: they may never have been made, or may have been fed. */
const isMissing = ({ term, sign }: LeadRecord): boolean => term === 'outside_balance' && sign < 0;

const PURE = 1_000_000;
const greatestLead = ({ massGrams, ppm, moisturePpm }: LeadRecord): LeadPicograms =>
  leadIn(massGrams, ppm ?? PURE, moisturePpm);

const total = <One>(some: readonly One[], of: (one: One) => LeadPicograms): LeadPicograms =>
  some.reduce((sum, one) => sum + of(one), 0n);
const sumOf = (records: readonly LeadRecord[]): LeadPicograms =>
  records.reduce((sum, record) => sum + leadOf(record), 0n);

/**
 * Returns the lead of closing stock that was not seen and could be gone. A part that was gone at the beginning already lifted no rate
 * of this period, but no record says how much that is: so all of it counts, unless the law has only what the stock grew by. Products and
 * bought feed that a count missed count too, and batteries on own sites that do not recycle.
 */
export function unobservedLead(
  { opening, closing, observed, missing, elsewhere }: StockLead,
  { growth, scope }: Pick<ObservationRules, 'growth' | 'scope'>,
): LeadPicograms {
  if (scope === 'growth' && growth === 'believed') return elsewhere;
  const lead = closing - observed - (scope === 'growth' ? opening : 0n);
  return elsewhere + missing + (lead > 0n ? lead : 0n);
}

/**
 * Says what stock was not seen: a note within the uncertainty of the headline, else a flag.
 * @param expanded expanded uncertainty of the headline, as a share of one
 */
export function unobservedFindings(
  lead: LeadPicograms,
  { opening, closing, observed, outside, missing, items, elsewhere, sites }: StockLead,
  { available, expanded }: { readonly available: LeadPicograms; readonly expanded: Fraction },
): Finding[] {
  const share = fraction(lead, available);
  if (!share || lead <= 0n || available <= 0n) return [];
  const grams = (of: LeadPicograms) => Number(toWholeGrams(of));
  const facts = {
    ...{ leadGrams: grams(lead), openingLeadGrams: grams(opening), closingLeadGrams: grams(closing - observed) },
    ...{ outsideLeadGrams: grams(outside), missingLeadGrams: grams(missing), items },
    ...{ elsewhereLeadGrams: grams(elsewhere), sites },
    ...{ sharePercent: percentOf(share), limitPercent: percentOf(expanded) },
  };
  return [recoveryFinding('STOCK_NOT_OBSERVED', facts, compare(share, expanded) > 0 ? 'flag' : 'note')];
}
