/**
 * Analyses as evidence of fractions. A content of plastics or acid, and water of batteries, lifts a rate as much as it is stated
 * too high. So what their laboratory has not confirmed is weighed by the mass that it adds to a rate or takes out of its base.
 */
import type { CertificateOutcome } from '../assays/certificate.ts';
import { basisPoints, compare, fraction, percentOf } from '../fraction.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import { type BatteryInput, countedMass, type FractionRecord, inputOf } from './fraction-record.ts';

/** Law `recovery.laboratory-evidence`, and the share of `recovery.weak-evidence`. */
export type AnalysisRules = { readonly confirmed: boolean; readonly movableShareBasisPoints: number };

const WHOLE = 1_000_000n;

/** Lists the analyses on which fractions that count, and the composition of batteries, rely. */
export const analysesOf = (records: readonly FractionRecord[], input: BatteryInput): string[] => [
  ...new Set([
    ...usedOf(records).flatMap(({ assayId }) => assayId ?? []),
    ...input.records.flatMap(({ water, sulphuricAcid }) => [water.assayId ?? [], sulphuricAcid.assayId ?? []].flat()),
  ]),
];

const usedOf = (records: readonly FractionRecord[]) => records.filter(({ fate }) => fate === 'material');

/** Finds analyses that no laboratory confirmed, and those that it contradicts. @param outcomes by the id of the analysis */
export function analysisFindings(
  records: readonly FractionRecord[],
  input: BatteryInput,
  outcomes: ReadonlyMap<string, CertificateOutcome>,
  { confirmed, movableShareBasisPoints }: AnalysisRules,
): Finding[] {
  const ids = analysesOf(records, input);
  const denied = ids.filter((id) => ['contradicted', 'disowned'].includes(outcomes.get(id) ?? ''));
  const open = new Set(ids.filter((id) => [undefined, 'withdrawn'].includes(outcomes.get(id))));
  const found = denied.length > 0 ? [recoveryFinding('ANALYSES_CONTRADICTED', { records: denied.length })] : [];
  const { dry } = inputOf(input);
  const share = fraction(movable(records, input, open), dry);
  if (!confirmed || open.size === 0 || !share) return found;
  const limit = basisPoints(movableShareBasisPoints);
  const facts = { records: open.size, sharePercent: percentOf(share), limitPercent: percentOf(limit) };
  return [...found, recoveryFinding('ANALYSES_NOT_CONFIRMED', facts, compare(share, limit) > 0 ? 'flag' : 'note')];
}

/** Adds up the counted mass, and the water of batteries, that rely on some analyses. */
function movable(records: readonly FractionRecord[], input: BatteryInput, open: ReadonlySet<string>): bigint {
  const relies = (id: string | null) => id !== null && open.has(id);
  const counted = usedOf(records).filter(({ assayId }) => relies(assayId));
  const wet = input.records.filter(({ water }) => relies(water.assayId));
  return (
    counted.reduce((sum, record) => sum + countedMass(record), 0n) +
    wet.reduce(
      (sum, { sign, massGrams, water }) => sum + BigInt(sign) * BigInt(massGrams) * BigInt(water.ppm) * WHOLE,
      0n,
    )
  );
}
