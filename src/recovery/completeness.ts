/** Gaps in the records of a period, and their effect on the rate. */
import { basisPoints, compare, type Fraction, fraction } from './fraction.ts';
import { sumOfGrams } from './lead.ts';
import { countOf, type LeadRecord } from './lead-records.ts';
import type { Controls, Finding } from './lead-recovery.ts';
import { recoveryFinding } from './problems.ts';

export type Completeness = {
  /** Share of the mass of batteries that came whose lead content is a declared default. */
  readonly assumedAssayShare: Fraction | null;
  readonly findings: readonly Finding[];
  /** True when a rate can be computed: stock was counted at both ends, and batteries and products have a lead content. */
  readonly computable: boolean;
};

/** Terms whose records need a lead content; plastics and salts without one contain no lead. */
const NEEDS_CONTENT: readonly string[] = ['forwarded', 'loss_slag', 'loss_dust', 'loss_sludge', 'loss_separators'];

/** Terms of batteries that come into the balance. Without a lead content of all of them there is no rate. */
const COMING: readonly string[] = ['received', 'without_manifest', 'disposal_fed', 'uncounted_stock'];

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
  const coming = records.filter(({ term }) => COMING.includes(term));
  const assumed = massOf(coming.filter(({ basis }) => basis === 'declared_default'));
  const assumedAssayShare = fraction(assumed, massOf(coming));
  const limit = basisPoints(controls.assumedAssayShareBasisPoints);
  const findings: Finding[] = [];
  if (missingCounts.length > 0) findings.push(recoveryFinding('STOCK_COUNT_MISSING', { missing: missingCounts }));
  const bare = coming.filter(({ basis }) => basis === 'none');
  if (bare.length > 0) findings.push(recoveryFinding('BATTERY_ASSAY_MISSING', { records: countOf(bare) }));
  const products = records.filter(({ term, basis }) => term === 'products' && basis === 'none');
  if (products.length > 0) findings.push(recoveryFinding('PRODUCT_ASSAY_MISSING', { records: countOf(products) }));
  if (assumed > 0n && assumedAssayShare) {
    const severity = compare(assumedAssayShare, limit) > 0 ? 'flag' : 'note';
    findings.push(recoveryFinding('ASSUMED_ASSAY', {}, severity));
  }
  const unassayed = records.filter((record) => record.basis === 'none' && needsContent(record));
  if (unassayed.length > 0) findings.push(recoveryFinding('ASSAY_MISSING', { records: countOf(unassayed) }));
  findings.push(...adjustmentFindings(records.filter(({ kind }) => kind === 'stock_adjustment')));
  const left = records.filter(({ term }) => term === 'not_counted');
  if (left.length > 0) findings.push(recoveryFinding('LINES_NOT_COUNTED', { records: countOf(left) }));
  const computable = missingCounts.length === 0 && bare.length === 0 && products.length === 0;
  return { assumedAssayShare, findings, computable };
}

/** Says what stock adjustments found and missed, in the balance and outside of it. */
function adjustmentFindings(adjusted: readonly LeadRecord[]): Finding[] {
  const isOutside = ({ term }: LeadRecord) => term === 'outside_balance';
  const said = (records: readonly LeadRecord[], code: 'STOCK_ADJUSTED' | 'STOCK_ADJUSTED_OUTSIDE') => {
    if (records.length === 0) return [];
    const missingGrams = Number(massOf(records.filter(({ term, sign }) => term === 'loss_stock' || sign < 0)));
    return [recoveryFinding(code, { foundGrams: Number(massOf(records)) - missingGrams, missingGrams })];
  };
  return [
    ...said(
      adjusted.filter((one) => !isOutside(one)),
      'STOCK_ADJUSTED',
    ),
    ...said(adjusted.filter(isOutside), 'STOCK_ADJUSTED_OUTSIDE'),
  ];
}

const massOf = (records: readonly LeadRecord[]): bigint => sumOfGrams(records, ({ massGrams }) => massGrams);
