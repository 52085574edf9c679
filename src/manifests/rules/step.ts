/**
 * Inputs of steps. They are plain JSON and contain everything that a step depends on. A replay with the same input on
 * the same document leads to the same document.
 */
import type { TransportMode } from './document.ts';

/** Time of the event: an ISO string in UTC with milliseconds. */
type At = { readonly at: string };

/** The finding and decision of the receiver for one line. Weighed mass is accepted plus refused mass. */
export type DecisionLine = {
  readonly line: number;
  readonly acceptedGrams: number;
  readonly acceptedPieces: number;
  readonly refusedGrams: number;
  readonly refusedPieces: number;
  /** Code such as `R4`; null when no mass of the line is accepted. */
  readonly treatmentMethod: string | null;
};

/** The receiver's decision (Order 23, Art 12 and 18). The law of the receiver's side defines "significant". */
export type Decision = At & {
  readonly lines: readonly DecisionLine[];
  readonly significantDifference: boolean;
  readonly differenceKinds: readonly string[];
  readonly remarks: string | null;
};

/** Returned amount of a line that was refused in full or in part. */
export type ReturnLine = { readonly line: number; readonly returnedGrams: number; readonly returnedPieces: number };

/** Results of the licence check at submission. */
type Checked = { readonly receiverLicence: string; readonly transportMode: TransportMode };

/** Kinds of the journal entries of steps, and of the messages that send them. */
export const STEP_ENTRIES = [
  'manifest.submitted',
  'manifest.paper_registered',
  'manifest.backfilled',
  'manifest.numbered',
  'manifest.handed_over',
  'manifest.departed',
  'manifest.arrived',
  'manifest.accepted',
  'manifest.partially_accepted',
  'manifest.rejected',
  'manifest.disputed',
  'manifest.closed',
  'manifest.cancelled',
] as const;
export type StepEntryKind = (typeof STEP_ENTRIES)[number];

export type StepInputs = {
  readonly submit: At & Checked;
  readonly register_paper: At & {
    readonly number: string;
    readonly reason: string;
    readonly transferCompletedAt: string | null;
  };
  readonly backfill: At & Checked & { readonly transferCompletedAt: string };
  readonly number: At & { readonly number: string };
  readonly hand_over: At;
  readonly depart: At & {
    readonly plates: readonly string[];
    readonly permitNumber: string | null;
    readonly driver: string | null;
    readonly from: string;
    readonly via: string | null;
    readonly protections: readonly string[];
  };
  readonly arrive: At;
  readonly accept: Decision;
  readonly accept_partially: Decision;
  readonly reject: Decision;
  readonly dispute: At & { readonly differenceKinds: readonly string[]; readonly remarks: string | null };
  readonly close: At & { readonly lines: readonly ReturnLine[]; readonly remarks: string | null };
  readonly cancel: At & { readonly reason: string | null };
};

export type ManifestStep = keyof StepInputs;
export type StepInput = StepInputs[ManifestStep];
