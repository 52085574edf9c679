/** Steps of a manifest that an organisation may take part in, by its state in the register. */
import type { Manifest, UserStep } from '../rules/command.ts';
import type { ManifestState } from '../rules/document.ts';
import type { PartyRole } from '../rules/manifest.ts';

/** States of an organisation in the register. */
export type PartyState = 'registered' | 'under_review' | 'active' | 'suspended' | 'closed';

/** `begun`: only for a load that was handed over while the organisation was active. */
export type May = 'yes' | 'begun' | 'no';

/** Rejecting a load and finishing the paperwork are always allowed: otherwise a load could be stuck. */
const ENDS = { arrive: 'yes', reject: 'yes', close: 'yes', cancel: 'yes' } as const;
const BEGINS_NOT = { submit: 'no', register_paper: 'no', backfill: 'no', hand_over: 'no' } as const;
const DECIDES_NOT = { accept: 'no', accept_partially: 'no', dispute: 'no' } as const;

/**
 * A suspended organisation begins nothing and finishes loads that were under way: its carrier may depart, its receiver
 * may decide. A closed organisation has no stock, so its receiver can only reject loads.
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
 * @param at its state at the step
 * @param begun its state at the hand-over of the load; null before the hand-over
 */
export function mayTake(step: UserStep, at: PartyState, begun: PartyState | null): boolean {
  const may = MAY[at][step];
  return may === 'yes' || (may === 'begun' && begun === 'active');
}

/**
 * States in which a manifest waits for an organisation, by its role. An organisation with such manifests cannot be
 * closed. A draft does not count, nor does a load that was not handed over: its consignor can cancel it.
 */
export const AWAITED: Record<PartyRole, readonly ManifestState[]> = {
  consignor: [
    ...(['offline_paper', 'submitted', 'handed_over', 'in_transit', 'arrived'] as const),
    ...(['disputed', 'accepted', 'partially_accepted', 'rejected'] as const),
  ],
  carrier: ['submitted', 'handed_over', 'in_transit'],
  receiver: ['submitted', 'handed_over', 'in_transit', 'arrived', 'disputed'],
};

type Named = Pick<Manifest, 'consignorId' | 'carrierId' | 'receiverId' | 'document'>;

/** Ids of all organisations of a manifest. */
export const partiesOf = ({ consignorId, carrierId, receiverId }: Omit<Named, 'document'>): string[] => [
  ...[consignorId, carrierId, receiverId],
];

/** Ids of the organisations that may write on a manifest: the consignor alone until it is submitted. */
export const namedParties = (manifest: Named): string[] =>
  manifest.document.version === 0 ? [manifest.consignorId] : partiesOf(manifest);
