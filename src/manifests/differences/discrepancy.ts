/** Differences between the sent mass and the mass that the receiver weighed (Order 23, Art 18). */
import type { DocumentLine } from '../rules/document.ts';
import { stepProblem } from '../rules/problems.ts';
import type { DecisionLine } from '../rules/step.ts';

/**
 * Threshold of a significant difference. Order 23 gives no tolerance, so the receiver's side sets it. Both limits must
 * be exceeded.
 */
export type DiscrepancyThreshold = { readonly shareBasisPoints: number; readonly floorGrams: number };

/** Limit above which a weighing counts as a typing error. Both limits must be exceeded. */
export type WeighingLimit = { readonly shareBasisPoints: number; readonly floorGrams: number };

/** Entered and expected mass of a line. */
export type Weighing = { readonly line: number; readonly expectedGrams: number; readonly givenGrams: number };

export type Discrepancy = { readonly significantDifference: boolean; readonly differenceKinds: readonly string[] };

/**
 * Finds the kinds of difference. `quantity` is added when any line differs by more than the threshold, in either
 * direction. Kinds that the receiver declares are always significant, and so is every refusal. Lines do not balance each other.
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
  const refused = decided.some(({ refusedGrams, refusedPieces }) => refusedGrams > 0 || refusedPieces > 0);
  return { significantDifference: kinds.length > 0 || refused, differenceKinds: kinds };
}

/**
 * Refuses a mass far above the expected one, because it would create mass in the books. A mass far below is a
 * significant difference: losses in transit must be recordable.
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

/** Returns true when a mass differs from the expected one by more than the threshold. */
export function exceeds(sentGrams: number, weighedGrams: number, threshold: DiscrepancyThreshold): boolean {
  const difference = Math.abs(weighedGrams - sentGrams);
  // Whole basis points of the sent mass: 100 000 t times 10 000 is still a safe integer.
  return difference > threshold.floorGrams && difference * 10_000 > sentGrams * threshold.shareBasisPoints;
}
