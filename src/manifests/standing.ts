/** Who must be in good standing when a step is taken. */
import type { UserStep } from './command.ts';
import type { Role } from './manifest.ts';

type Concerned = Exclude<Role, 'national'>;
const ALL: readonly Concerned[] = ['consignor', 'carrier', 'receiver'];

/**
 * Whose state counts for each step: of whoever takes it; and of all three when a transfer begins, when it goes out of
 * the consignor's hands, and when it is re-entered from paper.
 */
export const CONCERNED: Record<UserStep, readonly Concerned[]> = {
  submit: ALL,
  register_paper: ALL,
  backfill: ALL,
  hand_over: ALL,
  depart: ['carrier'],
  arrive: ['receiver'],
  accept: ['receiver'],
  accept_partially: ['receiver'],
  reject: ['receiver'],
  dispute: ['receiver'],
  close: ['consignor'],
  cancel: ['consignor'],
};
