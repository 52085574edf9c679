/** The approved annual scale of a licence against what its holder has accepted in the year. */
import { startOfDay } from '../../core/calendar.ts';
import { manifestProblem } from '../problems.ts';
import type { DecisionLine } from '../rules/step.ts';

/**
 * Shares of the annual scale in basis points. Above `blockBasisPoints` a new licence is needed (State Council Order 408
 * of 2016, Art 12); the others cause warnings.
 */
export type ScaleLaw = { readonly warnBasisPoints: readonly number[]; readonly blockBasisPoints: number };

/** A licence by which a receiver may accept, and what was accepted in the year under it and the licences it renewed. */
export type Candidate = {
  readonly id: string;
  readonly number: string;
  /** Approved annual scale; null where the licence names none. */
  readonly annualLimitGrams: number | null;
  readonly beforeGrams: number;
};

/**
 * The licence that an acceptance counts against: of several the one with the most room left in its year, and one without
 * a scale before all others. The first of equals. A load is never divided between licences.
 */
export function roomiest<One extends Candidate>([first, ...others]: readonly [One, ...One[]]): One {
  return others.reduce((best, one) => (roomOf(one) > roomOf(best) ? one : best), first);
}

function roomOf({ annualLimitGrams, beforeGrams }: Candidate): number {
  return annualLimitGrams === null ? Number.POSITIVE_INFINITY : annualLimitGrams - beforeGrams;
}

export type Scale = { readonly number: string; readonly annualLimitGrams: number };

/** The calendar year of a day, half-open, in the time of China. */
export function yearOf(day: string): { readonly year: number; readonly from: Date; readonly to: Date } {
  const year = Number(day.slice(0, 4));
  const first = (one: number) => startOfDay(`${String(one).padStart(4, '0')}-01-01`);
  return { year, from: first(year), to: first(year + 1) };
}

/**
 * The greatest share that is reached when this is accepted too, or nothing below the least.
 * @param year what it counts for, and what was accepted in it before
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

/** Grams that a decision accepts. */
export function acceptedIn(lines: readonly Pick<DecisionLine, 'acceptedGrams'>[]): number {
  return lines.reduce((sum, { acceptedGrams }) => sum + acceptedGrams, 0);
}
