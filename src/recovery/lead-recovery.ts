/**
 * The lead recovery rate of one enterprise in one period, method `lead-recovery` version 4.
 *
 * The boundary reaches from batteries at the gate, at the mass accepted on manifests, to products that replace primary
 * material. Every gram of lead that passes it has one term. Batteries without a manifest count as available from the day
 * they are recorded on the site. Other lead-bearing feed counts as available, so its lead is not counted as lead of
 * batteries. The conservative rate credits that feed with complete recovery. Batteries sent on leave the balance at the
 * mass that the receiver accepted. A weighing difference, and what a count misses, are losses; what a count found counts as
 * available. So neither raises a rate. Masses are exact picograms of lead and rates exact fractions. Limits are compared
 * with the exact fraction, never with the rounded one.
 */
import type { Notice } from '../core/messages/notice.ts';
import { basisPoints, compare, type Fraction, fraction, ofNumber } from './fraction.ts';
import type { LeadPicograms } from './lead.ts';
import { type FindingCode, recoveryFinding } from './problems.ts';

export const METHOD = { id: 'lead-recovery', version: 4 } as const;

/** Losses of lead, by their path. */
export const LOSS_TERMS = [
  'loss_slag',
  'loss_sludge',
  'loss_separators',
  'loss_dust',
  'loss_air',
  'loss_water',
  'loss_stock',
  'loss_weighing',
  'loss_other',
] as const;

/** Terms of the balance. Each is the sum of its records, and normally not negative. */
export const TERMS = [
  'received',
  'without_manifest',
  'disposal_fed',
  'opening_stock',
  'uncounted_stock',
  'closing_stock',
  'found_stock',
  'forwarded',
  'under_way',
  'other_feed',
  'opening_work',
  'closing_work',
  'found_work',
  'products',
  'by_products',
  ...LOSS_TERMS,
] as const;
export type Term = (typeof TERMS)[number];

/**
 * Places of lead that is in no term: adjusted stock of products and bought feed, which count when they are made or fed;
 * batteries accepted for disposal, which count when they are fed nevertheless; batteries that were refused; batteries that
 * another organisation sent, and that were neither accepted nor refused.
 */
const OUTSIDE_TERMS = ['outside_balance', 'for_disposal', 'not_counted', 'not_received'] as const;
export type RecordTerm = Term | (typeof OUTSIDE_TERMS)[number];
export const RECORD_TERMS: readonly RecordTerm[] = [...TERMS, ...OUTSIDE_TERMS];

export type Terms = Readonly<Record<Term, LeadPicograms>>;

/** Limits in basis points (law `recovery.lead-controls`); each names its base. */
export type Controls = {
  readonly otherFeedShareBasisPoints: number;
  readonly unaccountedShareBasisPoints: number;
  readonly uncertaintyShareBasisPoints: number;
  readonly assumedAssayShareBasisPoints: number;
};

/** A finding about a rate. A `block` forbids approval, a `flag` needs a review, a `note` is for information. */
export type Finding = Notice<FindingCode>;

export type Balance = {
  /** Lead of batteries that were fed: those that came, corrected by changes of stock, batteries found and sent on. */
  readonly batteryLead: LeadPicograms;
  /** Growth of lead in process inside the enterprise, without what a count found. */
  readonly workChange: LeadPicograms;
  /** Lead available for products. */
  readonly available: LeadPicograms;
  readonly recovered: LeadPicograms;
  readonly lost: LeadPicograms;
  /** Lead of loads that left and are not decided. It stays available until the receiver has accepted it. */
  readonly underWay: LeadPicograms;
  /** Unaccounted lead: neither product, loss nor under way. */
  readonly unaccounted: LeadPicograms;
};

export type Rates = {
  /** Lead in products and confirmed by-products over available lead. */
  readonly headline: Fraction | null;
  readonly productsOnly: Fraction | null;
  /** Rate that credits other feed with complete recovery; it decides about passing or failing. */
  readonly conservative: Fraction | null;
  /** Unaccounted lead over available lead. */
  readonly unaccountedShare: Fraction | null;
  /** Share of batteries in all lead fed (φ). */
  readonly batteryShare: Fraction | null;
  /** One minus the losses and the lead under way over available lead: the rate by observed losses only. */
  readonly indirect: Fraction | null;
};

