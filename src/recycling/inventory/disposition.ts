/**
 * Dispositions: what leaves the enterprise for good. A `sale` is of products, a `use` is of by-products and residues that
 * somebody takes to use, a `disposal` is of what nobody uses. Lead in a use counts as recovered only when the receiver's
 * confirmation is on record; without it, it counts as lost.
 */
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
  readonly occurredAt: Date;
  readonly recordedAt: Date;
};

/** Kinds of batch that each disposition is for. */
const ALLOWED: Record<DispositionKind, readonly OutputRole[]> = {
  sale: ['product'],
  use: ['by_product', 'residue'],
  disposal: ['by_product', 'residue'],
};

/** How mass leaves the books. */
export const LEAVES_BY = {
  sale: { movement: 'sale', boundary: 'sale' },
  use: { movement: 'sale', boundary: 'sale' },
  disposal: { movement: 'disposal', boundary: 'loss' },
} as const satisfies Record<DispositionKind, object>;

/** @throws Problem `disposition-not-for-kind` */
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
