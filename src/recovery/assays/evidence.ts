/**
 * Assays as evidence: which of them are weak, how much of the mass of a rate relies on them, and what lead they could move. Weak
 * evidence of a small mass that moves little is noted; beyond the shares of law it needs a review.
 */
import { monthOf } from '../../core/calendar.ts';
import { basisPoints, compare, fraction, percentOf } from '../fraction.ts';
import { type LeadPicograms, sumOfGrams, toWholeGrams } from '../lead.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import type { CertificateOutcome } from './certificate.ts';
import { movableLead } from './movable.ts';

/** Law `recovery.assay-evidence`. */
type EvidenceRules = {
  /** Share of the mass with a content, up to which weak evidence is noted only. */
  readonly flagShareBasisPoints: number;
  /** Days after a month in which its assays may still be recorded. */
  readonly graceDays: number;
  /** Scatter of the samples of a class that needs no review, per cent of their standard uncertainty. */
  readonly scatterFactorPercent: number;
};

/** Law `recovery.weak-evidence`. */
type WeakRules = {
  /** Lead that weak evidence could move, as a share of what is available, up to which no person needs to review it. */
  readonly movableShareBasisPoints: number;
  /** Certificates that count: of which the file is stored, or of which a number or hash is stated. */
  readonly certificates: 'stored' | 'stated';
  /** Laboratories that count: those that are stated as external, or all that are not the own one. */
  readonly laboratories: 'external' | 'not_own';
  /** Words in the name of a laboratory that belongs to the enterprise. */
  readonly ownWords: readonly string[];
};

/** Law `recovery.class-evidence`. */
export type ClassRules = {
  /** Share of the mass of a class that laboratories must see; 0 when a sample stands for all of it. */
  readonly seenShareBasisPoints: number;
  readonly toleranceBasisPoints: number;
};

/** A sample, as the record of it is now. */
export type PresentSample = {
  readonly material: string;
  readonly massGrams: number | null;
  readonly manifestNumbers: readonly string[];
  /** Loads of the organisation whose papers show the number that the laboratory saw. */
  readonly fittingLoads: number;
};

/** An assay as recycling lists it. */
export type AssayEvidence = {
  readonly assayId: string;
  readonly basis: string;
  readonly material: string;
  readonly ppm: number;
  readonly moisturePpm: number;
  readonly laboratory: string;
  readonly laboratoryKind: 'external' | 'own' | null;
  readonly partyName: string;
  readonly hasCertificate: boolean;
  /** False without the number by which its laboratory knows the certificate. */
  readonly hasNumber: boolean;
  readonly hasStoredCertificate: boolean;
  /** Outcome of what its laboratory states; absent when it states nothing. */
  readonly certificate?: CertificateOutcome | undefined;
  /** True when its laboratory states that it took the sample itself. */
  readonly sampledByLaboratory?: boolean;
  /** Mass of what its laboratory saw, and the number on the papers, when it took the sample itself. */
  readonly seenMassGrams?: number;
  readonly seenManifestNumber?: string | null;
  /** The sample that its laboratory took itself and confirmed, as the record of it is now; absent for all others. */
  readonly present?: PresentSample | undefined;
  /** True when its certificate is also said to be that of another sample. */
  readonly sharesCertificate?: boolean;
  /** True when its laboratory contradicted an earlier version, and this one does not state what it found. */
  readonly deniedBefore?: boolean;
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
  readonly weak: WeakRules;
  /** True when only certificates that their laboratory confirmed count (law `recovery.laboratory-evidence`). */
  readonly confirmed: boolean;
  /** True when only samples that the laboratory took itself count (law `recovery.sampling-evidence`). */
  readonly sampled: boolean;
  /** Law `recovery.class-evidence`. */
  readonly classes: ClassRules;
  /** Tolerance between the mass that a laboratory saw and the present one (law `recycling.sampled-mass`). */
  readonly sampledMassBasisPoints: number;
  readonly rangeOf: (material: string) => Range;
  /** Standard uncertainty of the content of a supplier class, parts per million. */
  readonly classPpm: number;
};

/** Weaknesses, each with its finding. */
const WEAKNESSES = [
  'ASSAYS_WITHOUT_CERTIFICATE',
  'ASSAYS_CERTIFICATE_NOT_STORED',
  'ASSAYS_OF_OWN_LABORATORY',
  'ASSAYS_OF_UNKNOWN_LABORATORY',
  'ASSAYS_NOT_CONFIRMED',
  'ASSAYS_OF_DELIVERED_SAMPLES',
  'ASSAYS_SHARE_CERTIFICATE',
  'ASSAYS_CONTRADICTED',
  'ASSAYS_IMPLAUSIBLE',
  'ASSAYS_SAMPLED_EARLY',
  'ASSAYS_REPLACED',
  'ASSAYS_RECORDED_LATE',
  'ASSAYS_REPLACED_LATE',
] as const;
type Weakness = (typeof WEAKNESSES)[number];

