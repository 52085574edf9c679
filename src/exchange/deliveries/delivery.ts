/** Deliveries: one message to one counterpart, from the moment it is due until its receipt is filed. */
import type { Outcome, Refusal } from '../messages/message.ts';

/**
 * `due`: to be sent, now or later. `acknowledged`: the counterpart has applied it. `parked`: the counterpart refused it,
 * and somebody has to look. `resent`: somebody did, and another delivery took its place.
 */
export const DELIVERY_STATES = ['due', 'acknowledged', 'parked', 'resent'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A message on its way. */
export type Delivery = {
  readonly id: string;
  readonly partnerCode: string;
  readonly entryIndex: number;
  readonly kind: string;
  readonly manifestId: string;
  readonly manifestVersion: number;
  /** The signed text. */
  readonly message: string;
  /** Stored before it is first sent, and sent unchanged ever after. */
  readonly envelope: string | null;
  readonly attempts: number;
};

/** What a receipt says about a delivery, and the receipt itself as it was received. */
export type Settlement = {
  readonly id: string;
  readonly outcome: Outcome;
  readonly digest: string | null;
  readonly problem: Refusal | null;
  readonly manifestNumber: string | null;
  readonly receipt: string;
};

/** Which state each outcome leads to. */
export const STATE_AFTER: Readonly<Record<Outcome, DeliveryState>> = {
  applied: 'acknowledged',
  already: 'acknowledged',
  waiting: 'due',
  refused: 'parked',
  conflict: 'parked',
};

const FIRST_PAUSE_MS = 500;
/** A counterpart that waits for an earlier step usually has it within seconds. */
const WAITING_PAUSE_MAX_MS = 30_000;

/**
 * The pause after the n-th failure in a row (n from 1): exponential from 0.5 s up to the limit, with full jitter, so
 * that counterparts that come back are not met by everybody at once.
 * @param chance 0 to 1, drawn at random
 */
export function pauseMs(failures: number, limitMs: number, chance: number): number {
  return Math.round(chance * Math.min(limitMs, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 30)));
}

/** The pause before a message is sent again whose predecessor its receiver lacks. */
export function waitingPauseMs(attempts: number, limitMs: number, chance: number): number {
  return pauseMs(attempts, Math.min(limitMs, WAITING_PAUSE_MAX_MS), chance);
}

/** Cuts off what does not fit into one request: messages at most, and bytes of envelopes (one always fits). */
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

/** What is known of a counterpart's copy of a manifest, against the own one. */
export type Standing = {
  /** Highest version the counterpart has acknowledged or sent; null when there is none. */
  readonly version: number | null;
  readonly digest: string | null;
  /** Messages about this manifest still on their way to it, and parked ones. */
  readonly due: number;
  readonly parked: number;
};

/**
 * Whether a counterpart holds the same manifest: `false` when its digest differs from ours of the same version or a
 * message is parked, `pending` while it has not acknowledged the version we hold, `true` otherwise.
 */
export function agreement(
  own: { readonly version: number; readonly digestOf: (version: number) => string | undefined },
  { version, digest, due, parked }: Standing,
): boolean | 'pending' {
  if (parked > 0) return false;
  if (version === null || digest === null) return 'pending';
  const ours = own.digestOf(version);
  if (ours === undefined) return 'pending';
  if (ours !== digest) return false;
  return due > 0 || version < own.version ? 'pending' : true;
}
