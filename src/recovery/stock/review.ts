/**
 * Stock that needs a review. Books and counts can both list stock that is not there: it lifts the rate of the period in which it
 * was made up. So batteries that came long ago, and more stock than a works needs, are shown.
 */
import { basisPoints, compare, type Fraction, fraction, percentOf } from '../fraction.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import { fedGrams, massOf } from '../terms/mass.ts';

/** Law `recovery.stock-review`. */
export type ReviewRules = {
  /** Days for which batteries may be in stock without a review. */
  readonly days: number;
  /** Greatest stock, as a share of what would be processed in a year at the pace of the period. */
  readonly yearShareBasisPoints: number;
};

/** Stock in the books at the end of a period. */
export type HeldStock = {
  /** Batteries that came before the days of law. */
  readonly oldGrams: number;
  readonly productGrams: number;
  /** Days of the period. */
  readonly days: number;
};

type Limits = {
  readonly stockReview: ReviewRules;
  readonly evidenceLimits: { readonly unconfirmedShareBasisPoints: number; readonly unconfirmedFloorGrams: number };
};

export function reviewFindings(records: readonly LeadRecord[], stock: HeldStock, limits: Limits): Finding[] {
  return [...oldFindings(records, stock, limits), ...levelFindings(records, stock, limits.stockReview)];
}

/** Finds batteries that came long ago. Only the counts of the enterprise say that they are still there. */
function oldFindings(records: readonly LeadRecord[], { oldGrams }: HeldStock, limits: Limits): Finding[] {
  const { unconfirmedShareBasisPoints, unconfirmedFloorGrams } = limits.evidenceLimits;
  const whole = massOf(records.filter(({ term }) => term === 'received' || term === 'opening_stock'));
  const tolerated = Math.max(unconfirmedFloorGrams, (Number(whole) * unconfirmedShareBasisPoints) / 10_000);
  if (oldGrams <= tolerated) return [];
  return [recoveryFinding('STOCK_OLD', { massGrams: oldGrams, storedDays: limits.stockReview.days })];
}

/** Finds more stock than a works needs: batteries and work in process by what was fed, products by what was made. */
function levelFindings(
  records: readonly LeadRecord[],
  { productGrams, days }: HeldStock,
  { yearShareBasisPoints }: ReviewRules,
): Finding[] {
  const limit = basisPoints(yearShareBasisPoints);
  const held = massOf(records.filter(({ term, kind }) => HELD.includes(term) && kind === 'stock_count_line'));
  const made = massOf(records.filter(({ term }) => term === 'products'));
  const shares = [inYear(held, fedGrams(records), days), inYear(BigInt(productGrams), made, days)];
  const beyond = shares.flatMap((share) => (share && compare(share, limit) > 0 ? share : []));
  const [first] = beyond.toSorted((a, b) => compare(b, a));
  if (!first) return [];
  const facts = { heldGrams: Number(held), productGrams };
  return [
    recoveryFinding('STOCK_LEVEL_HIGH', { ...facts, sharePercent: percentOf(first), limitPercent: percentOf(limit) }),
  ];
}

const HELD: readonly string[] = ['closing_stock', 'closing_work'];
const DAYS_OF_YEAR = 365n;

/** Returns a stock as a share of a year at the pace of the period; null without a pace. */
const inYear = (held: bigint, processed: bigint, days: number): Fraction | null =>
  fraction(held * BigInt(days), processed * DAYS_OF_YEAR);