/** Weaknesses that no share of the mass makes small. */
const NEVER_SMALL: readonly Weakness[] = ['ASSAYS_IMPLAUSIBLE', 'ASSAYS_REPLACED_LATE'];

/** Returns the last instant at which an assay of a record of that time may be recorded without a finding. */
export function closedAt(occurredAt: Date, graceDays: number): Date {
  return new Date(monthOf(occurredAt).to.getTime() + graceDays * 86_400_000);
}

/** Returns the weaknesses of an assay that do not depend on its use. */
export function weaknessesOf(
  assay: AssayEvidence,
  { rangeOf, weak, confirmed, sampled }: Pick<EvidenceLaw, 'rangeOf' | 'weak' | 'confirmed' | 'sampled'>,
): Weakness[] {
  const { minPpm, maxPpm } = rangeOf(assay.material);
  const wet = BigInt(assay.ppm) * BigInt(1_000_000 - assay.moisturePpm);
  const own = isOwn(assay, weak);
  const found: [Weakness, boolean][] = [
    ['ASSAYS_WITHOUT_CERTIFICATE', !assay.hasCertificate || (confirmed && !own && !assay.hasNumber)],
    [
      'ASSAYS_CERTIFICATE_NOT_STORED',
      weak.certificates === 'stored' && assay.hasCertificate && !assay.hasStoredCertificate,
    ],
    ['ASSAYS_OF_OWN_LABORATORY', own],
    ['ASSAYS_OF_UNKNOWN_LABORATORY', weak.laboratories === 'external' && !own && assay.laboratoryKind !== 'external'],
    // One of the own laboratory, or without a certificate, has nothing to confirm and is weak already.
    ['ASSAYS_NOT_CONFIRMED', confirmed && !own && assay.hasCertificate && isOpen(assay.certificate)],
    // The report on a delivered sample speaks of the sample as received, not of the batch.
    ['ASSAYS_OF_DELIVERED_SAMPLES', sampled && !own && assay.certificate === 'confirmed' && !assay.sampledByLaboratory],
    ['ASSAYS_SHARE_CERTIFICATE', assay.hasNumber && assay.sharesCertificate === true],
    ['ASSAYS_CONTRADICTED', isDenied(assay.certificate) || assay.deniedBefore === true],
    ['ASSAYS_IMPLAUSIBLE', wet < BigInt(minPpm) * 1_000_000n || wet > BigInt(maxPpm) * 1_000_000n],
    ['ASSAYS_SAMPLED_EARLY', assay.firstAt !== null && assay.sampledAt < assay.firstAt],
    ['ASSAYS_REPLACED', assay.replaces],
  ];
  return found.flatMap(([weakness, holds]) => (holds ? weakness : []));
}

const isOpen = (outcome: CertificateOutcome | undefined) => outcome === undefined || outcome === 'withdrawn';
const isDenied = (outcome: CertificateOutcome | undefined) => outcome === 'contradicted' || outcome === 'disowned';

type Laboratory = Pick<AssayEvidence, 'laboratory' | 'partyName'> & Partial<Pick<AssayEvidence, 'laboratoryKind'>>;

/** Returns true for the laboratory of the enterprise: stated as own, with its name, or with a word of law such as 本厂. */
export function isOwn(
  { laboratory, laboratoryKind = null, partyName }: Laboratory,
  { ownWords }: Pick<WeakRules, 'ownWords'>,
): boolean {
  const name = named(laboratory);
  return laboratoryKind === 'own' || [partyName, ...ownWords].some((word) => name.includes(named(word)));
}

/** Names that were simplified: the assays of a year are of few laboratories. */
const NAMED = new Map<string, string>();
const NAMED_MAX = 1_000;

/** Returns a name without spaces and marks, by which two spellings of it are the same. */
function named(name: string): string {
  const before = NAMED.get(name);
  if (before !== undefined) return before;
  const simple = name
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]/gu, '')
    .toLowerCase();
  if (NAMED.size >= NAMED_MAX) NAMED.clear();
  NAMED.set(name, simple);
  return simple;
}

/** Returns the weaknesses of the use of an assay: its record came after the month of use was closed, so it changed a figure. */
function lateness(assay: AssayEvidence, usedAt: Date, { graceDays }: EvidenceRules): Weakness[] {
  if (assay.recordedAt <= closedAt(usedAt, graceDays)) return [];
  return [assay.replaces ? 'ASSAYS_REPLACED_LATE' : 'ASSAYS_RECORDED_LATE'];
}

/** Assays by their ids, with their weaknesses. */
export type JudgedAssays = ReadonlyMap<string, { readonly assay: AssayEvidence; readonly weak: readonly Weakness[] }>;

