/** A trip of a load: its parties, its content, and the steps recorded on the way. */
import type { Amount, Group } from './battery.ts';
import type { Enterprise } from './enterprise.ts';

export type Course = {
  readonly kind: 'accepted' | 'partial' | 'disputed' | 'rejected' | 'cancelled';
  /** Moment of the receiver's decision, if it is not soon after the arrival. */
  readonly decidesAt?: number;
  /** Difference between the scales of receiver and consignor on every line, in parts per thousand. */
  readonly differencePerMille?: number;
  /** The manifest is on paper, because the consignor's system was down. */
  readonly onPaper?: boolean;
};

export type LoadLine = Group &
  Amount & {
    readonly line: number;
    /** Names of the batches in the plan that are merged for the load. */
    readonly refs: readonly string[];
    readonly packaging: string;
    readonly packages: number;
  };

export type StepName =
  | 'submit'
  | 'register-paper'
  | 'backfill'
  | 'hand-over'
  | 'depart'
  | 'arrive'
  | 'accept'
  | 'accept-partially'
  | 'reject'
  | 'dispute'
  | 'close'
  | 'cancel';

export type Step = {
  readonly step: StepName;
  readonly by: 'consignor' | 'carrier' | 'receiver';
  readonly side: 'origin' | 'destination';
  readonly at: number;
  /** A step in the form of its request. */
  readonly body: object;
};

/** A planned load whose content is not known yet. */
export type Trip = {
  readonly at: number;
  readonly consignor: Enterprise;
  readonly carrier: Enterprise;
  readonly receiver: Enterprise;
  readonly course: Course;
};
