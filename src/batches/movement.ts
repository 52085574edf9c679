/** Movements of mass from one account to another. Both ends are named, so mass neither appears nor vanishes. */
import type { Grams } from '../core/mass.ts';

/** Reasons for which mass moves. */
export const MOVEMENT_KINDS = [
  'generation',
  'split',
  'merge',
  'dispatch',
  'arrival',
  'departure',
  'return',
  'weighing_difference',
  'supply',
  'feed',
  'output',
  'process_difference',
  'sale',
  'disposal',
  'stock_adjustment',
  'correction',
] as const;
type MovementKind = (typeof MOVEMENT_KINDS)[number];

/**
 * Boundary accounts, which close the books. `generation`: waste arises. `elsewhere`: the books of another province.
 * `supply`: bought feed and reagents. `sale`, `loss`: mass leaves permanently. `adjustment`: differences of weighing and
 * counting. A correction may lead back to the account that its original came from.
 */
export const BOUNDARIES = ['generation', 'elsewhere', 'supply', 'sale', 'loss', 'adjustment'] as const;
type Boundary = (typeof BOUNDARIES)[number];

/** One end of a movement: a batch or a boundary account. */
export type From = { readonly batchId: string } | { readonly boundary: Boundary };
export type To = From;

export type Movement = {
  readonly kind: MovementKind;
  readonly from: From;
  readonly to: To;
  /** Whole grams. Mass, pieces or both are greater than 0. */
  readonly massGrams: Grams;
  readonly pieces: number;
  /**
   * Record that proves the movement: `manifest:<id>`, `run:<id>`, `disposition:<id>` or `supply:<id>`; null when the
   * batch itself is the record.
   */
  readonly evidence: string | null;
  /** The movement whose mass or pieces this one corrects, only for the kind `correction`. */
  readonly correctsId?: number;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
};
