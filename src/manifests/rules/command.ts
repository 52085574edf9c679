/** Commands of the use cases, and the manifest as stored here. */
import type { Actor } from '../../core/actor.ts';
import type { ManifestDeadlines } from '../law/deadlines.ts';
import type { ManifestLaw } from '../law/manifest-law.ts';
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
    /** Code of the list `packaging`. */
    readonly packaging: string;
    readonly packages: number;
  }[];
};

/** A decision as the receiver enters it. The law of its day decides whether a difference is significant. */
type DecisionRequest = Omit<Decision, 'significantDifference'>;

/** Requests of users by step. Look-ups complete them to the inputs of steps. `number` is a step of the national system. */
export type StepRequests = Omit<StepInputs, 'submit' | 'backfill' | 'number' | DecisionStepName> & {
  readonly submit: { readonly at: string };
  /** If absent, the instant given at the registration of the paper manifest is used. */
  readonly backfill: { readonly at: string; readonly transferCompletedAt: string | null };
  readonly accept: DecisionRequest;
  readonly accept_partially: DecisionRequest;
  /** If absent, all lines are refused with the mass sent. */
  readonly reject: Omit<DecisionRequest, 'lines'> & { readonly lines: readonly DecisionLine[] | null };
};
type DecisionStepName = 'accept' | 'accept_partially' | 'reject';

export type UserStep = keyof StepRequests;

/** A user's step with its input: `{ step: 'depart', input: { at, plates, … } }`. */
export type StepRequest = { [Step in UserStep]: { readonly step: Step; readonly input: StepRequests[Step] } }[UserStep];

/** A step with the input that other systems receive too. */
export type TakenStep = {
  [Step in ManifestStep]: { readonly step: Step; readonly input: StepInputs[Step] };
}[ManifestStep];

export type TakeStep = StepRequest & {
  readonly actor: Actor;
  readonly law: ManifestLaw;
  readonly id: string;
  /** Version that the user saw; null to take the step on any version. */
  readonly ifVersion: number | null;
};

/** A step that another authority took and sent, with the resulting document and its digest. */
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

/** `actor.source` names the sender: `partner:44` or `national`. */
export type ApplyStep = StepMessage & { readonly actor: Actor; readonly law: ManifestLaw };

/**
 * Outcome of a replayed step. `already`: known with the same digest. `waiting`: its predecessor has not arrived yet, send
 * it again. `conflict`: this system has another step for the version, or computes another digest. A conflict is recorded
 * and overwrites nothing.
 */
export type Applied = {
  readonly outcome: 'applied' | 'already' | 'waiting' | 'conflict';
  /** Digest of that version in this system; null when this system does not have the version. */
  readonly digest: string | null;
  /** The number of the manifest in the other system and in this one; absent when they are the same. */
  readonly numbers?: { readonly stated: string; readonly held: string };
};

export type AssignNumber = {
  readonly actor: Actor;
  readonly id: string;
  readonly number: string;
  /** The instant of issue; null when the national system does not report it, then the current time is used. */
  readonly at: string | null;
};

/** A manifest as stored here: the document, and facts that only this system has. */
export type Manifest = ManifestDeadlines & {
  readonly document: ManifestDocument;
  readonly digest: string;
  /** True when the national system itself gave this number to this province; false while only another province says it. */
  readonly numberConfirmed: boolean;
  readonly consignorId: string;
  readonly carrierId: string;
  readonly receiverId: string;
  readonly consignorSiteId: string | null;
  readonly receiverSiteId: string | null;
  /** Batches of each line, in the order of the lines. */
  readonly accounts: readonly LineAccounts[];
  /** Warnings of the steps taken in this province, in the order of the steps. */
  readonly warnings: readonly Warning[];
  /** Licence whose approved annual scale the acceptance counts against; null before it, and when it is of another province. */
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
