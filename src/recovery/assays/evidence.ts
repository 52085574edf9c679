/**
 * Assays as evidence: which of them are weak, and how much of the mass of a rate relies on them. Weak evidence of a small mass
 * is noted; of more than the share of law it needs a review.
 */
import { monthOf } from '../../core/calendar.ts';
import { compare, fraction, percentOf } from '../fraction.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';

/** Law `recovery.assay-evidence`. */
type EvidenceRules = {
  /** Share of the mass with a content, up to which weak evidence is noted only. */
  readonly flagShareBasisPoints: number;
  /** Days after a month in which its assays may still be recorded. */
  readonly graceDays: number;
  /** Scatter of the samples of a class that needs no review, per cent of their standard uncertainty. */
  readonly scatterFactorPercent: number;
};

/** An assay as recycling lists it. */
type AssayEvidence = {
  readonly assayId: string;
  readonly basis: string;
  readonly material: string;
  readonly ppm: number;
  readonly moisturePpm: number;
  readonly laboratory: string;
  readonly laboratoryKind: 'external' | 'own' | null;
  readonly partyName: string;
  readonly hasCertificate: boolean;
  /** True when it corrects another assay. */
  readonly replaces: boolean;
  readonly sampledAt: Date;
  readonly recordedAt: Date;
  /** First instant of what was sampled; null when it could be sampled at any time. */
  readonly firstAt: Date | null;
};

type Range = { readonly minPpm: number; readonly maxPpm: number };
/** The law of an evaluation on its assays. */
export type EvidenceLaw = EvidenceRules & {
  readonly rangeOf: (material: string) => Range;
  /** Standard uncertainty of the content of a supplier class, parts per million. */
  readonly classPpm: number;
};

/** Weaknesses, each with its finding. The correction of an assay after its month is closed is never small. */
const WEAKNESSES = [
  'ASSAYS_WITHOUT_CERTIFICATE',
  'ASSAYS_OF_OWN_LABORATORY',
  'ASSAYS_IMPLAUSIBLE',
  'ASSAYS_SAMPLED_EARLY',
  'ASSAYS_REPLACED',
  'ASSAYS_RECORDED_LATE',
  'ASSAYS_REPLACED_LATE',
] as const;
type Weakness = (typeof WEAKNESSES)[number];

/** Returns the last instant at which an assay of a record of that time may be recorded without a finding. */
export function closedAt(occurredAt: Date, graceDays: number): Date {
  return new Date(monthOf(occurredAt).to.getTime() + graceDays * 86_400_000);
}

/** Returns the weaknesses of an assay that do not depend on its use. A laboratory with the name of the enterprise is its own. */
export function weaknessesOf(assay: AssayEvidence, { rangeOf }: Pick<EvidenceLaw, 'rangeOf'>): Weakness[] {
  const { minPpm, maxPpm } = rangeOf(assay.material);
  const wet = BigInt(assay.ppm) * BigInt(1_000_000 - assay.moisturePpm);
  const found: [Weakness, boolean][] = [
    ['ASSAYS_WITHOUT_CERTIFICATE', !assay.hasCertificate],
    [
      'ASSAYS_OF_OWN_LABORATORY',
      assay.laboratoryKind === 'own' || named(assay.laboratory).includes(named(assay.partyName)),
    ],
    ['ASSAYS_IMPLAUSIBLE', wet < BigInt(minPpm) * 1_000_000n || wet > BigInt(maxPpm) * 1_000_000n],
    ['ASSAYS_SAMPLED_EARLY', assay.firstAt !== null && assay.sampledAt < assay.firstAt],
    ['ASSAYS_REPLACED', assay.replaces],
  ];
  return found.flatMap(([weakness, holds]) => (holds ? weakness : []));
}

/** Returns a name without spaces and marks, by which two spellings of it are the same. */
const named = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]/gu, '')
    .toLowerCase();

/** Returns the weaknesses of the use of an assay: its record came after the month of use was closed, so it changed a figure. */
function lateness(assay: AssayEvidence, usedAt: Date, { graceDays }: EvidenceRules): Weakness[] {
  if (assay.recordedAt <= closedAt(usedAt, graceDays)) return [];
  return [assay.replaces ? 'ASSAYS_REPLACED_LATE' : 'ASSAYS_RECORDED_LATE'];
}

/** Finds weak evidence behind the records of a rate. */
export function evidenceFindings(
  records: readonly LeadRecord[],
  assays: readonly AssayEvidence[],
  law: EvidenceLaw,
): Finding[] {
  const known = new Map(assays.map((assay) => [assay.assayId, { assay, weak: weaknessesOf(assay, law) }]));
  const used = records.filter(({ assayId, term }) => assayId !== null && term !== 'not_counted');
  const total = massOf(used);
  const behind = new Map<Weakness, LeadRecord[]>();
  for (const record of used) {
    const of = known.get(record.assayId ?? '');
    if (!of) continue;
    for (const weakness of [...of.weak, ...lateness(of.assay, record.occurredAt, law)]) {
      behind.set(weakness, [...(behind.get(weakness) ?? []), record]);
    }
  }
  return [
    ...WEAKNESSES.flatMap((weakness) => findingOf(weakness, behind.get(weakness) ?? [], total, law)),
    ...scatterFindings(used, total, law),
  ];
}

function findingOf(code: Weakness, weak: readonly LeadRecord[], total: bigint, law: EvidenceRules): Finding[] {
  const share = fraction(massOf(weak), total);
  if (weak.length === 0 || !share) return [];
  const facts = {
    assays: new Set(weak.map(({ assayId }) => assayId)).size,
    massGrams: Number(massOf(weak)),
    sharePercent: percentOf(share),
  };
  return [recoveryFinding(code, facts, code === 'ASSAYS_REPLACED_LATE' ? 'flag' : severityOf(share, law))];
}

const severityOf = (share: NonNullable<ReturnType<typeof fraction>>, { flagShareBasisPoints }: EvidenceRules) =>
  compare(share, { numerator: BigInt(flagShareBasisPoints), denominator: 10_000n }) > 0 ? 'flag' : 'note';

/** Finds classes whose samples of a month scatter more than their stated uncertainty allows. */
function scatterFindings(used: readonly LeadRecord[], total: bigint, law: EvidenceLaw): Finding[] {
  const limitPpm = (law.classPpm * law.scatterFactorPercent) / 100;
  const wide = used.filter(({ scatterPpm = 0 }) => scatterPpm > limitPpm);
  const share = fraction(massOf(wide), total);
  if (wide.length === 0 || !share) return [];
  const widest = Math.max(...wide.map(({ scatterPpm = 0 }) => scatterPpm));
  const facts = {
    massGrams: Number(massOf(wide)),
    scatterPercent: (widest / 10_000).toFixed(2),
    statedPercent: (law.classPpm / 10_000).toFixed(2),
  };
  return [recoveryFinding('CLASS_SAMPLES_SCATTER', facts, severityOf(share, law))];
}

const massOf = (records: readonly LeadRecord[]): bigint =>
  records.reduce((sum, { massGrams }) => sum + BigInt(massGrams), 0n);
