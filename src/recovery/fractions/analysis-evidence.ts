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

/** Laboratories on analyses, by the ids of these. */
export type AnalysisEvidence = {
  readonly outcomes: ReadonlyMap<string, CertificateOutcome>;
  /** Analyses whose certificate is not that of one sample. */
  readonly shared: ReadonlySet<string>;
  /** Analyses of which an earlier version was contradicted with another content. */
  readonly deniedBefore: ReadonlySet<string>;
};

const WHOLE = 1_000_000n;

/** Lists the analyses on which fractions that count, and the composition of batteries, rely. */
export const analysesOf = (records: readonly FractionRecord[], input: BatteryInput): string[] => [
  ...new Set([
    ...usedOf(records).flatMap(({ assayId }) => assayId ?? []),
    ...input.records.flatMap(({ water, sulphuricAcid }) => [water.assayId ?? [], sulphuricAcid.assayId ?? []].flat()),
  ]),
];

const usedOf = (records: readonly FractionRecord[]) => records.filter(({ fate }) => fate === 'material');

/** Finds analyses that no laboratory confirmed, that share a certificate, and those that it contradicts. */
export function analysisFindings(
  records: readonly FractionRecord[],
  input: BatteryInput,
  { outcomes, shared, deniedBefore }: AnalysisEvidence,
  { confirmed, movableShareBasisPoints }: AnalysisRules,
): Finding[] {
  const ids = analysesOf(records, input);
  const denied = ids.filter(
    (id) => deniedBefore.has(id) || ['contradicted', 'disowned'].includes(outcomes.get(id) ?? ''),
  );
  const open = new Set(ids.filter((id) => [undefined, 'withdrawn'].includes(outcomes.get(id))));
  const found = denied.length > 0 ? [recoveryFinding('ANALYSES_CONTRADICTED', { records: denied.length })] : [];
  if (!confirmed) return found;
  const weak = ids.filter((id) => shared.has(id));
  const { dry } = inputOf(input);
  const limit = basisPoints(movableShareBasisPoints);
  const findingOf = (code: 'ANALYSES_NOT_CONFIRMED' | 'ANALYSES_SHARE_CERTIFICATE', count: number, of: Set<string>) => {
    const share = fraction(movable(records, input, of), dry);
    if (count === 0 || !share) return [];
    const facts = { records: count, sharePercent: percentOf(share), limitPercent: percentOf(limit) };
    return [recoveryFinding(code, facts, compare(share, limit) > 0 ? 'flag' : 'note')];
  };
  return [
    ...found,
    ...findingOf('ANALYSES_NOT_CONFIRMED', open.size, open),
    // Both weaknesses together, so that neither hides behind the share of the other.
    ...findingOf('ANALYSES_SHARE_CERTIFICATE', weak.length, new Set([...weak, ...open])),
  ];
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
