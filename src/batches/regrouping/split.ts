/** Decision to split a batch. */
import type { Grams } from '../../core/mass.ts';
import { type Batch, refuseNotInStock, refuseOverdraft, refuseUncounted } from '../batch.ts';
import { type PieceMassLimits, refuseContradictingDraws } from '../weights/piece-mass.ts';

/** Mass and pieces that move from one batch to another. */
export type Part = { readonly massGrams: Grams; readonly pieces: number };

/**
 * Returns the batch that a part of a batch becomes. It keeps the time of origin, so that splitting does not extend the
 * storage time (HJ 519-2020).
 * @throws Problem `batch-not-stock`, `batch-mass-exceeded`, `batch-pieces-exceeded`, `batch-quantities-apart`,
 *   `batch-piece-mass-differs`, `batch-pieces-missing`
 */
export function decideSplit(
  from: Batch,
  part: Part,
  made: { readonly id: string; readonly at: Date; readonly limits: PieceMassLimits },
): Batch {
  refuseNotInStock(from);
  refuseOverdraft(from, part, '#/body');
  refuseContradictingDraws([from], [part], { limits: made.limits, pointerOf: () => '#/body/pieces' });
  if (from.kind === 'battery') refuseUncounted({ ...from, ...part }, '#/body/pieces');
  return { ...from, ...part, id: made.id, evidence: `batch:${from.id}`, recordedAt: made.at };
}
