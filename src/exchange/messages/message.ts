/**
 * Messages: one fact of a system's journal, sent to another system; and the receipts that answer them.
 *
 * Messages about one manifest are sent in the order of the journal. Messages of different manifests have no order.
 */

import { canonicalJson } from '../../core/canonical.ts';
import type { StepEntryKind } from '../../manifests/rules.ts';
import { NATIONAL } from '../partners/partner.ts';

export type Message<Payload = object> = {
  /** UUIDv7, the same each time the message is sent, so that the receiver recognises repetitions. */
  readonly messageId: string;
  /** The fact, such as `manifest.submitted`. */
  readonly type: string;
  /** Version of the payload's shape, from 1. */
  readonly version: number;
  /** Codes of the two systems, such as `45` and `national`. */
  readonly sender: string;
  readonly receiver: string;
  /** `manifest:<id>`. */
  readonly subject: string;
  /** Place in the sender's journal: grows with every message, with gaps. */
  readonly sequence: number;
  readonly occurredAt: string;
  readonly payload: Payload;
};

/** Payload of a step for other systems: the step, its input, and the resulting document with its SHA-256. */
export type StepPayload = {
  readonly manifestId: string;
  readonly version: number;
  readonly step: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly document: { readonly originProvince: string; readonly destinationProvince: string };
  readonly digest: string;
};

/**
 * Outcome of a message. `applied`: the step is now taken here too. `already`: it was taken before. `waiting`: an earlier
 * step is missing, so send it again later. `refused`: it may not be taken. `conflict`: this system holds another document.
 */
export const OUTCOMES = ['applied', 'already', 'waiting', 'refused', 'conflict'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Reason of a refusal, with the English texts of the catalogue of problems. */
export type Refusal = { readonly code: string; readonly title: string; readonly detail: string };

/** The signed answer to one message. */
export type Receipt = {
  /** Null when the envelope was not readable enough to find it. */
  readonly messageId: string | null;
  /** System that gives the receipt. */
  readonly sender: string;
  readonly receiver: string | null;
  /** SHA-256, in hexadecimal, of the envelope as it was received. */
  readonly envelopeDigest: string;
  readonly receivedAt: string;
  readonly outcome: Outcome;
  /** Digest of the receiver's copy of the manifest afterwards; null when it has no copy. */
  readonly digest: string | null;
  /** The 14-digit number, once the national system has issued it; null from others. */
  readonly manifestNumber: string | null;
  readonly problem: Refusal | null;
};

/** The part of a journal entry about a manifest that decides its recipients. */
export type StepEntry = {
  readonly index: number;
  readonly kind: StepEntryKind;
  readonly version: number;
  readonly subject: string;
  readonly occurredAt: Date;
  readonly source: string;
  readonly payload: StepPayload;
};

/**
 * Returns the recipients of a step: the national system, and the other province when the load crosses a border. Each
 * province sends only its own steps, and the origin also sends the national number, which the national system gives to
 * the origin alone.
 */
export function recipientsOf({ source, payload }: StepEntry, province: string): string[] {
  const { originProvince, destinationProvince } = payload.document;
  if (source !== 'local' && source !== 'national') return [];
  const others = [originProvince, destinationProvince].filter((code) => code !== province);
  return [NATIONAL, ...new Set(others)];
}

/** Returns the text that is signed: canonical JSON (RFC 8785), so that every value has one spelling. */
export function textOf(content: Message | Receipt): string {
  return canonicalJson(content);
}
