/**
 * The uncertainty budget of a rate. A rate is a quotient of two sums of terms, so the error of a record enters it by one
 * factor of its term: `(a - rate * b) / D` for a term that counts `a` times in the numerator and `b` times in the denominator
 * `D`. Errors of one source add up before they are squared; those of different sources are independent.
 */
import type { LeadPicograms } from '../lead.ts';
import type { LeadRecord } from '../lead-records.ts';
import { partsOf, type RateName, type RecordTerm, TERMS, type Term, type Terms } from '../lead-recovery.ts';
import { exactErrorsOf, type Source, toPicograms, type Uncertainties } from './uncertainty.ts';

/** Part of a source in the variance of a rate, as a share of one. */
export type Contribution = { readonly source: Source; readonly share: number };

export type Budget = {
  /** Combined standard uncertainty, as a share of one like the rate. */
  readonly standard: number;
  /** Expanded uncertainty: the standard one times the coverage factor. */
  readonly expanded: number;
  /** The largest contributions to the variance, the largest first. */
  readonly contributions: readonly Contribution[];
};

/** Sums and budgets of the records of an evaluation: its rates share the sums, and its answers the budgets. */
type Known = {
  readonly law: Uncertainties;
  readonly sums: readonly ErrorSum[];
  readonly budgets: Map<RateName, Budget | null>;
};
/** Errors of a source in picograms, by term. */
type ErrorSum = { readonly source: Source; readonly byTerm: readonly (readonly [RecordTerm, number])[] };
const knownOf = new WeakMap<readonly LeadRecord[], Known>();

/** Returns the budget of a rate; null for a rate that cannot be computed. @param terms sums of the records */
export function budgetOf(
  rate: RateName,
  records: readonly LeadRecord[],
  terms: Terms,
  law: Uncertainties,
): Budget | null {
  const before = knownOf.get(records);
  const known = before?.law === law ? before : { law, sums: errorSumsOf(records, law), budgets: new Map() };
  knownOf.set(records, known);
  const made = known.budgets.get(rate);
  if (made !== undefined) return made;
  const budget = weighed(known.sums, factorsOf(rate, terms), law);
  known.budgets.set(rate, budget);
  return budget;
}

/** Computes the budgets of all rates ahead of those who ask for them. */
export function prepareBudgets(records: readonly LeadRecord[], terms: Terms, law: Uncertainties): void {
  for (const rate of Object.keys(partsOf(terms)) as RateName[]) budgetOf(rate, records, terms, law);
}

/** Gives records the budgets of others that differ in their certificates only. */
export function shareBudgets(from: readonly LeadRecord[], to: readonly LeadRecord[]): void {
  const known = knownOf.get(from);
  if (known !== undefined) knownOf.set(to, known);
}

function weighed(
  sums: readonly ErrorSum[],
  factors: ReadonlyMap<RecordTerm, number> | null,
  law: Uncertainties,
): Budget | null {
  if (factors === null) return null;
  const errors = sums.map(({ source, byTerm }) => {
    let error = 0;
    for (const [term, picograms] of byTerm) error += (factors.get(term) ?? 0) * picograms;
    return { source, error };
  });
  return combinedSources(errors, law);
}

/**
 * Adds up the errors of records by their source and term: the budget of each rate weighs the same sums. They are exact and in the
 * order of their sources, so records and their sums have one budget to the last bit.
 */
function errorSumsOf(records: readonly LeadRecord[], law: Uncertainties): readonly ErrorSum[] {
  const bySource = new Map<string, { source: Source; byTerm: Map<RecordTerm, bigint> }>();
  for (const record of records) {
    for (const { source, units } of exactErrorsOf(record, law)) {
      const sum = bySource.get(source.key) ?? { source, byTerm: new Map() };
      bySource.set(source.key, sum);
      sum.byTerm.set(record.term, (sum.byTerm.get(record.term) ?? 0n) + units);
    }
  }
  return [...bySource.values()]
    .map(({ source, byTerm }) => ({
      source,
      byTerm: [...byTerm].map(([term, units]) => [term, toPicograms(units)] as const).sort(byName),
    }))
    .sort((a, b) => (a.source.key < b.source.key ? -1 : 1));
}

const byName = ([a]: readonly [RecordTerm, number], [b]: readonly [RecordTerm, number]) => (a < b ? -1 : 1);

/** Combines errors, each as its effect on the figure. @param errors one for each record and source, in any order */
export function combined(
  errors: readonly { readonly source: Source; readonly error: number }[],
  law: Pick<Uncertainties, 'coverageFactor'>,
): Budget {
  const sums = new Map<string, { readonly source: Source; error: number }>();
  for (const { source, error } of errors) {
    const sum = sums.get(source.key) ?? { source, error: 0 };
    sum.error += error;
    sums.set(source.key, sum);
  }
  return combinedSources([...sums.values()], law);
}

/** Combines errors of which each source has one. */
function combinedSources(
  sums: readonly { readonly source: Source; readonly error: number }[],
  { coverageFactor }: Pick<Uncertainties, 'coverageFactor'>,
): Budget {
  const variance = sums.reduce((sum, { error }) => sum + error * error, 0);
  const standard = Math.sqrt(variance);
  const contributions = largestOf(sums).map(({ source, error }) => ({ source, share: (error * error) / variance }));
  return { standard, expanded: standard * coverageFactor, contributions };
}

/** Number of contributions that a budget names. A year has tens of thousands, so that all of them are not sorted. */
const LARGEST = 10;

type SourceError = { readonly source: Source; readonly error: number };

function largestOf(sums: readonly SourceError[]): SourceError[] {
  const largest: SourceError[] = [];
  for (const one of sums) {
    const least = largest[LARGEST - 1];
    if (one.error === 0 || (least !== undefined && bySize(one, least) > 0)) continue;
    largest.push(one);
    largest.sort(bySize);
    largest.length = Math.min(largest.length, LARGEST);
  }
  return largest;
}

const bySize = (a: SourceError, b: SourceError): number =>
  Math.abs(b.error) - Math.abs(a.error) || (a.source.key < b.source.key ? -1 : 1);

/** Returns the change of a rate with the lead of each term, per picogram. */
function factorsOf(rate: RateName, terms: Terms): ReadonlyMap<RecordTerm, number> | null {
  const { numerator, denominator } = partsOf(terms)[rate];
  if (denominator <= 0n) return null;
  const value = Number(numerator) / Number(denominator);
  return new Map(
    TERMS.map((term): [RecordTerm, number] => {
      const alone = partsOf(only(term))[rate];
      return [term, (Number(alone.numerator) - value * Number(alone.denominator)) / Number(denominator)];
    }),
  );
}

/** Returns a balance of one picogram in one term: the parts of a rate are sums of terms, so this yields its coefficients. */
const only = (one: Term): Terms =>
  Object.fromEntries(TERMS.map((term): [Term, LeadPicograms] => [term, term === one ? 1n : 0n])) as Terms;
