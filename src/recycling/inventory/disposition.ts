/**
 * Dispositions: mass that leaves the enterprise permanently. A `sale` is of products. A `use` is of by-products and
 * residues that the receiver uses; a `disposal`, of those without use. Lead in a use counts as recovered only with the
 * receiver's confirmation; otherwise it counts as lost.
 */
import type { UseFate } from '../../core/battery-fractions.ts';
import type { OutputRole } from '../material.ts';
import { recyclingProblem } from '../problems.ts';

export const DISPOSITION_KINDS = ['sale', 'use', 'disposal'] as const;
export type DispositionKind = (typeof DISPOSITION_KINDS)[number];

export type Disposition = {
  readonly id: string;
  readonly partyId: string;
  readonly batchId: string;
  readonly kind: DispositionKind;
  readonly massGrams: number;
  readonly receiverName: string;
  readonly contractNumber: string | null;
  /** Number of the receiver's confirmation that the material was used. */
  readonly confirmationNumber: string | null;
  /** The receiver, when it is registered. */
  readonly receiverId: string | null;
  /** Code of the list `uses` that the recycler declared, and its fate by the law of the day. */
  readonly use: string | null;
  readonly useFate: UseFate | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
};

/** Kinds of batch that each disposition may take from. */
const ALLOWED: Record<DispositionKind, readonly OutputRole[]> = {
  sale: ['product'],
  use: ['by_product', 'residue'],
  disposal: ['by_product', 'residue'],
};

/** Movement and boundary account of each disposition. */
export const LEAVES_BY = {
  sale: { movement: 'sale', boundary: 'sale' },
  use: { movement: 'sale', boundary: 'sale' },
  disposal: { movement: 'disposal', boundary: 'loss' },
} as const satisfies Record<DispositionKind, object>;

/** Refuses a disposition of a batch of another kind. @throws Problem `disposition-not-for-kind` */
export function refuseDisposition(kind: DispositionKind, batch: { readonly id: string; readonly kind: string }): void {
  if (!ALLOWED[kind].some((role) => role === batch.kind)) {
    throw recyclingProblem('disposition-not-for-kind', {
      batchId: batch.id,
      batchKind: batch.kind,
      disposition: kind,
      allowed: ALLOWED[kind],
      pointer: '#/body/kind',
    });
  }
}
