/** Figures of a method for a period, with verdicts and findings: what a reader is shown of any method. */
import type { Evaluation } from '../evaluation.ts';
import { compare, type Fraction } from '../fraction.ts';
import { gapFindings } from '../fractions/findings.ts';
import type { FractionRecord } from '../fractions/fraction-record.ts';
import { openUseFindings } from '../fractions/open-uses.ts';
import type { Finding } from '../lead-recovery.ts';
import type { Period } from '../periods/period.ts';
import { recoveryFinding } from '../problems.ts';
import { type Budget, budgetOf } from '../uncertainty/budget.ts';
import type { Uncertainties } from '../uncertainty/uncertainty.ts';
import { defaultChoice } from './choice.ts';
import { MASS_METHODS, type MassChoice, type MassMethod } from './formulas/definition.ts';
import { computeMass, type MassBooks, type MassComputation } from './formulas/mass-figures.ts';
import { ONE } from './formulas/rational.ts';
import type { Method } from './registry/method.ts';
import type { MethodId } from './registry/method-words.ts';
import { METHODS } from './registry/registry.ts';
import { isInForce, type Validity, validityOf } from './registry/validity.ts';
import {
  type Figure,
  LEAD_FIGURES,
  type LeadFigure,
  slagLeadOf,
  type Target,
  type Verdict,
  verdictOn,
} from './verdict.ts';

/** Reasons for which a figure is missing. */
export const MISSING = ['not_in_force', 'lead_not_computable', 'fractions_not_read', 'nothing_fed', 'no_slag'] as const;
export type Missing = (typeof MISSING)[number];

export type Shown = {
  readonly figure: Figure;
  readonly value: Fraction | null;
  readonly budget: Budget | null;
  /** Null for a figure that has a value. */
  readonly missing: Missing | null;
};

export type Computed = {
  readonly figures: readonly Shown[];
  /** Terms and records of a method by mass; null for a method of lead, whose terms are those of the lead balance. */
  readonly mass: MassComputation | null;
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
};

export type Fractions = Pick<MassBooks, 'fractions' | 'input'> & {
  /** Faults of the evidence, found while reading. */
  readonly findings?: readonly Finding[];
  /** Used mass that no independent receiver confirmed. */
  readonly openUses?: readonly FractionRecord[];
};

/** Records and law that the figures are computed from, besides the lead balance. */
export type Basis = {
  readonly period: Period;
  readonly evaluation: Evaluation;
  /** Null where they are not read, so that no figure by mass can be computed. */
  readonly fractions: Fractions | null;
  readonly choice: MassChoice;
  readonly uncertainties: Uncertainties;
  readonly targets: readonly Target[];
};

/** Computes a method that is in force. */
export function computeMethod({ id, figures }: Method, basis: Basis): Computed {
  const { evaluation, targets } = basis;
  const mass = isMassMethod(id) ? massOf(id, basis) : null;
  const shown =
    mass === null && isMassMethod(id)
      ? missing(figures, 'fractions_not_read')
      : mass === null
        ? LEAD_FIGURES.filter((one) => figures.includes(one)).map((figure) => leadFigure(figure, basis))
        : massFigures(mass, evaluation);
  const findings = [
    ...evaluation.findings,
    ...(mass === null || !isMassMethod(id) ? [] : massFindings(id, mass, basis)),
  ];
  const verdicts = targets
    .filter(({ method }) => method === id)
    .map((target) => {
      const { value = null, budget = null } = shown.find(({ figure }) => figure === target.figure) ?? {};
      const measured = value === null || budget === null ? null : { value, expanded: budget.expanded };
      return verdictOn(target, measured, findings);
    });
  return { figures: shown, mass, verdicts, findings };
}

/** A method of the registry with its dates and its figures. */
export type ComputedMethod = { readonly method: Method; readonly validity: Validity; readonly computed: Computed };

