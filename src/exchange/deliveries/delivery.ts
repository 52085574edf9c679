/** Deliveries: one message to one counterpart, from the moment it is due until its receipt is recorded. */
import type { StepEntryKind } from '../../manifests/rules.ts';
import type { Outcome, Refusal } from '../messages/message.ts';

/**
 * `due`: to be sent, now or later. `acknowledged`: the counterpart has applied it. `parked`: the counterpart refused it,
 * and it waits for a person. `resent`: a person sent it again as another delivery.
 */
export const DELIVERY_STATES = ['due', 'acknowledged', 'parked', 'resent'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A message that is being delivered. */
export type Delivery = {
  readonly id: string;
  readonly partnerCode: string;
  readonly entryIndex: number;
  readonly kind: StepEntryKind;
  readonly manifestId: string;
  readonly manifestVersion: number;
  /** The signed text. */
  readonly message: string;
  /** Stored before it is first sent, and always sent unchanged. */
  readonly envelope: string | null;
  readonly attempts: number;
};

/** Outcome of a delivery as a receipt reports it, with the receipt as received. */
export type Settlement = {
  readonly id: string;
  readonly outcome: Outcome;
  readonly digest: string | null;
  readonly problem: Refusal | null;
  readonly manifestNumber: string | null;
  readonly receipt: string;
};

/** State of a delivery after each outcome. */
export const STATE_AFTER: Readonly<Record<Outcome, DeliveryState>> = {
  applied: 'acknowledged',
  already: 'acknowledged',
  waiting: 'due',
  refused: 'parked',
  conflict: 'parked',
};

const FIRST_PAUSE_MS = 500;
/** One attempt each half minute costs neither side anything. */
const BRIEF_PAUSE_MAX_MS = 30_000;

/**
 * Returns the pause in milliseconds after the n-th failure in a row (n from 1). It grows exponentially from 0.5 s to the
 * limit, with full jitter, so that a counterpart that comes back is not flooded.
 * @param chance 0 to 1, drawn at random
 */
export function pauseMs(failures: number, limitMs: number, chance: number): number {
  return Math.round(chance * Math.min(limitMs, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 30)));
}

/**
 * Returns the pause after the n-th failure in a row that usually ends within seconds: the partner restarts and was not reached
 * at all, or it waits for an earlier step.
 */
export function briefPauseMs(failures: number, limitMs: number, chance: number): number {
  return pauseMs(failures, Math.min(limitMs, BRIEF_PAUSE_MAX_MS), chance);
}

/** Returns the first deliveries that fit into one request, by number and by bytes of envelopes; at least one. */
export function firstBatch<Sized extends { readonly message: string }>(
  deliveries: readonly Sized[],
  limit: { readonly messages: number; readonly bytes: number },
): Sized[] {
  let bytes = 0;
  const end = deliveries.findIndex(({ message }, at) => {
    // Base64 takes four bytes for three; header and signature take less than a kilobyte.
    bytes += Math.ceil((Buffer.byteLength(message) * 4) / 3) + 1_024;
    return at >= limit.messages || (at > 0 && bytes > limit.bytes);
  });
  return deliveries.slice(0, end < 0 ? undefined : end);
}

/** A counterpart's copy of a manifest, as far as this system knows it. */
export type CopyStatus = {
  /** Highest version that the counterpart has acknowledged or sent; null without one. */
  readonly version: number | null;
  readonly digest: string | null;
  /** Number of messages about this manifest that are not acknowledged yet. */
  readonly due: number;
  readonly parked: number;
  /** True while its statement about the number is in an open clash with the copy here. */
  readonly contradicts: boolean;
};

/**
 * Compares a counterpart's copy with ours. `false`: its digest of the same version differs, a message is
 * parked, or it contradicts the number here. A receipt names our digest, also for a message under another number.
 * `pending`: it has not acknowledged our version yet. `true`: both hold the same.
 */
export function agreement(
  own: { readonly version: number; readonly digestOf: (version: number) => string | undefined },
  { version, digest, due, parked, contradicts }: CopyStatus,
): boolean | 'pending' {
  if (parked > 0 || contradicts) return false;
  if (version === null || digest === null) return 'pending';
  const ours = own.digestOf(version);
  if (ours === undefined) return 'pending';
  if (ours !== digest) return false;
  return due > 0 || version < own.version ? 'pending' : true;
}
