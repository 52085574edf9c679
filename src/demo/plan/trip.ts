/** A trip of a load: its parties, its content, and the steps recorded on the way. */
import type { Amount, Group } from './battery.ts';
import type { Enterprise } from './enterprise.ts';

export type Course = {
  readonly kind: 'accepted' | 'partial' | 'disputed' | 'rejected' | 'cancelled';
  /** When the receiver decides, where that is not soon after the arrival. */
  readonly decidesAt?: number;
  /** Parts per thousand by which the receiver's scale differs from the consignor's on every line. */
  readonly differencePerMille?: number;
  /** Written on paper, because the system of the consignor was down. */
  readonly onPaper?: boolean;
};

export type LoadLine = Group &
  Amount & {
    readonly line: number;
    /** The batches that are merged for it. */
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
  /** As it is posted. */
  readonly body: object;
};

/** A load to be, before it is known what it will hold. */
export type Trip = {
  readonly at: number;
  readonly consignor: Enterprise;
  readonly carrier: Enterprise;
  readonly receiver: Enterprise;
  readonly course: Course;
};
