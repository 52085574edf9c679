/** What the records of a period lack, and what that means for the rate. */
import { basisPoints, compare, type Fraction, fraction } from './fraction.ts';
import type { LeadRecord } from './lead-records.ts';
import { type Controls, type Finding, finding } from './lead-recovery.ts';

export type Completeness = {
  /** Share of the mass of accepted batteries whose lead content is a declared default. */
  readonly assumedAssayShare: Fraction | null;
  readonly findings: readonly Finding[];
  /** Whether there can be a rate at all: without stocks at both ends and the content of every lot there is none. */
  readonly computable: boolean;
};

/** Terms whose records mean nothing without a lead content; plastics and salts without one bear none. */
const NEEDS_CONTENT: readonly string[] = [
  'forwarded',
  'products',
  'loss_slag',
  'loss_dust',
  'loss_sludge',
  'loss_separators',
];

/** Bought feed that bears lead has its content since it was bought, reagents need none; what came by manifest may lack it. */
function needsContent({ term, kind }: LeadRecord): boolean {
  return NEEDS_CONTENT.includes(term) || (term === 'other_feed' && kind === 'manifest_line');
}

/** @param missingCounts ends of the period without a count of stock, such as `2026-10-31 at site …` */
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
  if (missingCounts.length > 0) {
    findings.push(finding('STOCK_COUNT_MISSING', 'block', `No count of stock: ${missingCounts.join('; ')}`));
  }
  const bare = received.filter(({ basis }) => basis === 'none');
  if (bare.length > 0) {
    findings.push(
      finding('BATTERY_ASSAY_MISSING', 'block', `${bare.length} accepted lots have no lead content at all`),
    );
  }
  if (assumed > 0n && assumedAssayShare) {
    const severity = compare(assumedAssayShare, limit) > 0 ? 'flag' : 'note';
    findings.push(finding('ASSUMED_ASSAY', severity, 'The lead content of some lots is a declared default'));
  }
  const unassayed = records.filter((record) => record.basis === 'none' && needsContent(record));
  if (unassayed.length > 0) {
    findings.push(finding('ASSAY_MISSING', 'flag', `${unassayed.length} records have no assay and count as no lead`));
  }
  const left = records.filter(({ term }) => term === 'not_counted');
  if (left.length > 0) {
    findings.push(finding('LOTS_NOT_COUNTED', 'note', `${left.length} lots were refused or came without a manifest`));
  }
  return { assumedAssayShare, findings, computable: missingCounts.length === 0 && bare.length === 0 };
}

function massOf(records: readonly LeadRecord[]): bigint {
  return records.reduce((sum, { massGrams }) => sum + BigInt(massGrams), 0n);
}
