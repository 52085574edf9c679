/**
 * Assumptions about the national system, because no specification of its interface is public. This file holds all of
 * them under a version of its own: the address for messages, and the national name of each field. Envelope, receipt,
 * order and repetition are those of any partner.
 */
import type { StepPayload } from './message.ts';

const PROTOCOL = 1;

/** Path below the registered address. */
export const NATIONAL_PATH = '/v1/messages';

/**
 * Fields of the national message, and our fields that fill them. The input of a step is left out: the document shows its
 * result, and its digest must be the agreed one.
 */
const FIELDS = {
  manifestId: 'manifestId',
  manifestVersion: 'version',
  step: 'step',
  document: 'document',
  documentDigest: 'digest',
} as const satisfies Record<string, keyof StepPayload>;

/** Makes the payload of a step for the national system. */
export function toNationalPayload(payload: StepPayload): object {
  const fields = Object.entries(FIELDS).map(([theirs, ours]) => [theirs, payload[ours]]);
  return { protocol: PROTOCOL, ...Object.fromEntries(fields) };
}
