/**
 * Warnings about significant differences (Order 23, Art 18). They are entries of the journal in the provinces of both parties, where
 * the authorities see them at once.
 */
import { isRefused } from '../rules/decision.ts';
import type { DocumentLine, ManifestDocument } from '../rules/document.ts';
import type { Warning } from '../rules/warning.ts';
import { type DiscrepancyThreshold, exceeds } from './discrepancy.ts';

type Stamp = Pick<Warning, 'step' | 'at'>;

const sumOf = (lines: readonly DocumentLine[], of: 'massGrams' | 'weighedGrams' | 'refusedGrams' | 'returnedGrams') =>
  lines.reduce((sum, line) => sum + (line[of] ?? 0), 0);

/** Returns the warnings of a decision with a significant difference, and of a closing with less or more than was refused. */
export function differenceWarnings(
  { lines, significantDifference }: Pick<ManifestDocument, 'lines' | 'significantDifference'>,
  stamp: Stamp,
  threshold: DiscrepancyThreshold,
): Warning[] {
  if (stamp.step === 'close') return returnWarnings(lines, stamp, threshold);
  const decided = stamp.step === 'accept' || stamp.step === 'accept_partially' || stamp.step === 'reject';
  if (!decided || significantDifference !== true) return [];
  const masses = { sentGrams: sumOf(lines, 'massGrams'), weighedGrams: sumOf(lines, 'weighedGrams') };
  return [
    { ...stamp, code: 'significant-difference', facts: { ...masses, refusedGrams: sumOf(lines, 'refusedGrams') } },
  ];
}

function returnWarnings(lines: readonly DocumentLine[], stamp: Stamp, threshold: DiscrepancyThreshold): Warning[] {
  const differing = lines.filter(
    (line) => isRefused(line) && exceeds(line.refusedGrams ?? 0, line.returnedGrams ?? 0, threshold),
  );
  if (differing.length === 0) return [];
  const facts = { refusedGrams: sumOf(differing, 'refusedGrams'), returnedGrams: sumOf(differing, 'returnedGrams') };
  return [{ ...stamp, code: 'return-differs', facts }];
}
