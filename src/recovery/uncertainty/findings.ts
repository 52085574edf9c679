/** Findings about the uncertainty of a rate. */
import type { LeadRecord } from '../lead-records.ts';
import type { Finding, Terms } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import type { EvidenceLimits } from '../terms/findings.ts';
import { budgetOf } from './budget.ts';
import type { Uncertainties } from './uncertainty.ts';

type Law = { readonly uncertainties: Uncertainties; readonly evidenceLimits: EvidenceLimits };

/** Returns the expanded uncertainty of the unaccounted share, or 0 when no lead was available. */
export const doubtOf = (records: readonly LeadRecord[], terms: Terms, { uncertainties }: Law): number =>
  budgetOf('unaccountedShare', records, terms, uncertainties)?.expanded ?? 0;

/** Finds a headline that its uncertainty leaves open. */
export function uncertaintyFindings(
  records: readonly LeadRecord[],
  terms: Terms,
  { uncertainties, evidenceLimits }: Law,
): Finding[] {
  const expanded = budgetOf('headline', records, terms, uncertainties)?.expanded ?? 0;
  const limit = evidenceLimits.expandedUncertaintyBasisPoints / 10_000;
  if (expanded <= limit) return [];
  const points = { expandedPoints: (100 * expanded).toFixed(2), limitPoints: (100 * limit).toFixed(2) };
  return [recoveryFinding('UNCERTAINTY_HIGH', points)];
}
