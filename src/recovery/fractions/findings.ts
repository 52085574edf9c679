/** Findings about fractions: what is missing, assumed or impossible. They do not change the figures. */
import type { CertificateOutcome } from '../assays/certificate.ts';
import type { PresentSample } from '../assays/evidence.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import type { Composition } from './composition.ts';
import { countsByNumber, type FractionMovement } from './fate.ts';
import { type BatteryInput, type FractionRecord, inputOf, sulphurLimit } from './fraction-record.ts';
import type { OpenUse } from './open-uses.ts';

type Evidence = {
  readonly input: BatteryInput;
  readonly movements: readonly FractionMovement[];
  readonly composition: Pick<Composition, 'waterMaxPpm' | 'sulphurMaxPpm'>;
  /** End of the period. */
  readonly to: Date;
};

/** Grounds of the findings about the evidence of fractions, besides records and law. */
export type FractionGrounds = {
  /** Deliveries that count by a number alone. */
  readonly numbered: { readonly records: number; readonly massGrams: number };
  /** Confirmations that were recorded after the period. */
  readonly late: number;
  /** Used mass that no receiver confirmed; absent while the law believes uses, and in evidence of before. */
  readonly uses?: readonly OpenUse[];
  readonly analyses: readonly {
    readonly analysisId: string;
    readonly outcome: CertificateOutcome | null;
    /** Absent in evidence of before. */
    readonly sampledByLaboratory?: boolean;
    /** The sample that its laboratory took itself and confirmed, as the record of it is now; absent for all others. */
    readonly present?: PresentSample | undefined;
    readonly own: boolean;
    readonly shared: boolean;
    readonly deniedBefore: boolean;
  }[];
};

/** Says what the evidence lacks: files, confirmations in time, a composition that batteries can have. */
export function evidenceFindings({ input, movements, composition, to }: Evidence): Finding[] {
  const { numbered, late } = usesOf(movements, to);
  const impossible = input.records.filter(
    ({ water, sulphuricAcid }) => water.ppm > composition.waterMaxPpm || sulphuricAcid.ppm > composition.sulphurMaxPpm,
  );
  return [
    ...(numbered.records > 0 ? [recoveryFinding('CONFIRMATION_WITHOUT_FILE', numbered)] : []),
    ...(late > 0 ? [recoveryFinding('CONFIRMED_LATER', { records: late })] : []),
    ...(impossible.length > 0 ? [recoveryFinding('COMPOSITION_IMPLAUSIBLE', factsOf(impossible))] : []),
  ];
}

const factsOf = (some: readonly { readonly massGrams: number }[]) => ({
  records: some.length,
  massGrams: some.reduce((sum, { massGrams }) => sum + massGrams, 0),
});

/** Counts the deliveries that count by a number alone, and the confirmations that were recorded after the period. */
export const usesOf = (movements: readonly FractionMovement[], to: Date) => ({
  numbered: factsOf(movements.filter(countsByNumber)),
  late: movements.flatMap(({ confirmations }) => confirmations.filter(({ recordedAt }) => recordedAt >= to)).length,
});

const ASSUMED: readonly string[] = ['assumed', 'declared_default'];

/** Says what records of fractions and of batteries lack, and what counts as none or is assumed for it. */
export function gapFindings(records: readonly FractionRecord[], input: BatteryInput): Finding[] {
  const open = records.filter(({ fate, fraction }) => fate === 'unconfirmed' && fraction !== 'lead');
  const unknown = records.filter(({ fate, contentPpm }) => fate === 'material' && contentPpm === null);
  const assumed = input.records.filter(
    ({ water, sulphuricAcid }) => ASSUMED.includes(water.basis) || ASSUMED.includes(sulphuricAcid.basis),
  );
  return [
    ...(open.length > 0
      ? [recoveryFinding('FRACTIONS_UNCONFIRMED', { records: open.length, massGrams: massOf(open) })]
      : []),
    ...(unknown.length > 0 ? [recoveryFinding('FRACTION_CONTENT_MISSING', { records: unknown.length })] : []),
    ...(assumed.length > 0 ? [recoveryFinding('SHARES_ASSUMED', { massGrams: massOf(assumed) })] : []),
  ];
}

/** Says when acid and sulphates hold more sulphur than the batteries brought. */
export function sulphurFindings(records: readonly FractionRecord[], input: BatteryInput): Finding[] {
  const recovered = records.filter(({ fate }) => fate === 'material');
  const { numerator, denominator } = sulphurLimit(recovered, inputOf(input));
  return numerator === denominator ? [] : [recoveryFinding('SULPHUR_LIMITED')];
}

function massOf(some: readonly { readonly massGrams: number; readonly sign: number }[]): number {
  return some.reduce((sum, { massGrams, sign }) => sum + sign * massGrams, 0);
}
