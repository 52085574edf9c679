/**
 * Uses of by-products and residues, and the receiver's confirmation of them. A use is a code of law with a fate: only one in
 * place of primary material recovers anything. A confirmation states the mass that was used, and for what; that of a sale the mass
 * that was received, on which day. It comes from the recycler with the file of the proof, or from the receiver itself when that is
 * registered.
 */
import type { UseFate } from '../../core/battery-fractions.ts';
import { useProblem } from './problems.ts';

export type UseConfirmation = {
  readonly id: string;
  readonly dispositionId: string;
  /** The recycler. */
  readonly partyId: string;
  /** Organisation that recorded it: the recycler or the receiver. */
  readonly confirmedById: string;
  readonly number: string;
  readonly use: string;
  readonly useFate: UseFate;
  /** 0 withdraws the confirmation that it replaces. */
  readonly massGrams: number;
  /** Day on which the receiver confirmed, `YYYY-MM-DD`. */
  readonly confirmedOn: string;
  readonly fileId: string | null;
  readonly replacesId: string | null;
  readonly recordedAt: Date;
};

/** A sale or a delivery for use, with the mass that counts after its corrections. */
export type Delivery = {
  readonly id: string;
  readonly kind: string;
  readonly partyId: string;
  readonly receiverId: string | null;
  readonly batchId: string;
  readonly massGrams: number;
  /** Day on which it left, `YYYY-MM-DD`. */
  readonly leftOn: string;
  readonly leftAt: Date;
};

/** Returns the confirmations that no other one replaces. */
export function validConfirmations<One extends Pick<UseConfirmation, 'id' | 'replacesId'>>(all: readonly One[]): One[] {
  const replaced = new Set(all.map(({ replacesId }) => replacesId));
  return all.filter(({ id }) => !replaced.has(id));
}

/**
 * Refuses a confirmation that the delivery cannot have, or that counts mass twice.
 * @param earlier confirmations of the same delivery
 * @throws Problem `confirmation-not-for-kind`, `confirmation-unproved`, `confirmation-not-its-correction`,
 *   `confirmation-exists`, `confirmation-exceeds-delivery`, `confirmation-early`
 */
export function refuseConfirmation(
  confirmation: UseConfirmation,
  delivery: Delivery,
  earlier: readonly UseConfirmation[],
): void {
  const { massGrams, confirmedOn, confirmedById, fileId, replacesId, number } = confirmation;
  const { id, kind, leftOn } = delivery;
  if (kind === 'disposal') throw useProblem('confirmation-not-for-kind', { dispositionId: id, pointer: '#/params/id' });
  if (fileId === null && confirmedById === delivery.partyId) {
    throw useProblem('confirmation-unproved', { pointer: '#/body/fileId' });
  }
  if (confirmedOn < leftOn) {
    throw useProblem('confirmation-early', { confirmedOn, leftOn, pointer: '#/body/confirmedOn' });
  }
  const valid = validConfirmations(earlier);
  if (replacesId !== null) {
    const replaced = valid.find((one) => one.id === replacesId);
    if (replaced?.confirmedById !== confirmedById || replaced.number !== number) {
      throw useProblem('confirmation-not-its-correction', { replacesId, pointer: '#/body/replacesId' });
    }
  } else if (earlier.some((one) => one.number === number)) {
    throw useProblem('confirmation-exists', { number, pointer: '#/body/number' });
  }
  // A buyer states what its own scale shows. A rate compares it with the books.
  if (kind === 'sale' && confirmedById !== delivery.partyId) return;
  const isCounted = (one: UseConfirmation) => kind === 'use' || one.confirmedById === confirmedById;
  const others = valid
    .filter((one) => one.id !== replacesId && isCounted(one))
    .reduce((sum, one) => sum + one.massGrams, 0);
  if (others + massGrams > delivery.massGrams) {
    const facts = { deliveredGrams: delivery.massGrams, confirmedGrams: others, statedGrams: massGrams };
    throw useProblem('confirmation-exceeds-delivery', { ...facts, pointer: '#/body/massGrams' });
  }
}
