/**
 * Messages: one fact of one system's journal, told to another system; and the receipts that answer them.
 *
 * Messages about one manifest are sent in the order in which they became true. Nothing is promised between manifests.
 */
import { canonicalJson } from '../../core/canonical.ts';
import { NATIONAL } from '../partners/partner.ts';

export type Message<Payload = object> = {
  /** UUIDv7, the same however often the message is sent: what the receiver tells repetitions by. */
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

/** What a manifest step says to other systems: the step, its input, and the document it led to with its SHA-256. */
export type StepPayload = {
  readonly manifestId: string;
  readonly version: number;
  readonly step: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly document: { readonly originProvince: string; readonly destinationProvince: string };
  readonly digest: string;
};

/**
 * What became of a message. `applied`: the step is taken here as well. `already`: it was before. `waiting`: an earlier
 * step is missing, send again later. `refused`: it may not be taken. `conflict`: another document stands here.
 */
export const OUTCOMES = ['applied', 'already', 'waiting', 'refused', 'conflict'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a message was refused, as our problem catalogue tells it. */
export type Refusal = { readonly code: string; readonly title: string; readonly detail: string };

/** The signed answer to one message. */
export type Receipt = {
  /** Null when the envelope could not be read far enough to know it. */
  readonly messageId: string | null;
  /** Who gives the receipt, and to whom; null when the envelope names nobody known here. */
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
 * Who is told of a step: the national system, and the other province when the load crosses a border. Only steps taken
 * here are told, and the number, which the national system gives to the origin alone. What another province has done,
 * that province tells.
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
