/** The figures of a method by mass, each exact, with its uncertainty, from the records of a period. */

import type { Fraction } from '../../fraction.ts';
import type { BatteryInput, FractionRecord } from '../../fractions/fraction-record.ts';
import type { LeadRecord } from '../../lead-records.ts';
import { type Budget, combined } from '../../uncertainty/budget.ts';
import type { Uncertainties } from '../../uncertainty/uncertainty.ts';
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
import type { MassSums } from './mass-term.ts';

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
    ...leadMassRecords(lead, law),
    ...batteryMassRecords(input.records, law),
    ...fractionMassRecords(fractions, leadOfFractionsIn(method), law),
  ];
  const sums = massSumsOf(records);
  const definitions = definitionsOf(method, choice);
  const first = definitions[0]?.formula;
  return {
    ...{ records, sums },
    parts: first ? massPartsOf(first, sums) : null,
    figures: definitions.map((definition) => figureOf(definition, records, sums, law)),
  };
}

function figureOf(
  { figure, of, formula }: MassDefinition,
  records: readonly MassRecord[],
  sums: MassSums,
  law: Uncertainties,
): ComputedFigure {
  const value = of === 'mass' ? massRateOf(formula, sums) : leadRateOf(formula, sums);
  const gradient = of === 'mass' ? massGradientOf(formula, sums) : leadGradientOf(formula, sums);
  if (value === null || gradient === null) return { figure, value: null, budget: null };
  const errors = records.flatMap((record) => {
    const factor = gradient.get(record.term);
    return factor === undefined
      ? []
      : record.errors.map(({ source, picograms }) => ({ source, error: factor * picograms }));
  });
  return { figure, value, budget: combined(errors, law) };
}
