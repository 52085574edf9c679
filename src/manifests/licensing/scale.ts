/** The approved annual scale of a licence against what its holder has accepted in the year. */
import { startOfDay } from '../../core/calendar.ts';
import { manifestProblem } from '../problems.ts';
import type { DecisionLine } from '../rules/step.ts';

/**
 * Shares of the annual scale in basis points. Above `blockBasisPoints` a new licence is needed (State Council Order 408
 * of 2016, Art 12); the others cause warnings.
 */
export type ScaleLaw = { readonly warnBasisPoints: readonly number[]; readonly blockBasisPoints: number };

/** A licence under which a receiver may accept a load. `beforeGrams` also counts the licences that it renewed. */
export type Candidate = {
  readonly id: string;
  readonly number: string;
  /** Approved annual scale; null when the licence has no limit. */
  readonly annualLimitGrams: number | null;
  /** Mass accepted earlier in the year. */
  readonly beforeGrams: number;
};

/**
 * Returns the licence that an acceptance counts against: the one with the most room left in the year. A licence without
 * a limit comes before all others; of equals, the first. A load is never divided between licences.
 */
export function licenceWithMostRoom<One extends Candidate>([first, ...others]: readonly [One, ...One[]]): One {
  return others.reduce((best, one) => (roomOf(one) > roomOf(best) ? one : best), first);
}

function roomOf({ annualLimitGrams, beforeGrams }: Candidate): number {
  return annualLimitGrams === null ? Number.POSITIVE_INFINITY : annualLimitGrams - beforeGrams;
}

export type Scale = { readonly number: string; readonly annualLimitGrams: number };

/** Returns the calendar year of a day as a half-open interval in Beijing time. */
export function yearOf(day: string): { readonly year: number; readonly from: Date; readonly to: Date } {
  const year = Number(day.slice(0, 4));
  const first = (one: number) => startOfDay(`${String(one).padStart(4, '0')}-01-01`);
  return { year, from: first(year), to: first(year + 1) };
}

/**
 * Returns the highest warning share that the year reaches with this acceptance, or undefined below the lowest one.
 * @param nowGrams mass of this acceptance
 * @throws Problem `licence-scale-exceeded`
 */
export function judgeScale(
  { number, annualLimitGrams }: Scale,
  { year, beforeGrams, nowGrams }: { readonly year: number; readonly beforeGrams: number; readonly nowGrams: number },
  { warnBasisPoints, blockBasisPoints }: ScaleLaw,
): { readonly shareBasisPoints: number; readonly acceptedGrams: number } | undefined {
  const acceptedGrams = beforeGrams + nowGrams;
  // Grams of a year times basis points leave the safe integers.
  const share = BigInt(acceptedGrams) * 10_000n;
  const limit = BigInt(annualLimitGrams);
  if (share > limit * BigInt(blockBasisPoints)) {
    const blockGrams = Number((limit * BigInt(blockBasisPoints)) / 10_000n);
    const facts = { number, year, acceptedGrams, limitGrams: annualLimitGrams, blockGrams };
    throw manifestProblem('licence-scale-exceeded', { ...facts, pointer: '#/body/lines' });
  }
  const reached = warnBasisPoints.filter((one) => share >= limit * BigInt(one));
  return reached.length === 0 ? undefined : { shareBasisPoints: Math.max(...reached), acceptedGrams };
}

/** Sums the grams that a decision accepts. */
export function acceptedIn(lines: readonly Pick<DecisionLine, 'acceptedGrams'>[]): number {
  return lines.reduce((sum, { acceptedGrams }) => sum + acceptedGrams, 0);
}