/** Computes every method of the registry that is in force on the last day of the period, as the law has it without a choice. */
export function computeMethods(
  basis: Omit<Basis, 'choice'>,
  law: { readonly validities: readonly Validity[]; readonly so4Ppm: number },
): ComputedMethod[] {
  const choice = defaultChoice(law);
  return METHODS.map((method) => {
    const validity = validityOf(method.id, law.validities);
    const inForce = isInForce(validity, basis.period.closedOn);
    return { method, validity, computed: inForce ? computeMethod(method, { ...basis, choice }) : notInForce(method) };
  });
}

/** Shows a method that is not in force: no figure, and no verdict. */
export const notInForce = ({ figures }: Method): Computed => ({
  figures: missing(figures, 'not_in_force'),
  ...{ mass: null, verdicts: [], findings: [] },
});

const missing = (figures: readonly Figure[], reason: Missing): Shown[] =>
  figures.map((figure) => ({ figure, value: null, budget: null, missing: reason }));

export const isMassMethod = (id: MethodId): id is MassMethod => (MASS_METHODS as readonly string[]).includes(id);

function massOf(id: MassMethod, { evaluation, fractions, choice, uncertainties }: Basis): MassComputation | null {
  return fractions && computeMass(id, choice, { lead: evaluation.records, ...fractions }, uncertainties);
}

function massFigures(mass: MassComputation, { rates }: Evaluation): Shown[] {
  if (rates === null) {
    return missing(
      mass.figures.map(({ figure }) => figure),
      'lead_not_computable',
    );
  }
  return mass.figures.map((one) => ({ ...one, missing: one.value === null ? 'nothing_fed' : null }));
}

function leadFigure(figure: LeadFigure, { evaluation, uncertainties }: Basis): Shown {
  const { rates, records, terms } = evaluation;
  const nothing = (missing: Missing): Shown => ({ figure, value: null, budget: null, missing });
  if (rates === null) return nothing('lead_not_computable');
  if (figure === 'slagLead') {
    const slag = slagLeadOf(records, uncertainties);
    return slag === null ? nothing('no_slag') : { figure, value: slag.value, budget: slag.budget, missing: null };
  }
  const value = rates[figure];
  if (value === null) return nothing('nothing_fed');
  return { figure, value, budget: budgetOf(figure, records, terms, uncertainties), missing: null };
}

/** Says what the records of fractions lack, and what limits a rate by mass. */
function massFindings(id: MassMethod, mass: MassComputation, basis: Basis): Finding[] {
  const { period, fractions, choice } = basis;
  if (fractions === null) return [];
  const found: Finding[] = [];
  const { fractions: records, input } = fractions;
  if (mass.figures.some(({ value }) => value !== null && compare(value, ONE) > 0)) {
    found.push(recoveryFinding('MASS_RATE_ABOVE_100'));
  }
  if (mass.parts?.sulphur.isLimited) found.push(recoveryFinding('SULPHUR_LIMITED'));
  if (Object.keys(choice.nextSteps).length > 0) found.push(recoveryFinding('NEXT_STEP_DECLARED'));
  found.push(...gapFindings(records, input), ...usesOpen(id, mass, basis), ...(fractions.findings ?? []));
  if (id !== 'comprehensive-recovery' && !/^\d{4}$/.test(period.period)) found.push(recoveryFinding('PART_OF_YEAR'));
  return found;
}

/** Computes the figures without the open uses, and says how far these lift them. */
function usesOpen(id: MassMethod, { figures }: MassComputation, basis: Basis): Finding[] {
  const { evaluation, fractions, choice, uncertainties } = basis;
  const open = fractions?.openUses ?? [];
  if (fractions === null || evaluation.rates === null || open.length === 0) return [];
  const less = [...fractions.fractions, ...open.map((one) => ({ ...one, sign: -1 as const }))];
  const books = { lead: evaluation.records, input: fractions.input, fractions: less };
  const without = computeMass(id, choice, books, uncertainties);
  return openUseFindings(
    open,
    figures.map(({ figure, value, budget }) => ({
      ...{ value, expanded: budget?.expanded ?? 0 },
      without: without.figures.find((one) => one.figure === figure)?.value ?? null,
    })),
  );
}
