/** Which steps of a manifest an organisation may still take part in, by where it stands in the register. */
import type { UserStep } from './command.ts';
import type { ManifestState } from './document.ts';
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

/** Where an organisation stands, as the register has it. */
export type Standing = 'registered' | 'under_review' | 'active' | 'suspended' | 'closed';

/** `begun`: only for a load that was handed over while it was active. */
export type May = 'yes' | 'begun' | 'no';

/** Turning a load away and ending the paper work are open to everybody: else a load would be stuck for ever. */
const ENDS = { arrive: 'yes', reject: 'yes', close: 'yes', cancel: 'yes' } as const;
const BEGINS_NOT = { submit: 'no', register_paper: 'no', backfill: 'no', hand_over: 'no' } as const;
const DECIDES_NOT = { accept: 'no', accept_partially: 'no', dispute: 'no' } as const;

/**
 * Who is suspended begins nothing, and brings to its end what was on the road before: its carrier departs with the load
 * that it holds, its receiver decides as it would have. Who is closed has no business to put a load into, so its
 * receiver can only turn away what comes.
 */
export const MAY: Record<Standing, Record<UserStep, May>> = {
  registered: { ...BEGINS_NOT, ...DECIDES_NOT, depart: 'no', ...ENDS },
  under_review: { ...BEGINS_NOT, ...DECIDES_NOT, depart: 'no', ...ENDS },
  active: {
    submit: 'yes',
    register_paper: 'yes',
    backfill: 'yes',
    hand_over: 'yes',
    depart: 'yes',
    accept: 'yes',
    accept_partially: 'yes',
    dispute: 'yes',
    ...ENDS,
  },
  suspended: {
    ...BEGINS_NOT,
    depart: 'begun',
    accept: 'begun',
    accept_partially: 'begun',
    dispute: 'begun',
    ...ENDS,
  },
  closed: { ...BEGINS_NOT, ...DECIDES_NOT, depart: 'begun', ...ENDS },
};

/**
 * Whether a step may be taken.
 * @param at where the organisation stood when the step was taken
 * @param begun where it stood when the load was handed over; null while it is not
 */
export function mayTake(step: UserStep, at: Standing, begun: Standing | null): boolean {
  const may = MAY[at][step];
  return may === 'yes' || (may === 'begun' && begun === 'active');
}

/**
 * On which manifests somebody is waited for, by its role: who is closed leaves none of them behind. A draft binds nobody,
 * and a load that is not handed over can be cancelled by its consignor.
 */
export const AWAITED: Record<Concerned, readonly ManifestState[]> = {
  consignor: [
    ...(['offline_paper', 'submitted', 'handed_over', 'in_transit', 'arrived'] as const),
    ...(['disputed', 'accepted', 'partially_accepted', 'rejected'] as const),
  ],
  carrier: ['submitted', 'handed_over', 'in_transit'],
  receiver: ['submitted', 'handed_over', 'in_transit', 'arrived', 'disputed'],
};
