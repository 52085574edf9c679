/**
 * Analyses as evidence of fractions. A content of plastics or acid, and water of batteries, lifts a rate as much as it is stated
 * too high. Sulphur of batteries lets as much acid through its limit. So analyses that are weak are weighed by the mass that they
 * add to a rate or take out of its base.
 */
import type { CertificateOutcome } from '../assays/certificate.ts';
import { basisPoints, compare, fraction, percentOf } from '../fraction.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import {
  type BatteryInput,
  countedMass,
  type FractionRecord,
  inputOf,
  type Picograms,
  sulphurOf,
} from './fraction-record.ts';

/** Laws `recovery.laboratory-evidence` and `recovery.sampling-evidence`, and the share of `recovery.weak-evidence`. */
export type AnalysisRules = {
  readonly confirmed: boolean;
  readonly sampled: boolean;
  readonly movableShareBasisPoints: number;
};

/** Laboratories on analyses, by the ids of these. */
export type AnalysisEvidence = {
  readonly outcomes: ReadonlyMap<string, CertificateOutcome>;
  /** Analyses of samples that the laboratory states to have taken itself. */
  readonly sampledByLaboratory: ReadonlySet<string>;
  /** Analyses of the laboratory of the enterprise. */
  readonly own: ReadonlySet<string>;
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

/** Finds analyses that no laboratory confirmed, of the own one, of delivered samples, or that share a certificate, and those that are contradicted. */
export function analysisFindings(
  records: readonly FractionRecord[],
  input: BatteryInput,
  { outcomes, sampledByLaboratory, own, shared, deniedBefore }: AnalysisEvidence,
  { confirmed, sampled, movableShareBasisPoints }: AnalysisRules,
): Finding[] {
  const ids = analysesOf(records, input);
  const denied = ids.filter(
    (id) => deniedBefore.has(id) || ['contradicted', 'disowned'].includes(outcomes.get(id) ?? ''),
  );
  const found = denied.length > 0 ? [recoveryFinding('ANALYSES_CONTRADICTED', { records: denied.length })] : [];
  const ofOwn = ids.filter((id) => own.has(id));
  const open = ids.filter((id) => confirmed && !own.has(id) && [undefined, 'withdrawn'].includes(outcomes.get(id)));
  const delivered = ids.filter(
    (id) => sampled && !own.has(id) && outcomes.get(id) === 'confirmed' && !sampledByLaboratory.has(id),
  );
  const sharing = ids.filter((id) => confirmed && shared.has(id));
  const weak = [...open, ...delivered, ...ofOwn];
  const { dry } = inputOf(input);
  const limit = basisPoints(movableShareBasisPoints);
  const findingOf = (code: Weakness, count: number, behind: readonly string[]) => {
    const share = fraction(movable(records, input, new Set(behind)), dry);
    if (count === 0 || !share) return [];
    const facts = { records: count, sharePercent: percentOf(share), limitPercent: percentOf(limit) };
    return [recoveryFinding(code, facts, compare(share, limit) > 0 ? 'flag' : 'note')];
  };
  // Weaknesses are weighed together, so that none hides behind the share of another.
  return [
    ...found,
    ...findingOf('ANALYSES_NOT_CONFIRMED', open.length, weak),
    ...findingOf('ANALYSES_OF_DELIVERED_SAMPLES', delivered.length, weak),
    ...findingOf('ANALYSES_OF_OWN_LABORATORY', ofOwn.length, weak),
    ...findingOf('ANALYSES_SHARE_CERTIFICATE', sharing.length, [...sharing, ...weak]),
  ];
}

type Weakness =
  | 'ANALYSES_NOT_CONFIRMED'
  | 'ANALYSES_OF_DELIVERED_SAMPLES'
  | 'ANALYSES_OF_OWN_LABORATORY'
  | 'ANALYSES_SHARE_CERTIFICATE';

/** Adds up the counted mass, the water of batteries, and the acid within its limit, that rely on some analyses. */
function movable(records: readonly FractionRecord[], input: BatteryInput, open: ReadonlySet<string>): bigint {
  const relies = (id: string | null) => id !== null && open.has(id);
  const counted = usedOf(records).filter(({ assayId }) => relies(assayId));
  const wet = input.records.filter(({ water }) => relies(water.assayId));
  return (
    counted.reduce((sum, record) => sum + countedMass(record), 0n) +
    wet.reduce(
      (sum, { sign, massGrams, water }) => sum + BigInt(sign) * BigInt(massGrams) * BigInt(water.ppm) * WHOLE,
      0n,
    ) +
    throughLimit(records, input, open)
  );
}

/** Returns the acid and sulphates, as H2SO4, that count only because some analyses state sulphur of the batteries. */
function throughLimit(records: readonly FractionRecord[], input: BatteryInput, open: ReadonlySet<string>): Picograms {
  const out = usedOf(records).reduce((sum, record) => sum + sulphurOf(record), 0n);
  const { sulphuricAcid: all } = inputOf(input);
  const { sulphuricAcid: weak } = inputOf({
    records: input.records.filter(({ sulphuricAcid: { assayId } }) => assayId !== null && open.has(assayId)),
  });
  return within(out, all) - within(out, all - weak);
}

/** Returns a mass within its limit; neither is below 0. */
function within(mass: Picograms, limit: Picograms): Picograms {
  const least = mass < limit ? mass : limit;
  return least < 0n ? 0n : least;
}
