/** Counter-entries: movements that bring the mass and pieces of an earlier movement to what was really moved. */
import { type Grams, toGrams } from '../../core/mass.ts';
import type { Quantity } from '../batch.ts';
import { leastHeld, type Posting } from '../ledger/ledger.ts';
import type { Movement } from '../movement.ts';
import { correctionProblem } from './problems.ts';

/** A movement with the mass and pieces that its corrections left, and those that were recorded. */
export type NetMovement = Movement & { readonly id: number; readonly recorded: Quantity };

/**
 * Makes the counter-entries of a movement, dated as it, from what counts now to what is right. What was too little moves the
 * same way, what was too much moves back.
 */
export function counterEntries(original: NetMovement, right: Quantity, recordedAt: Date): Movement[] {
  const { id, from, to, evidence, occurredAt } = original;
  const more = { massGrams: right.massGrams - original.massGrams, pieces: right.pieces - original.pieces };
  const entry = (ends: Pick<Movement, 'from' | 'to'>, sign: 1 | -1): Movement => ({
    ...{ kind: 'correction', ...ends, massGrams: part(sign * more.massGrams), pieces: Math.max(0, sign * more.pieces) },
    ...{ evidence, correctsId: id, occurredAt, recordedAt },
  });
  return [entry({ from, to }, 1), entry({ from: to, to: from }, -1)].filter(
    ({ massGrams, pieces }) => massGrams > 0 || pieces > 0,
  );
}

/** Stock adjustments of a batch, which end with its record and come back with it. */
const adjustmentsIn = (moved: readonly NetMovement[]) => moved.filter(({ kind }) => kind === 'stock_adjustment');

/**
 * Makes the counter-entries of the stock adjustments of a batch that is withdrawn: a count found that it was not there, and
 * its withdrawal says so once more.
 */
export const undoneAdjustments = (moved: readonly NetMovement[], recordedAt: Date): Movement[] =>
  adjustmentsIn(moved).flatMap((one) => counterEntries(one, { massGrams: 0, pieces: 0 }, recordedAt));

/** Makes the entries that bring the adjustments of a withdrawn batch back: what a count decided holds for it again. */
export const redoneAdjustments = (moved: readonly NetMovement[], recordedAt: Date): Movement[] =>
  adjustmentsIn(moved).flatMap((one) => counterEntries(one, one.recorded, recordedAt));

const part = (grams: number): Grams => toGrams(Math.max(0, grams));

/** Returns the postings that movements make on an account. */
export function postingsOn(id: string, moved: readonly Movement[]): Posting[] {
  const on = (end: Movement['from']): number => ('batchId' in end && end.batchId === id ? 1 : 0);
  return moved.flatMap(({ from, to, massGrams, pieces, occurredAt, recordedAt }) => {
    const sign = on(to) - on(from);
    return sign === 0 ? [] : [{ massGrams: sign * massGrams, pieces: sign * pieces, occurredAt, recordedAt }];
  });
}

/**
 * Refuses counter-entries after which an account would hold less than nothing on some date: its mass has moved on.
 * @param postings postings of the account before the correction
 * @param stated the quantities that the request states
 * @throws Problem `correction-below-moved`, with the least quantities that are possible
 */
export function refuseMovedOn(
  account: { readonly id: string; readonly postings: readonly Posting[] },
  entries: readonly Movement[],
  stated: Quantity,
): void {
  const added = postingsOn(account.id, entries);
  const least = leastHeld(account.postings, added);
  const missingGrams = Math.max(0, -least.massGrams);
  const missingPieces = Math.max(0, -least.pieces);
  if (missingGrams === 0 && missingPieces === 0) return;
  throw correctionProblem('correction-below-moved', {
    ...{ id: account.id, missingGrams, missingPieces },
    ...{ massGrams: stated.massGrams, pieces: stated.pieces },
    pointer: missingGrams > 0 ? '#/body/massGrams' : '#/body/pieces',
  });
}
