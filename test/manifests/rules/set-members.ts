/** Members of a manifest that are set in each state, and members that are still empty in it. */
import type { ManifestDocument, ManifestState } from '../../../src/manifests/rules/document.ts';

/** Members that are empty in a draft and that a step may set. */
export type Nullable = {
  [Member in keyof ManifestDocument]: null extends ManifestDocument[Member] ? Member : never;
}[keyof ManifestDocument];

type Members = readonly Nullable[];

const SUBMITTED: Members = ['receiverLicence', 'transportMode', 'submittedAt'];
const HANDED_OVER: Members = [...SUBMITTED, 'handedOverAt'];
const IN_TRANSIT: Members = [...HANDED_OVER, 'transport', 'departedAt'];
const ARRIVED: Members = [...IN_TRANSIT, 'arrivedAt'];
const DECIDED: Members = [...ARRIVED, 'significantDifference', 'decidedAt'];

const NOT_CANCELLED: Members = ['cancellationReason', 'cancelledAt'];
const NOT_CLOSED: Members = ['closingRemarks', 'closedAt', ...NOT_CANCELLED];
const NOT_DECIDED: Members = ['significantDifference', 'decidedAt', ...NOT_CLOSED];
const NOT_DISPUTED: Members = ['remarks', 'disputedAt', ...NOT_DECIDED];
const NOT_ARRIVED: Members = ['arrivedAt', ...NOT_DISPUTED];
const NOT_DEPARTED: Members = ['transport', 'departedAt', ...NOT_ARRIVED];
const NOT_HANDED_OVER: Members = ['handedOverAt', ...NOT_DEPARTED];
const NOT_SUBMITTED: Members = [...SUBMITTED, 'number', 'numberedAt', ...NOT_HANDED_OVER];

const decided = { required: DECIDED, empty: NOT_CLOSED };

/** Set and empty members of each state. All other members may be either. */
export const SET_IN: Readonly<Record<ManifestState, { readonly required: Members; readonly empty: Members }>> = {
  draft: { required: [], empty: ['paper', ...NOT_SUBMITTED] },
  offline_paper: { required: ['paper'], empty: NOT_SUBMITTED },
  submitted: { required: SUBMITTED, empty: NOT_HANDED_OVER },
  handed_over: { required: HANDED_OVER, empty: NOT_DEPARTED },
  in_transit: { required: IN_TRANSIT, empty: NOT_ARRIVED },
  arrived: { required: ARRIVED, empty: NOT_DISPUTED },
  disputed: { required: [...ARRIVED, 'disputedAt'], empty: NOT_DECIDED },
  accepted: decided,
  partially_accepted: decided,
  rejected: decided,
  closed: { required: [...DECIDED, 'closedAt'], empty: NOT_CANCELLED },
  cancelled: {
    required: ['cancelledAt'],
    empty: NOT_HANDED_OVER.filter((member) => !NOT_CANCELLED.includes(member)),
  },
};
