/** Accounts that movements lead from and to. */
import { BOUNDARIES, type MOVEMENT_KINDS } from '../../../src/batches/movement.ts';

type Kind = (typeof MOVEMENT_KINDS)[number];
export type End = (typeof BOUNDARIES)[number] | 'batch';

/** Accounts that a movement of each kind leads from and to, as the use cases make it. A new kind does not compile without. */
export const ENDS: Readonly<Record<Kind, { readonly from: readonly End[]; readonly to: readonly End[] }>> = {
  generation: { from: ['generation'], to: ['batch'] },
  split: { from: ['batch'], to: ['batch'] },
  merge: { from: ['batch'], to: ['batch'] },
  dispatch: { from: ['batch'], to: ['batch'] },
  arrival: { from: ['batch', 'elsewhere'], to: ['batch'] },
  departure: { from: ['batch'], to: ['elsewhere'] },
  return: { from: ['batch'], to: ['batch'] },
  weighing_difference: { from: ['batch', 'adjustment'], to: ['batch', 'adjustment'] },
  supply: { from: ['supply'], to: ['batch'] },
  feed: { from: ['batch'], to: ['batch'] },
  output: { from: ['batch'], to: ['batch'] },
  process_difference: { from: ['batch', 'adjustment'], to: ['batch', 'loss'] },
  sale: { from: ['batch'], to: ['sale'] },
  disposal: { from: ['batch'], to: ['loss'] },
  stock_adjustment: { from: ['batch', 'adjustment'], to: ['batch', 'adjustment'] },
  correction: { from: ['batch', ...BOUNDARIES], to: ['batch', ...BOUNDARIES] },
};