export const judgeAssays = (assays: readonly AssayEvidence[], law: EvidenceLaw): JudgedAssays =>
  new Map(assays.map((assay) => [assay.assayId, { assay, weak: weaknessesOf(assay, law) }]));

/** Finds weak evidence behind the records of a rate. @param available lead of which the rate is a share */
export function evidenceFindings(
  records: readonly LeadRecord[],
  known: JudgedAssays,
  law: EvidenceLaw,
  available: LeadPicograms,
  movable = movableBehind(records, known, law),
): Finding[] {
  const counted = records.filter(({ term }) => term !== 'not_counted');
  const used = counted.filter(({ assayId }) => assayId !== null);
  const total = massOf(used);
  const behind = new Map<Weakness, LeadRecord[]>();
  const note = (weakness: Weakness, record: LeadRecord) => {
    const found = behind.get(weakness);
    if (found) found.push(record);
    else behind.set(weakness, [record]);
  };
  for (const record of used) {
    const of = known.get(record.assayId ?? '');
    if (!of) continue;
    for (const weakness of of.weak) note(weakness, record);
    for (const weakness of lateness(of.assay, record.occurredAt, law)) note(weakness, record);
  }
  return [
    ...WEAKNESSES.flatMap((weakness) => findingOf(weakness, behind.get(weakness) ?? [], total, law)),
    ...movableFindings(movable, available, law),
    ...scatterFindings(used, total, law),
  ];
}

/** Returns the lead that weak evidence behind the records of a rate could move in favour of the enterprise. */
export function movableBehind(records: readonly LeadRecord[], known: JudgedAssays, law: EvidenceLaw): LeadPicograms {
  const isWeakAssay = (assayId: string) => (known.get(assayId)?.weak.length ?? 0) > 0;
  const isWeak = ({ assayId, basis, term }: LeadRecord): boolean => {
    if (assayId === null) return basis === 'count' || term === 'by_products' || term === 'other_feed';
    return basis === 'declared_default' || term === 'by_products' || isWeakAssay(assayId);
  };
  return movableLead(
    records.filter((record) => record.term !== 'not_counted' && isWeak(record)),
    law.rangeOf,
  );
}

/** Finds that weak evidence could move a rate by more than the share of law. */
function movableFindings(movable: LeadPicograms, available: LeadPicograms, law: EvidenceLaw): Finding[] {
  const share = fraction(movable, available);
  const limit = basisPoints(law.weak.movableShareBasisPoints);
  if (!share || compare(share, limit) <= 0) return [];
  const facts = {
    leadGrams: Number(toWholeGrams(movable)),
    sharePercent: percentOf(share),
    limitPercent: percentOf(limit),
  };
  return [recoveryFinding('WEAK_EVIDENCE_MATTERS', facts)];
}

function findingOf(code: Weakness, weak: readonly LeadRecord[], total: bigint, law: EvidenceRules): Finding[] {
  const share = fraction(massOf(weak), total);
  if (weak.length === 0 || !share) return [];
  const facts = {
    assays: new Set(weak.map(({ assayId }) => assayId)).size,
    massGrams: Number(massOf(weak)),
    sharePercent: percentOf(share),
  };
  if (code === 'ASSAYS_CONTRADICTED') return [recoveryFinding(code, facts)];
  return [recoveryFinding(code, facts, NEVER_SMALL.includes(code) ? 'flag' : severityOf(share, law))];
}

const severityOf = (share: NonNullable<ReturnType<typeof fraction>>, { flagShareBasisPoints }: EvidenceRules) =>
  compare(share, { numerator: BigInt(flagShareBasisPoints), denominator: 10_000n }) > 0 ? 'flag' : 'note';

/** Finds classes whose samples of a month scatter more than their stated uncertainty allows. */
function scatterFindings(used: readonly LeadRecord[], total: bigint, law: EvidenceLaw): Finding[] {
  const limitPpm = (law.classPpm * law.scatterFactorPercent) / 100;
  const wide = used.filter(({ scatterPpm = 0 }) => scatterPpm > limitPpm);
  const share = fraction(massOf(wide), total);
  if (wide.length === 0 || !share) return [];
  const widest = wide.reduce((most, { scatterPpm = 0 }) => Math.max(most, scatterPpm), 0);
  const facts = {
    massGrams: Number(massOf(wide)),
    scatterPercent: (widest / 10_000).toFixed(2),
    statedPercent: (law.classPpm / 10_000).toFixed(2),
  };
  return [recoveryFinding('CLASS_SAMPLES_SCATTER', facts, severityOf(share, law))];
}

const massOf = (records: readonly LeadRecord[]): bigint => sumOfGrams(records, ({ massGrams }) => massGrams);
