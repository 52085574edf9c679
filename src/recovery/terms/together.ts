/**
 * Tolerances together. Each is small enough to need no review alone. What they could move in favour of the enterprise is added up,
 * because one owner may use all of them at once.
 */
import { compare, type Fraction, fraction, percentOf } from '../fraction.ts';
import { type LeadPicograms, toWholeGrams } from '../lead.ts';
import type { Finding } from '../lead-recovery.ts';
import { type FindingCode, recoveryFinding } from '../problems.ts';

/** Lead that each tolerance could move in favour of the enterprise. */
export type Tolerated = {
  /** By weak evidence, within what is plausible. */
  readonly weak: LeadPicograms;
  /** By contents of classes, beyond what laboratories saw of them. */
  readonly uncovered: LeadPicograms;
  /** By counts that differ from the books. */
  readonly counts: LeadPicograms;
  /** In open runs at the end of the period: lead that was lost in them is not known yet. */
  readonly openRuns: LeadPicograms;
  /** By mass that no independent organisation weighed. */
  readonly unconfirmed: LeadPicograms;
  /** In loads that arrived and are not decided at the end: they could be in the furnace. */
  readonly atGate: LeadPicograms;
  /** In loads on the way to own sites at the end, by what the enterprise states. */
  readonly onTheWay: LeadPicograms;
  /** In stock at the end that no authority saw. */
  readonly unobserved: LeadPicograms;
  /** In output that left and that no independent receiver confirmed. */
  readonly sales: LeadPicograms;
};

/** Findings that already ask for a review of a tolerance, so that it need not be counted here. */
const REVIEWED: Readonly<Record<keyof Tolerated, readonly FindingCode[]>> = {
  weak: ['WEAK_EVIDENCE_MATTERS'],
  uncovered: ['ASSAYS_COVER_MORE'],
  counts: ['STOCK_DIFFERS_FROM_BOOKS', 'STOCK_NOT_COUNTED', 'OPEN_RUNS_DIFFER'],
  openRuns: ['OPEN_RUNS'],
  unconfirmed: ['UNCONFIRMED_MASS'],
  atGate: ['LOADS_AT_GATE'],
  onTheWay: ['LOADS_ON_THE_WAY'],
  unobserved: ['STOCK_NOT_OBSERVED'],
  sales: ['SALES_NOT_CONFIRMED'],
};

/**
 * Finds that tolerances together could move the headline by more than its uncertainty states.
 * @param found findings about the tolerances themselves
 * @param expanded expanded uncertainty of the headline
 */
export function togetherFindings(
  tolerated: Tolerated,
  found: readonly Finding[],
  { available, expanded }: { readonly available: LeadPicograms; readonly expanded: Fraction },
): Finding[] {
  const raised = new Set(found.flatMap(({ code, severity }) => (severity === 'note' ? [] : code)));
  const of = (name: keyof Tolerated): LeadPicograms =>
    REVIEWED[name].some((code) => raised.has(code)) || tolerated[name] < 0n ? 0n : tolerated[name];
  const [weak, counts, openRuns] = [of('weak'), of('counts'), of('openRuns')];
  const [unconfirmed, atGate, unobserved] = [of('unconfirmed'), of('atGate'), of('unobserved')];
  const [uncovered, sales, onTheWay] = [of('uncovered'), of('sales'), of('onTheWay')];
  const sum = weak + uncovered + counts + openRuns + unconfirmed + atGate + onTheWay + unobserved + sales;
  const share = fraction(sum, available);
  if (!share || available <= 0n || compare(share, expanded) <= 0) return [];
  const grams = (lead: LeadPicograms) => Number(toWholeGrams(lead));
  const parts = { weakGrams: grams(weak), countsGrams: grams(counts), openGrams: grams(openRuns) };
  return [
    recoveryFinding('TOLERANCES_TOGETHER', {
      ...{ ...parts, unconfirmedGrams: grams(unconfirmed), gateGrams: grams(atGate), wayGrams: grams(onTheWay) },
      ...{ unobservedGrams: grams(unobserved), uncoveredGrams: grams(uncovered), salesGrams: grams(sales) },
      ...{ leadGrams: grams(sum), sharePercent: percentOf(share), limitPercent: percentOf(expanded) },
    }),
  ];
}
