/** Gaps in the records of a period, and their effect on the rate. */
import { basisPoints, compare, type Fraction, fraction } from './fraction.ts';
import type { LeadRecord } from './lead-records.ts';
import type { Controls, Finding } from './lead-recovery.ts';
import { recoveryFinding } from './problems.ts';

export type Completeness = {
  /** Share of the mass of accepted batteries whose lead content is a declared default. */
  readonly assumedAssayShare: Fraction | null;
  readonly findings: readonly Finding[];
  /** True when a rate can be computed: stock was counted at both ends, and every accepted line has a lead content. */
  readonly computable: boolean;
};

/** Terms whose records need a lead content; plastics and salts without one contain no lead. */
const NEEDS_CONTENT: readonly string[] = [
  'forwarded',
  'products',
  'loss_slag',
  'loss_dust',
  'loss_sludge',
  'loss_separators',
];

/**
 * Checks other feed: bought lead-bearing feed has a lead content from its purchase, and reagents need none. Feed by
 * manifest may lack it.
 */
function needsContent({ term, kind }: LeadRecord): boolean {
  return NEEDS_CONTENT.includes(term) || (term === 'other_feed' && kind === 'manifest_line');
}

/** Finds the gaps. @param missingCounts ends of the period without a stock count, such as `2026-10-31 <site id>` */
export function completenessOf(
  records: readonly LeadRecord[],
  missingCounts: readonly string[],
  controls: Controls,
): Completeness {
  const received = records.filter(({ term }) => term === 'received');
  const assumed = massOf(received.filter(({ basis }) => basis === 'declared_default'));
  const assumedAssayShare = fraction(assumed, massOf(received));
  const limit = basisPoints(controls.assumedAssayShareBasisPoints);
  const findings: Finding[] = [];
  if (missingCounts.length > 0) findings.push(recoveryFinding('STOCK_COUNT_MISSING', { missing: missingCounts }));
  const bare = received.filter(({ basis }) => basis === 'none');
  if (bare.length > 0) findings.push(recoveryFinding('BATTERY_ASSAY_MISSING', { records: bare.length }));
  if (assumed > 0n && assumedAssayShare) {
    const severity = compare(assumedAssayShare, limit) > 0 ? 'flag' : 'note';
    findings.push(recoveryFinding('ASSUMED_ASSAY', {}, severity));
  }
  const unassayed = records.filter((record) => record.basis === 'none' && needsContent(record));
  if (unassayed.length > 0) findings.push(recoveryFinding('ASSAY_MISSING', { records: unassayed.length }));
  const adjusted = records.filter(({ kind }) => kind === 'stock_adjustment');
  if (adjusted.length > 0) {
    const missing = adjusted.filter(({ term }) => term === 'loss_stock');
    const missingGrams = Number(massOf(missing));
    const foundGrams = Number(massOf(adjusted)) - missingGrams;
    findings.push(recoveryFinding('STOCK_ADJUSTED', { foundGrams, missingGrams }));
  }
  const left = records.filter(({ term }) => term === 'not_counted');
  if (left.length > 0) findings.push(recoveryFinding('LINES_NOT_COUNTED', { records: left.length }));
  return { assumedAssayShare, findings, computable: missingCounts.length === 0 && bare.length === 0 };
}

function massOf(records: readonly LeadRecord[]): bigint {
  return records.reduce((sum, { massGrams }) => sum + BigInt(massGrams), 0n);
}
