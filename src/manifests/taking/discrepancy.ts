/** Differences between what was sent and what the receiver weighed (Order 23, Art 18). */
import type { DocumentLine } from '../rules/document.ts';
import { stepProblem } from '../rules/problems.ts';
import type { DecisionLine } from '../rules/step.ts';

/** Order 23 names no tolerance; this is the law of the receiver's side. Both limits must be exceeded. */
export type DiscrepancyThreshold = { readonly shareBasisPoints: number; readonly floorGrams: number };

/** More than this above what was expected is no weighing but an error of entry. Both limits must be exceeded. */
export type WeighingLimit = { readonly shareBasisPoints: number; readonly floorGrams: number };

/** The given and the expected mass of a line. */
export type Weighing = { readonly line: number; readonly expectedGrams: number; readonly givenGrams: number };

export type Discrepancy = { readonly significantDifference: boolean; readonly differenceKinds: readonly string[] };

/**
 * The finding over all lines: `quantity` is added when one line differs by more than the threshold, in either
 * direction. Kinds that the receiver declares are significant by being declared. Lines do not make up for each other.
 */
export function findDiscrepancy(
  lines: readonly DocumentLine[],
  decided: readonly DecisionLine[],
  { declared, threshold }: { readonly declared: readonly string[]; readonly threshold: DiscrepancyThreshold },
): Discrepancy {
  const sent = new Map(lines.map(({ line, massGrams }) => [line, massGrams]));
  const quantity = decided.some(({ line, acceptedGrams, refusedGrams }) =>
    exceeds(sent.get(line) ?? 0, acceptedGrams + refusedGrams, threshold),
  );
  const kinds = [...new Set(quantity ? [...declared, 'quantity'] : declared)].toSorted();
  return { significantDifference: kinds.length > 0, differenceKinds: kinds };
}

/**
 * Refuses a mass far above what was expected: it would come into the books out of nothing. A mass far below is taken,
 * and found to be a significant difference: what is lost on the road must be sayable.
 * @param weighings in the order of the lines in the request
 * @throws Problem `manifest-weighing-implausible`
 */
export function refuseImplausible(weighings: readonly Weighing[], limit: WeighingLimit): void {
  for (const [at, { line, expectedGrams, givenGrams }] of weighings.entries()) {
    const margin = Math.max(limit.floorGrams, Math.floor((expectedGrams * limit.shareBasisPoints) / 10_000));
    const allowedGrams = expectedGrams + margin;
    if (givenGrams <= allowedGrams) continue;
    const pointer = `#/body/lines/${at}`;
    throw stepProblem('manifest-weighing-implausible', { line, expectedGrams, allowedGrams, givenGrams, pointer });
  }
}

function exceeds(sentGrams: number, weighedGrams: number, threshold: DiscrepancyThreshold): boolean {
  const difference = Math.abs(weighedGrams - sentGrams);
  // In basis points of the mass sent, without a fraction: 100 000 t times 10 000 is still a safe integer.
  return difference > threshold.floorGrams && difference * 10_000 > sentGrams * threshold.shareBasisPoints;
}
