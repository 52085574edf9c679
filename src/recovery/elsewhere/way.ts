/**
 * Loads on the way to own sites at the end of a period. Only the receiver states when a load arrives. So a load that came within the period
 * can be dated in the next one and be fed in secret: it is in no term and in no stock.
 */
import { compare, type Fraction, fraction, percentOf } from '../fraction.ts';
import { type LeadPicograms, leadIn, toWholeGrams } from '../lead.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';

/** Law `recovery.loads-on-the-way`: whether the receiver is believed about the day of arrival. */
export type WayRules = { readonly loads: 'believed' | 'counted' };

/** Loads that were handed over before the end of the period and arrived after it, or have not arrived. */
export type OnTheWay = { readonly loads: number; readonly massGrams: number };

/** Returns the lead of loads on the way. @param maxPpm greatest content of batteries */
export const leadOnTheWay = (way: OnTheWay | undefined, maxPpm: number): LeadPicograms =>
  leadIn(way?.massGrams ?? 0, maxPpm, 0);

/**
 * Says which loads were on the way: a note within the uncertainty of the headline, else a flag.
 * @param expanded expanded uncertainty of the headline, as a share of one
 */
export function wayFindings(
  way: OnTheWay | undefined,
  lead: LeadPicograms,
  { available, expanded }: { readonly available: LeadPicograms; readonly expanded: Fraction },
): Finding[] {
  const share = fraction(lead, available);
  if (way === undefined || lead <= 0n || !share || available <= 0n) return [];
  const facts = {
    ...{ loads: way.loads, massGrams: way.massGrams, leadGrams: Number(toWholeGrams(lead)) },
    ...{ sharePercent: percentOf(share), limitPercent: percentOf(expanded) },
  };
  return [recoveryFinding('LOADS_ON_THE_WAY', facts, compare(share, expanded) > 0 ? 'flag' : 'note')];
}
