/**
 * Batteries that are kept apart from waste: those returned under warranty are not waste (HJ 519-2020), so they are neither merged nor
 * sent together with waste.
 */
import type { Batch } from '../batch.ts';
import { batchProblem } from '../problems.ts';

/**
 * Refuses to mix batteries of one kind of source that law keeps apart with any others.
 * @param keptApart codes of the list `source-types` (law `batteries.kept-apart`)
 * @throws Problem `batches-kept-apart`
 */
export function refuseMixed(
  batches: readonly Pick<Batch, 'sourceType'>[],
  keptApart: readonly string[],
  pointer: string,
): void {
  const types = new Set(batches.map(({ sourceType }) => (isKeptApart(sourceType, keptApart) ? sourceType : null)));
  if (types.size > 1) throw batchProblem('batches-kept-apart', { pointer });
}

/** Returns the type of source that a merged batch keeps: one that law keeps apart. */
export const keptSourceOf = (
  [first]: readonly Pick<Batch, 'sourceType'>[],
  keptApart: readonly string[],
): string | null => (first && isKeptApart(first.sourceType, keptApart) ? first.sourceType : null);

const isKeptApart = (sourceType: string | null, keptApart: readonly string[]): boolean =>
  sourceType !== null && keptApart.includes(sourceType);
