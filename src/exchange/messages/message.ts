/**
 * Messages: one fact of one system's journal, sent to another system; and the receipts that answer them.
 *
 * Messages about one manifest are sent in the order of the journal. Messages of different manifests have no order.
 */
import { canonicalJson } from '../../core/canonical.ts';
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
  /** Null when the envelope could not be read far enough to know it. */
  readonly messageId: string | null;
  /** System that gives the receipt. */
  readonly sender: string;
  readonly receiver: string | null;
  /** SHA-256, in hexadecimal, of the envelope as it was received. */
  readonly envelopeDigest: string;
  readonly receivedAt: string;
  readonly outcome: Outcome;
  /** Digest of the manifest as it stands at the receiver afterwards; null when it has none. */
  readonly digest: string | null;
  /** The 14-digit number, once the national system has issued it; null from others. */
  readonly manifestNumber: string | null;
  readonly problem: Refusal | null;
};

/** A journal entry about a manifest, as far as its distribution needs it. */
export type StepEntry = {
  readonly index: number;
  readonly kind: string;
  readonly version: number;
  readonly subject: string;
  readonly occurredAt: Date;
  readonly source: string;
  readonly payload: StepPayload;
};

/**
 * Returns the recipients of a step: the national system, and the other province when the load crosses a border. Only
 * steps taken here are sent, and the number, which the national system gives to the origin alone. Each province sends
 * its own steps.
 */
export function recipientsOf({ source, payload }: StepEntry, province: string): string[] {
  const { originProvince, destinationProvince } = payload.document;
  if (source !== 'local' && source !== 'national') return [];
  const others = [originProvince, destinationProvince].filter((code) => code !== province);
  return [NATIONAL, ...new Set(others)];
}

/** The bytes that are signed: canonical JSON (RFC 8785), so that nothing can be said twice or in two ways. */
export function textOf(content: Message | Receipt): string {
  return canonicalJson(content);
}
