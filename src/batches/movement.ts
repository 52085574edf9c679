/** Movements: how mass goes from one account to another. Both ends are named, so nothing appears and nothing vanishes. */
import type { Grams } from '../core/mass.ts';

/** Why mass moves. */
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
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/**
 * Accounts at the edge of the books. `generation`: waste comes into being. `elsewhere`: the books of another province.
 * `supply`: bought feed and reagents. `sale`, `loss`: what leaves for good. `adjustment`: differences of weighing and
 * counting.
 */
export type SourceBoundary = 'generation' | 'elsewhere' | 'supply' | 'adjustment';
export type SinkBoundary = 'elsewhere' | 'loss' | 'sale' | 'adjustment';

/** One end of a movement: a batch or a boundary account. */
export type From = { readonly batchId: string } | { readonly boundary: SourceBoundary };
export type To = { readonly batchId: string } | { readonly boundary: SinkBoundary };

export type Movement = {
  readonly kind: MovementKind;
  readonly from: From;
  readonly to: To;
  /** Mass, pieces or both must be more than nothing. */
  readonly massGrams: Grams;
  readonly pieces: number;
  /** The record that proves it: `manifest:<id>`, `run:<id>`, `stock-count:<id>`; null when the batch itself does. */
  readonly evidence: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
};
