/** The formulas of the methods by mass. The registry says who published each. */
import type { Fraction } from '../../fraction.ts';
import type { MassFormula } from './mass-rate.ts';
import type { LeadOfFractions } from './mass-records.ts';
import { type MassTerm, NEXT_STEPS, type NextStep } from './mass-term.ts';
import { millionths, NONE, ONE } from './rational.ts';

export const MASS_METHODS = ['comprehensive-recovery', 'eu-2025-606', 'eu-493-2012'] as const;
export type MassMethod = (typeof MASS_METHODS)[number];

export const MASS_FIGURES = [
  'comprehensive',
  'comprehensiveWithoutAcid',
  'recyclingEfficiency',
  'recyclingEfficiencyWithNext',
  'recoveryOfLead',
] as const;
export type MassFigure = (typeof MASS_FIGURES)[number];

/** Choices of a recycler that a method by mass allows. */
export type MassChoice = {
  /** SO4 in H2SO4, by mass (law). */
  readonly so4Share: Fraction;
  /** Share of H2SO4 that is left out on both sides. */
  readonly leftOut: Fraction;
  /** Known efficiency of the next recycler for a fraction, parts per million. */
  readonly nextSteps: Readonly<Partial<Record<NextStep, number>>>;
};

/** A figure: a rate by mass, or the lead recovery of its formula alone. */
export type MassDefinition = {
  readonly figure: MassFigure;
  readonly of: 'mass' | 'lead';
  readonly formula: MassFormula;
};

const LESS: Fraction = { numerator: -1n, denominator: 1n };
const SOLID = { plastics: ONE, separators: ONE, steel: ONE, other_fractions: ONE } as const;
const SLAG = { used_slag: ONE } as const;

type Fixed = Omit<MassFormula, 'so4Share'>;

const COMPREHENSIVE: Fixed = {
  recovered: { product_lead: ONE, by_product_lead: ONE },
  available: { battery_lead: ONE, other_feed_lead: ONE, work_lead: LESS },
  ...{ fractions: SOLID, withAcid: true, shared: SLAG, leftOut: NONE },
};

/** Other feed counts as recovered completely, so that it never raises a rate of batteries. */
const OF_BATTERIES = { battery_lead: ONE, work_lead: LESS } as const;

/** Lead in slag and by-products is no recovered material, only mass. */
const EU_2025: Fixed = {
  recovered: { product_lead: ONE, other_feed_lead: LESS },
  available: OF_BATTERIES,
  ...{ fractions: SOLID, withAcid: true, shared: SLAG, leftOut: NONE },
};

const EU_2012: Fixed = {
  ...EU_2025,
  recovered: { product_lead: ONE, by_product_lead: ONE, other_feed_lead: LESS },
};

/** Returns the figures of a method. */
export function definitionsOf(
  method: MassMethod,
  { leftOut, nextSteps, so4Share }: MassChoice,
): readonly MassDefinition[] {
  if (method === 'comprehensive-recovery') {
    const base = { ...COMPREHENSIVE, so4Share };
    return [
      { figure: 'comprehensive', of: 'mass', formula: base },
      { figure: 'comprehensiveWithoutAcid', of: 'mass', formula: { ...base, withAcid: false } },
    ];
  }
  const own = { ...(method === 'eu-493-2012' ? EU_2012 : { ...EU_2025, leftOut }), so4Share };
  const chosen = Object.keys(nextSteps).length > 0;
  return [
    { figure: 'recyclingEfficiency', of: 'mass', formula: own },
    ...(chosen
      ? [{ figure: 'recyclingEfficiencyWithNext', of: 'mass', formula: withNext(own, nextSteps) } as const]
      : []),
    { figure: 'recoveryOfLead', of: 'lead', formula: own },
  ];
}

/** Returns the way in which a method counts the lead in fractions: where by-products count as lead, their mass does not. */
export const leadOfFractionsIn = (method: MassMethod): LeadOfFractions =>
  method === 'eu-2025-606' ? 'within' : 'besides';

/** Adds what the next recycler makes of fractions. Its slag is made of all feed as well. */
function withNext(own: MassFormula, nextSteps: MassChoice['nextSteps']): MassFormula {
  const terms = (wanted: (step: NextStep) => boolean): Partial<Record<MassTerm, Fraction>> =>
    Object.fromEntries(
      (Object.entries(nextSteps) as [NextStep, number][])
        .filter(([step]) => wanted(step))
        .map(([step, ppm]) => [NEXT_STEPS[step], millionths(ppm)]),
    );
  return {
    ...own,
    fractions: { ...own.fractions, ...terms((step) => step !== 'slag') },
    shared: { ...own.shared, ...terms((step) => step === 'slag') },
  };
}
