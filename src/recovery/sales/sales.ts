/**
 * Output that left the enterprise: products that were sold, and by-products whose use lifts the rate. Only its own books show that they were
 * made. So their lead counts as lead that need not have been there, as far as no independent receiver confirmed it.
 */
import { compare, type Fraction, fraction, percentOf } from '../fraction.ts';
import { type LeadPicograms, leadIn, toWholeGrams } from '../lead.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';

/** Laws `recovery.unconfirmed-sales` and `recovery.sale-receipts`. */
export type SalesRules = {
  /** Treatment of sales: as the enterprise recorded them, or only as far as an independent receiver confirmed them. */
  readonly sales: 'believed' | 'confirmed';
  /** Greatest difference between what was sold and what was received, as a share of what was sold. */
  readonly massToleranceBasisPoints: number;
  /** Days from the departure within which a sale is received. */
  readonly transitDays: number;
  /**
   * Receipts that count: all within these days, or those until the last day of the period. A later one shows that the mass exists then,
   * and products of the next period can be dated in this one.
   */
  readonly receipts: 'transit' | 'period';
};

/** Deliveries of a period, with the mass that left and the part that an independent receiver confirmed. */
export type Sales = {
  readonly deliveries: number;
  readonly massGrams: number;
  readonly confirmedGrams: number;
  /** Last day of receipts that count. Absent where the law counts all receipts in transit, and in evidence of before. */
  readonly receivedUntil?: string;
  /** Mass that is not confirmed, by its lead content. */
  readonly unconfirmed: readonly {
    readonly material: string;
    /** Null without an assay. */
    readonly ppm: number | null;
    readonly moisturePpm: number;
    readonly massGrams: number;
  }[];
  /** Sales of which the receiver received another mass than the books have now. */
  readonly contradicted: {
    readonly deliveries: number;
    readonly massGrams: number;
    readonly receivedGrams: number;
    /** One of them. */
    readonly dispositionId: string | null;
  };
};

const PURE = 1_000_000;

/** Returns the lead of what left and was not confirmed. Mass without an assay counts as pure lead. */
export const unconfirmedSalesLead = ({ unconfirmed }: Pick<Sales, 'unconfirmed'>): LeadPicograms =>
  unconfirmed.reduce((sum, { massGrams, ppm, moisturePpm }) => sum + leadIn(massGrams, ppm ?? PURE, moisturePpm), 0n);

/** Says which sales their receivers contradict. */
export function contradictedSales({ contradicted }: Sales): Finding[] {
  const { deliveries, massGrams, receivedGrams, dispositionId } = contradicted;
  if (deliveries === 0 || dispositionId === null) return [];
  return [recoveryFinding('SALES_CONTRADICTED', { deliveries, massGrams, receivedGrams, dispositionId })];
}

/**
 * Says what left and was not confirmed: a note within the uncertainty of the headline, else a flag.
 * @param expanded expanded uncertainty of the headline, as a share of one
 */
export function salesFindings(
  lead: LeadPicograms,
  { deliveries, massGrams, confirmedGrams }: Sales,
  { available, expanded }: { readonly available: LeadPicograms; readonly expanded: Fraction },
): Finding[] {
  const share = fraction(lead, available);
  if (!share || lead <= 0n || available <= 0n) return [];
  const facts = {
    ...{ deliveries, massGrams, confirmedGrams, leadGrams: Number(toWholeGrams(lead)) },
    ...{ sharePercent: percentOf(share), limitPercent: percentOf(expanded) },
  };
  return [recoveryFinding('SALES_NOT_CONFIRMED', facts, compare(share, expanded) > 0 ? 'flag' : 'note')];
}
