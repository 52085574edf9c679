/**
 * Verdicts: whether a figure keeps a target. The exact figure is compared, never the rounded one (GB/T 8170, 全数值比较法). A
 * target inside the expanded uncertainty of the figure cannot be decided.
 */
import { basisPoints, compare, type Fraction, fraction } from '../fraction.ts';
import { type LeadRecord, leadOf } from '../lead-records.ts';
import type { Finding, Rates } from '../lead-recovery.ts';
import { type Budget, combined } from '../uncertainty/budget.ts';
import { errorsOf, type Uncertainties } from '../uncertainty/uncertainty.ts';
import { MASS_FIGURES } from './formulas/definition.ts';

/** Figures of the lead balance: rates, and the lead content of discarded slag. */
export const LEAD_FIGURES = ['headline', 'productsOnly', 'conservative', 'slagLead'] as const;
export type LeadFigure = (typeof LEAD_FIGURES)[number];

/** Figures that a target may limit. */
export const FIGURES = [...LEAD_FIGURES, ...MASS_FIGURES] as const;
export type Figure = (typeof FIGURES)[number];

export const COMPARISONS = ['at_least', 'below'] as const;

/** A target of law or of an industry, dated as law. */
export type Target = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Method of the registry that defines the figure. */
  readonly method: string;
  readonly figure: Figure;
  readonly comparison: (typeof COMPARISONS)[number];
  readonly limitBasisPoints: number;
};

export const VERDICTS = ['pass', 'fail', 'not_decidable'] as const;
/** Reasons for which a target cannot be decided. */
export const UNDECIDED = ['blocked', 'no_figure', 'within_uncertainty'] as const;

export type Verdict = {
  readonly target: Target;
  readonly value: Fraction | null;
  readonly verdict: (typeof VERDICTS)[number];
  /** Null for a target that is decided. */
  readonly undecided: (typeof UNDECIDED)[number] | null;
};

/** A figure with its uncertainty. */
export type Measured = { readonly value: Fraction; readonly expanded: number };

/** Decides about a target. A blocked evaluation decides nothing. */
export function verdictOn(target: Target, measured: Measured | null, findings: readonly Finding[]): Verdict {
  const value = measured?.value ?? null;
  const open = (undecided: Verdict['undecided']): Verdict => ({ target, value, verdict: 'not_decidable', undecided });
  if (findings.some(({ severity }) => severity === 'block')) return open('blocked');
  if (measured === null) return open('no_figure');
  const limit = basisPoints(target.limitBasisPoints);
  const [low, high] = rangeOf(measured);
  const [surelyAtLeast, surelyBelow] = [compare(low, limit) >= 0, compare(high, limit) < 0];
  if (!surelyAtLeast && !surelyBelow) return open('within_uncertainty');
  const kept = target.comparison === 'at_least' ? surelyAtLeast : surelyBelow;
  return { target, value, verdict: kept ? 'pass' : 'fail', undecided: null };
}

/** Parts of one in which an uncertainty is counted; it is rounded up, so that rounding decides nothing. */
const PARTS = 1_000_000_000_000;

function rangeOf({ value: { numerator, denominator }, expanded }: Measured): [Fraction, Fraction] {
  const width = BigInt(Math.ceil(expanded * PARTS));
  const at = (sign: bigint): Fraction => ({
    numerator: numerator * BigInt(PARTS) + sign * width * denominator,
    denominator: denominator * BigInt(PARTS),
  });
  return [at(-1n), at(1n)];
}

type SlagLead = (Measured & { readonly budget: Budget }) | null;

/** Contents of the slag of evaluations: the answers in both languages share one. */
const slagOf = new WeakMap<readonly LeadRecord[], { readonly law: Uncertainties; readonly lead: SlagLead }>();

/** Returns the lead content of all slag that was discarded, by mass; null without any, or without a content of a part. */
export function slagLeadOf(records: readonly LeadRecord[], law: Uncertainties): SlagLead {
  const known = slagOf.get(records);
  if (known?.law === law) return known.lead;
  const lead = computeSlagLead(records, law);
  slagOf.set(records, { law, lead });
  return lead;
}

function computeSlagLead(records: readonly LeadRecord[], law: Uncertainties): SlagLead {
  const slag = records.filter(({ term }) => term === 'loss_slag');
  const grams = slag.reduce((sum, { massGrams, sign }) => sum + BigInt(sign * massGrams), 0n);
  if (slag.some(({ ppm }) => ppm === null)) return null;
  const value = fraction(
    slag.reduce((sum, record) => sum + leadOf(record), 0n),
    grams * PICOGRAMS,
  );
  if (value === null) return null;
  // Weighing changes lead and mass alike, so that only the contents are uncertain.
  const errors = slag
    .flatMap((record) => errorsOf(record, law))
    .filter(({ source }) => source.kind !== 'scale')
    .map(({ source, picograms }) => ({ source, error: picograms / Number(grams * PICOGRAMS) }));
  const budget = combined(errors, law);
  return { value, expanded: budget.expanded, budget };
}

const PICOGRAMS = 1_000_000_000_000n;

/** Returns a figure with its uncertainty; null when the evaluation has none. */
export function measuredOf(
  figure: LeadFigure,
  {
    rates,
    slagLead,
    budgets,
  }: {
    readonly rates: Rates | null;
    readonly slagLead: Measured | null;
    readonly budgets: (rate: Exclude<LeadFigure, 'slagLead'>) => Budget | null;
  },
): Measured | null {
  if (figure === 'slagLead') return rates === null ? null : slagLead;
  const [value, budget] = [rates?.[figure] ?? null, budgets(figure)];
  return value === null || budget === null ? null : { value, expanded: budget.expanded };
}
