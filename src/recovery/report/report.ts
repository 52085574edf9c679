/** The data of a report of a recovery rate: plain values, of a current evaluation or of a frozen one. */
import { canonicalHash } from '../../core/canonical.ts';
import type { Language } from '../../core/messages/language.ts';
import type { RecordTerm, Term } from '../lead-recovery.ts';
import type { FlagReason } from '../question/flag-reason.ts';

export const REPORT_FORMATS = ['pdf', 'xlsx'] as const;
export const ANSWER_FORMATS = ['json', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

type Rate = { readonly numerator: string; readonly denominator: string; readonly percent: string };
type Lead = { readonly leadGrams: number; readonly leadGramsExact: string };

export const RATE_NAMES = [
  'headline',
  'productsOnly',
  'conservative',
  'unaccountedShare',
  'batteryShare',
  'indirect',
] as const;
export type ShownRate = (typeof RATE_NAMES)[number];

export type Contribution = {
  readonly kind: 'assay' | 'count' | 'scale' | 'assumption';
  readonly assayId: string | null;
  readonly subject: string | null;
  readonly scale: 'gate' | 'line' | 'count' | 'monitor' | null;
  readonly sharePercent: string;
};
type Budget = {
  readonly standardPoints: string;
  readonly expandedPoints: string;
  readonly largest: readonly Contribution[];
};

export type ReportedVerdict = {
  readonly title: string;
  readonly figure: string;
  readonly comparison: 'at_least' | 'below';
  readonly limitPercent: string;
  readonly value: Rate | null;
  readonly verdict: 'pass' | 'fail' | 'not_decidable';
  readonly undecided: 'blocked' | 'no_figure' | 'within_uncertainty' | null;
};

/** The answer of GET /v1/recovery, as far as a report shows it. */
export type ReportedRecovery = {
  readonly partyId: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly provisional: boolean;
  readonly asOf: string;
  readonly journalIndex: number;
  readonly method: { readonly id: string; readonly version: number };
  readonly status: 'clear' | 'flagged' | 'blocked';
  readonly rates: Readonly<Record<ShownRate, Rate | null>> | null;
  readonly uncertainty: (Readonly<Record<ShownRate, Budget | null>> & { readonly coverageFactor: number }) | null;
  readonly verdicts: readonly ReportedVerdict[];
  readonly terms: readonly (Lead & { readonly term: Term; readonly massGrams: number; readonly records: number })[];
  readonly balance: Readonly<
    Record<'batteryLead' | 'workChange' | 'available' | 'recovered' | 'lost' | 'underWay' | 'unaccounted', Lead>
  >;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: 'block' | 'flag' | 'note' | string;
    readonly title: string;
    readonly detail: string;
    /** Values that the detail shows; a reason for a flag may name them. */
    readonly facts?: Readonly<Record<string, unknown>>;
  }[];
};

/** A record behind a term. */
type ReportedRecord = {
  readonly id: string;
  readonly term: RecordTerm;
  readonly kind: string;
  readonly subject: string;
  readonly material: string;
  readonly massGrams: number;
  readonly sign: number;
  readonly ppm: number | null;
  readonly moisturePpm: number;
  readonly basis: string;
  readonly assayId: string | null;
  readonly occurredAt: Date;
};

type ReportedAssay = {
  readonly id: string;
  readonly ppm: number;
  readonly moisturePpm: number;
  readonly laboratory: string;
  readonly method: string;
  readonly certificateNumber: string | null;
  readonly certificateSha256: string | null;
  readonly sampledAt: Date;
};

type ReportedRelease = {
  readonly outlet: string;
  readonly furnace: string;
  readonly sampledAt: string;
  readonly certificateNumber: string | null;
  readonly nanogramsPerCubicMetre: string;
  readonly referenceNanogramsPerCubicMetre: string;
  readonly withinLimit: boolean;
  readonly measuredGrams: string;
  readonly microgramsPerTonne: string | null;
  readonly technologyClass: string;
  readonly factorGrams: string | null;
  readonly baselineClass: string;
  readonly baselineGrams: string | null;
};

/** The answer of GET /v1/recovery/dioxin, as far as a report shows it. */
export type ReportedDioxin = {
  readonly year: string;
  readonly limitNanograms: string;
  readonly items: readonly ReportedRelease[];
  readonly totals: Readonly<Record<'measuredGrams' | 'factorGrams' | 'baselineGrams', string>>;
  /** Findings about the releases; absent in what was frozen before they were. */
  readonly findings?: ReportedRecovery['findings'];
  /** Words for the classes of technology. */
  readonly classes: Readonly<Record<string, string>>;
};

/** The certification of a frozen evaluation. */
export type Certificate = {
  readonly assessmentId: string;
  readonly round: number;
  readonly people: readonly {
    readonly step: 'submit' | 'review' | 'certify';
    readonly subject: string;
    readonly day: string;
  }[];
  readonly contentSha256: string;
  readonly keyId: string;
  readonly journalIndex: number;
  /** Later records would change the certified figure, and nothing is decided yet. */
  readonly isRevised: boolean;
};

/** A method as a report shows it. */
export type ReportedMethod = {
  readonly method: string;
  readonly version: number;
  readonly title: string;
  readonly inForce: boolean;
  readonly status: 'clear' | 'flagged' | 'blocked';
  readonly figures: readonly {
    readonly title: string;
    readonly value: Rate | null;
    readonly uncertainty: { readonly expandedPoints: string } | null;
    /** Reason for which it is missing, in words; null for a figure that has a value. */
    readonly missing: string | null;
  }[];
  readonly verdicts: readonly ReportedVerdict[];
  readonly findings: ReportedRecovery['findings'];
};

export type Report = {
  readonly language: Language;
  readonly enterprise: { readonly name: string; readonly uscc: string | null };
  readonly recovery: ReportedRecovery;
  readonly records: readonly ReportedRecord[];
  readonly assays: readonly ReportedAssay[];
  /** Dioxin of the calendar year of the period; null without measurements. */
  readonly dioxin: ReportedDioxin | null;
  /** Null for a report of present records. */
  readonly certificate: Certificate | null;
  /** Every method; none in a figure that was frozen without them. */
  readonly methods: readonly ReportedMethod[];
  /** The assessed method; null for a report of present records. */
  readonly assessed: string | null;
  /** Reasons of the expert for flags of a certified figure. */
  readonly flagReasons: readonly FlagReason[];
};

/** Returns the SHA-256 of all data of a report but the records, whose sums they are. */
export const hashOf = ({ enterprise, recovery, assays, dioxin, methods, flagReasons }: Report): string =>
  canonicalHash({
    ...{ enterprise, recovery, dioxin, methods, flagReasons },
    assays: assays.map((assay) => ({ ...assay, sampledAt: assay.sampledAt.toISOString() })),
  });

/** An assay with what it decides: how many records and how much mass have its lead content. */
export type UsedAssay = ReportedAssay & { readonly records: number; readonly massGrams: number };

/** Returns the assays with the records that use them, those of the greatest mass first. */
export function usedAssaysOf({ assays, records }: Pick<Report, 'assays' | 'records'>): UsedAssay[] {
  const using = Map.groupBy(records, ({ assayId }) => assayId);
  return assays
    .map((assay) => {
      const of = using.get(assay.id) ?? [];
      return { ...assay, records: of.length, massGrams: of.reduce((sum, { massGrams }) => sum + massGrams, 0) };
    })
    .toSorted((a, b) => b.massGrams - a.massGrams || (a.id < b.id ? -1 : 1));
}
