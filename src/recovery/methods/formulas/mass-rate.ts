/**
 * Rates by mass: what became material, over the batteries that were fed, without their water. They are
 * `(L / A · M_b + fractions + acid + φ · slag − s · sulphur out) / (dry batteries − s · sulphur in)`. `L / A` is the lead recovery and `M_b` the lead of the batteries.
 * `φ` is their share of all lead fed, because slag is made of all feed. Acid and sulphates are limited by the sulphur of the batteries. `s` is the share of sulphur in H2SO4 where a
 * method leaves sulphur out on both sides, else 0.
 */
import { type Fraction, fraction } from '../../fraction.ts';
import type { MassSums, MassTerm } from './mass-term.ts';
import { minus, NONE, over, plus, times, toNumber, whole } from './rational.ts';
import { type LimitedSulphur, limitSulphur, sulphurIn } from './sulphur-limit.ts';

/** Terms with the factor of each. */
type Factors = Readonly<Partial<Record<MassTerm, Fraction>>>;

export type MassFormula = {
  /** Lead that counts as recovered. */
  readonly recovered: Factors;
  /** Lead of which it was recovered. */
  readonly available: Factors;
  /** Fractions that count with their mass. */
  readonly fractions: Factors;
  readonly withAcid: boolean;
  /** Fractions of all feed, of which batteries have a share. */
  readonly shared: Factors;
  /** Share of sulphur in H2SO4 that is left out on both sides. */
  readonly leftOut: Fraction;
  /** SO4 in H2SO4, by mass. */
  readonly so4Share: Fraction;
};

/** The parts of a rate, as exact masses in picograms. */
export type MassParts = {
  readonly lead: Fraction;
  readonly fractions: Fraction;
  readonly sulphur: LimitedSulphur;
  readonly acid: Fraction;
  readonly shared: Fraction;
  readonly output: Fraction;
  readonly input: Fraction;
};

/** Returns the parts; null without batteries or without available lead. */
export function massPartsOf(formula: MassFormula, sums: MassSums): MassParts | null {
  const of = (factors: Factors) => sumOf(factors, sums);
  const recovery = over(of(formula.recovered), of(formula.available));
  const share = fraction(sums.battery_lead, sums.battery_lead + sums.other_feed_lead);
  if (recovery === null || share === null) return null;
  const { leftOut, so4Share } = formula;
  const sulphur = limitSulphur(sums, so4Share);
  const parts = {
    lead: times(recovery, whole(sums.battery_lead)),
    fractions: of(formula.fractions),
    acid: formula.withAcid ? plus(sulphur.acid, sulphur.sulphate) : NONE,
    shared: times(share, of(formula.shared)),
  };
  const counted = [parts.lead, parts.fractions, parts.acid, parts.shared].reduce(plus);
  return {
    ...{ ...parts, sulphur },
    output: minus(counted, times(leftOut, sulphurIn(sulphur, so4Share))),
    input: minus(whole(sums.dry_batteries), times(leftOut, whole(sums.sulphur_fed))),
  };
}

/** Returns the rate; null without batteries or without available lead. */
export function massRateOf(formula: MassFormula, sums: MassSums): Fraction | null {
  const parts = massPartsOf(formula, sums);
  return parts && over(parts.output, parts.input);
}

/** Returns the lead recovery alone: `L / A`. */
export const leadRateOf = ({ recovered, available }: MassFormula, sums: MassSums): Fraction | null =>
  over(sumOf(recovered, sums), sumOf(available, sums));

const sumOf = (factors: Factors, sums: MassSums): Fraction =>
  entriesOf(factors).reduce((sum, [term, factor]) => plus(sum, times(factor, whole(sums[term]))), NONE);

const entriesOf = (factors: Factors) => Object.entries(factors) as [MassTerm, Fraction][];

/** Changes of a rate with each term, per picogram. */
export type Gradient = ReadonlyMap<MassTerm, number>;

/** Returns the changes of a rate by mass with its terms: the partial derivatives of the formula. */
export function massGradientOf(formula: MassFormula, sums: MassSums): Gradient | null {
  const [parts, rate] = [massPartsOf(formula, sums), massRateOf(formula, sums)];
  if (parts === null || rate === null) return null;
  const of = (factors: Factors) => toNumber(sumOf(factors, sums));
  const [input, value, s] = [toNumber(parts.input), toNumber(rate), toNumber(formula.leftOut)];
  const [lead, available, slag] = [of(formula.recovered), of(formula.available), of(formula.shared)];
  const [batteries, other] = [Number(sums.battery_lead), Number(sums.other_feed_lead)];
  const change = adder();
  change.all(formula.recovered, batteries / available / input);
  change.all(formula.available, (-lead * batteries) / available ** 2 / input);
  change.all(formula.fractions, 1 / input);
  change.all(formula.shared, batteries / (batteries + other) / input);
  const perShare = slag / (batteries + other) ** 2 / input;
  change.one('battery_lead', lead / available / input + perShare * other);
  change.one('other_feed_lead', -perShare * batteries);
  change.one('dry_batteries', -value / input);
  change.one('sulphur_fed', (value * s) / input);
  const counts = formula.withAcid ? 1 : 0;
  change.all(parts.sulphur.changes.acid, (counts - s) / input);
  change.all(parts.sulphur.changes.sulphate, (counts - s / toNumber(formula.so4Share)) / input);
  return change.found;
}

/** Returns the changes of the lead recovery with its terms. */
export function leadGradientOf({ recovered, available }: MassFormula, sums: MassSums): Gradient | null {
  const [lead, base] = [toNumber(sumOf(recovered, sums)), toNumber(sumOf(available, sums))];
  if (base <= 0) return null;
  const change = adder();
  change.all(recovered, 1 / base);
  change.all(available, -lead / base ** 2);
  return change.found;
}

function adder() {
  const found = new Map<MassTerm, number>();
  const one = (term: MassTerm, amount: number) => found.set(term, (found.get(term) ?? 0) + amount);
  const all = (factors: Factors, amount: number) => {
    for (const [term, factor] of entriesOf(factors)) one(term, toNumber(factor) * amount);
  };
  return { found, one, all };
}
