/** The figures of a method by mass, each exact, with its uncertainty, from the records of a period. */

import type { Fraction } from '../../fraction.ts';
import type { BatteryInput, FractionRecord } from '../../fractions/fraction-record.ts';
import type { LeadRecord } from '../../lead-records.ts';
import { type Budget, combined } from '../../uncertainty/budget.ts';
import type { Source, Uncertainties } from '../../uncertainty/uncertainty.ts';
import {
  definitionsOf,
  leadOfFractionsIn,
  type MassChoice,
  type MassDefinition,
  type MassFigure,
  type MassMethod,
} from './definition.ts';
import { leadGradientOf, leadRateOf, type MassParts, massGradientOf, massPartsOf, massRateOf } from './mass-rate.ts';
import {
  batteryMassRecords,
  fractionMassRecords,
  leadMassRecords,
  type MassRecord,
  massSumsOf,
} from './mass-records.ts';
import type { MassSums, MassTerm } from './mass-term.ts';

/** Records from which the rates by mass are computed. */
export type MassBooks = {
  readonly lead: readonly LeadRecord[];
  readonly fractions: readonly FractionRecord[];
  readonly input: BatteryInput;
};

type ComputedFigure = {
  readonly figure: MassFigure;
  /** Null without batteries or without available lead. */
  readonly value: Fraction | null;
  readonly budget: Budget | null;
};

export type MassComputation = {
  readonly records: readonly MassRecord[];
  readonly sums: MassSums;
  /** Parts of the first figure; null without batteries or without available lead. */
  readonly parts: MassParts | null;
  readonly figures: readonly ComputedFigure[];
};

/** Computes the figures of a method. */
export function computeMass(
  method: MassMethod,
  choice: MassChoice,
  { lead, fractions, input }: MassBooks,
  law: Uncertainties,
): MassComputation {
  const records = [
    ...commonRecords(lead, input, law),
    ...fractionMassRecords(fractions, leadOfFractionsIn(method), law),
  ];
  const sums = massSumsOf(records);
  const errors = errorSumsOf(records);
  const definitions = definitionsOf(method, choice);
  const first = definitions[0]?.formula;
  return {
    ...{ records, sums },
    parts: first ? massPartsOf(first, sums) : null,
    figures: definitions.map((definition) => figureOf(definition, errors, sums, law)),
  };
}

/** Records that do not depend on the method, by the records of lead: a comparison of methods makes those of a large year once. */
const commonOf = new WeakMap<readonly LeadRecord[], Common>();
type Common = { readonly input: BatteryInput; readonly law: Uncertainties; readonly records: readonly MassRecord[] };

function commonRecords(lead: readonly LeadRecord[], input: BatteryInput, law: Uncertainties): readonly MassRecord[] {
  const known = commonOf.get(lead);
  if (known?.input === input && known.law === law) return known.records;
  const records = [...leadMassRecords(lead, law), ...batteryMassRecords(input.records, law)];
  commonOf.set(lead, { input, law, records });
  return records;
}

/** Errors of one source, added up by term: every figure of a method weighs the same sums. */
type ErrorSum = { readonly source: Source; readonly byTerm: Map<MassTerm, number> };

function errorSumsOf(records: readonly MassRecord[]): readonly ErrorSum[] {
  const bySource = new Map<string, ErrorSum>();
  for (const { term, errors } of records) {
    for (const { source, picograms } of errors) {
      const sum = bySource.get(source.key) ?? { source, byTerm: new Map() };
      bySource.set(source.key, sum);
      sum.byTerm.set(term, (sum.byTerm.get(term) ?? 0) + picograms);
    }
  }
  return [...bySource.values()];
}

function figureOf(
  { figure, of, formula }: MassDefinition,
  sources: readonly ErrorSum[],
  sums: MassSums,
  law: Uncertainties,
): ComputedFigure {
  const value = of === 'mass' ? massRateOf(formula, sums) : leadRateOf(formula, sums);
  const gradient = of === 'mass' ? massGradientOf(formula, sums) : leadGradientOf(formula, sums);
  if (value === null || gradient === null) return { figure, value: null, budget: null };
  const errors = sources.map(({ source, byTerm }) => {
    let error = 0;
    for (const [term, picograms] of byTerm) error += (gradient.get(term) ?? 0) * picograms;
    return { source, error };
  });
  return { figure, value, budget: combined(errors, law) };
}
