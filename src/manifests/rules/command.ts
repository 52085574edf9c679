/** What the use cases are told and what they answer. */
import type { Actor } from '../../core/actor.ts';
import type { DocumentSite, ManifestDocument } from './document.ts';
import type { Decision, DecisionLine, ManifestStep, StepInputs } from './step.ts';
import type { Warning } from './warning.ts';

export type DraftManifest = {
  readonly carrierId: string;
  readonly receiverId: string;
  readonly consignorSiteId: string;
  /** A registered site of the receiver, or null when `receiverSite` describes one of another province. */
  readonly receiverSiteId: string | null;
  readonly receiverSite: DocumentSite | null;
  readonly lines: readonly {
    readonly batchId: string;
    readonly massGrams: number;
    readonly pieces: number;
    /** Code of the list `codes.packaging`. */
    readonly packaging: string;
    readonly packages: number;
  }[];
};

/** A decision as the receiver says it; whether a difference is significant is found by the law of the day. */
type DecisionRequest = Omit<Decision, 'significantDifference'>;

/** What a user says with a step; what is looked up is added to it before the step is taken. `number` is no user's step. */
export type StepRequests = Omit<StepInputs, 'submit' | 'backfill' | 'number' | DecisionStepName> & {
  readonly submit: { readonly at: string };
  /** Without an instant, the one given when the paper was registered counts. */
  readonly backfill: { readonly at: string; readonly transferCompletedAt: string | null };
  readonly accept: DecisionRequest;
  readonly accept_partially: DecisionRequest;
  /** Without lines everything is refused as it was sent. */
  readonly reject: Omit<DecisionRequest, 'lines'> & { readonly lines: readonly DecisionLine[] | null };
};
type DecisionStepName = 'accept' | 'accept_partially' | 'reject';

export type UserStep = keyof StepRequests;

/** A user's step with what belongs to it: `{ step: 'depart', input: { at, plates, … } }`. */
export type StepRequest = { [Step in UserStep]: { readonly step: Step; readonly input: StepRequests[Step] } }[UserStep];

export type TakeStep = StepRequest & {
  readonly actor: Actor;
  readonly id: string;
  /** Version the user decided on; null to take the step on whatever version there is. */
  readonly ifVersion: number | null;
};

/** A step that another authority took and tells us, with the document and digest it came to. */
export type StepMessage = {
  [Step in ManifestStep]: {
    readonly manifestId: string;
    readonly version: number;
    readonly step: Step;
    readonly input: StepInputs[Step];
    readonly document: ManifestDocument;
    readonly digest: string;
  };
}[ManifestStep];

/** `actor.source` says who tells it: `partner:44` or `national`. */
export type ApplyStep = StepMessage & { readonly actor: Actor };

/**
 * What became of a told step. `already`: known with the same digest. `waiting`: its predecessor is not here yet, tell it
 * again. `conflict`: we hold something else for this version, or come to another digest; recorded, nothing overwritten.
 */
export type Applied = {
  readonly outcome: 'applied' | 'already' | 'waiting' | 'conflict';
  /** Our digest of that version; null when we do not have it. */
  readonly digest: string | null;
};

export type AssignNumber = {
  readonly actor: Actor;
  readonly id: string;
  readonly number: string;
  /** When the national system issued it; the clock when it does not say. */
  readonly at: string | null;
};

/** A manifest as it is kept here: the document and what only this system knows of it. */
export type Manifest = {
  readonly document: ManifestDocument;
  readonly digest: string;
  readonly consignorId: string;
  readonly carrierId: string;
  readonly receiverId: string;
  readonly consignorSiteId: string | null;
  readonly receiverSiteId: string | null;
  /** Batches behind the lines, in their order. */
  readonly accounts: readonly LineAccounts[];
  readonly confirmationDueOn: string | null;
  /** Whether the receiver confirmed after that day; null before the decision or without a due day. */
  readonly late: boolean | null;
  readonly backfillDueOn: string | null;
  readonly backfilledLate: boolean | null;
  /** What its steps in this province were warned of, in their order. */
  readonly warnings: readonly Warning[];
  /** The licence whose annual scale the acceptance counts against; null before it, and where it is another province's. */
  readonly acceptedLicenceId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type LineAccounts = {
  readonly line: number;
  readonly batchId: string | null;
  readonly transitBatchId: string | null;
  readonly receivedBatchId: string | null;
  readonly returnedBatchId: string | null;
};
