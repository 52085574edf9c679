/** Steps of a manifest that an organisation may take part in, by its state in the register. */
import type { UserStep } from '../rules/command.ts';
import type { ManifestState } from '../rules/document.ts';
import type { PartyRole } from '../rules/manifest.ts';

/** States of an organisation in the register. */
export type PartyState = 'registered' | 'under_review' | 'active' | 'suspended' | 'closed';

/** `begun`: only for a load that was handed over while the organisation was active. */
export type May = 'yes' | 'begun' | 'no';

/** Turning a load away and ending the paper work are open to everybody: else a load would be stuck. */
const ENDS = { arrive: 'yes', reject: 'yes', close: 'yes', cancel: 'yes' } as const;
const BEGINS_NOT = { submit: 'no', register_paper: 'no', backfill: 'no', hand_over: 'no' } as const;
const DECIDES_NOT = { accept: 'no', accept_partially: 'no', dispute: 'no' } as const;

/**
 * A suspended organisation begins nothing, and ends what was on the road before: its carrier departs with the load that
 * it holds, its receiver decides as before. A closed organisation has no stock to put a load into, so its receiver can
 * only turn loads away.
 */
export const MAY: Record<PartyState, Record<UserStep, May>> = {
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
 * Returns true when an organisation may take part in a step.
 * @param at its state when the step was taken
 * @param begun its state when the load was handed over; null before that
 */
export function mayTake(step: UserStep, at: PartyState, begun: PartyState | null): boolean {
  const may = MAY[at][step];
  return may === 'yes' || (may === 'begun' && begun === 'active');
}

/**
 * States in which a manifest waits for an organisation, by its role: an organisation that closes leaves none behind. A
 * draft binds nobody, and a load that is not handed over can be cancelled by its consignor.
 */
export const AWAITED: Record<PartyRole, readonly ManifestState[]> = {
  consignor: [
    ...(['offline_paper', 'submitted', 'handed_over', 'in_transit', 'arrived'] as const),
    ...(['disputed', 'accepted', 'partially_accepted', 'rejected'] as const),
  ],
  carrier: ['submitted', 'handed_over', 'in_transit'],
  receiver: ['submitted', 'handed_over', 'in_transit', 'arrived', 'disputed'],
};