export function balanceOf(terms: Terms): Balance {
  const came = terms.received + terms.without_manifest + terms.disposal_fed;
  const stockUsed = terms.opening_stock + terms.uncounted_stock + terms.found_stock - terms.closing_stock;
  const batteryLead = came + stockUsed - terms.forwarded;
  const workChange = terms.closing_work - terms.opening_work - terms.found_work;
  const available = batteryLead + terms.other_feed - workChange;
  const recovered = terms.products + terms.by_products;
  const lost = LOSS_TERMS.reduce((sum, term) => sum + terms[term], 0n);
  const underWay = terms.under_way;
  const unaccounted = available - recovered - lost - underWay;
  return { batteryLead, workChange, available, recovered, lost, underWay, unaccounted };
}

export type RateName = keyof Rates;
type Parts = Readonly<Record<RateName, { readonly numerator: LeadPicograms; readonly denominator: LeadPicograms }>>;

/** Returns the numerator and denominator of each rate. Both are sums of terms. */
export function partsOf(terms: Terms): Parts {
  const { batteryLead, workChange, available, recovered, lost, underWay, unaccounted } = balanceOf(terms);
  return {
    headline: { numerator: recovered, denominator: available },
    productsOnly: { numerator: terms.products, denominator: available },
    conservative: { numerator: recovered - terms.other_feed, denominator: batteryLead - workChange },
    unaccountedShare: { numerator: unaccounted, denominator: available },
    batteryShare: { numerator: batteryLead, denominator: batteryLead + terms.other_feed },
    indirect: { numerator: available - lost - underWay, denominator: available },
  };
}

export function ratesOf(terms: Terms): Rates {
  const rateOf = ({ numerator, denominator }: Parts[RateName]) => fraction(numerator, denominator);
  const { headline, productsOnly, conservative, unaccountedShare, batteryShare, indirect } = partsOf(terms);
  return {
    headline: rateOf(headline),
    productsOnly: rateOf(productsOnly),
    conservative: rateOf(conservative),
    unaccountedShare: rateOf(unaccountedShare),
    batteryShare: rateOf(batteryShare),
    indirect: rateOf(indirect),
  };
}

const ONE: Fraction = { numerator: 1n, denominator: 1n };

/**
 * Compares the balance with the limits, which are shares of all fed lead. What the errors of measurement explain needs no
 * review: honest measurements of a small loss give a negative one as often as not.
 * @param doubt expanded uncertainty of the unaccounted share, as a share of one
 */
export function judge(terms: Terms, controls: Controls, doubt = 0): Finding[] {
  const { batteryLead, available, unaccounted } = balanceOf(terms);
  const { headline } = ratesOf(terms);
  // A period in which nothing was fed may process what open runs held before; its limits are shares of that.
  const fed = batteryLead + terms.other_feed || available;
  if (headline === null || fed < 0n) return [recoveryFinding('NOTHING_PROCESSED')];
  const found: Finding[] = [];
  if (compare(headline, ONE) > 0) found.push(recoveryFinding('RATE_ABOVE_100'));
  const gap = fraction(unaccounted < 0n ? -unaccounted : unaccounted, fed);
  const explained = ofNumber(doubt);
  const isBeyond = (share: Fraction) => gap !== null && compare(gap, share) > 0 && compare(gap, explained) > 0;
  if (unaccounted < 0n && isBeyond(basisPoints(controls.uncertaintyShareBasisPoints))) {
    found.push(recoveryFinding('UNACCOUNTED_NEGATIVE'));
  } else if (unaccounted < 0n) {
    found.push(recoveryFinding('UNACCOUNTED_BELOW_ZERO', {}, isBeyond(explained) ? 'flag' : 'note'));
  }
  if (isBeyond(basisPoints(controls.unaccountedShareBasisPoints))) {
    found.push(recoveryFinding('UNACCOUNTED_SHARE_HIGH'));
  }
  const other = fraction(terms.other_feed, fed);
  if (other && compare(other, basisPoints(controls.otherFeedShareBasisPoints)) > 0) {
    found.push(recoveryFinding('OTHER_FEED_SHARE_HIGH'));
  }
  return found;
}
