/** HTTP to a partner: posts envelopes, and reads messages and receipts strictly. */
import type { z } from 'zod';
import type { AddressRules } from '../partners/address-wire.ts';
import { exchangeProblem } from '../problems.ts';
import { MessageShape, PostEnvelopesResponse, ReceiptShape } from '../schemas.ts';
import { UNSIGNED_HEADER } from './envelope.ts';
import type { Message, Receipt } from './message.ts';
import type { Reason } from './reasons.ts';
import type { Step } from './step-schemas.ts';
import { PartnerFailure, postJson } from './transport-wire.ts';

export type StepMessage = z.infer<typeof Step>;

/** Reads a message; every field must be as published. @throws Problem `message-invalid` */
export function readMessage(content: unknown): Message<StepMessage> {
  return read(MessageShape, content);
}

/**
 * Returns the code of the problem in an unsigned receipt; undefined for a signed one. Receivers do not sign what they
 * could not verify, so it says why an envelope is not accepted and proves nothing.
 */
export function refusalIn(receipt: string): string | undefined {
  const [header, content, signature] = receipt.split('.');
  if (header !== UNSIGNED_HEADER || content === undefined || signature !== '') return undefined;
  const read = ReceiptShape.safeParse(parse(Buffer.from(content, 'base64url').toString('utf8')));
  return read.data?.problem?.code ?? 'unknown';
}

/** Reads a receipt; every field must be as published. @throws Problem `message-invalid` */
export function readReceipt(content: unknown): Receipt {
  return read(ReceiptShape, content);
}

function read<Shape extends z.ZodType>(shape: Shape, content: unknown): z.output<Shape> {
  const result = shape.safeParse(content, { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const pointer = `#/${[...(issue?.path ?? []), ...unknown].map(String).join('/')}`;
  throw exchangeProblem('message-invalid', { pointer, reason: reasonOfIssue(issue) });
}

/** Names the rule that a field breaks in words of our own. */
function reasonOfIssue(issue: z.core.$ZodIssue | undefined): Reason {
  if (issue?.input === undefined && (issue?.code === 'invalid_type' || issue?.code === 'invalid_value')) {
    return 'field-missing';
  }
  if (issue?.code === 'custom' && issue.params?.spelling === true) return 'spelling-wrong';
  return RULES[issue?.code ?? 'custom'] ?? 'form-wrong';
}

const RULES: Readonly<Partial<Record<z.core.$ZodIssue['code'], Reason>>> = {
  unrecognized_keys: 'field-unknown',
  invalid_value: 'value-wrong',
  invalid_union: 'value-wrong',
  too_big: 'range-wrong',
  too_small: 'range-wrong',
  invalid_type: 'kind-wrong',
};

const RETRY_AFTER_MAX_MS = 3_600_000;
/** Statuses of a proxy, or of a service that starts, when the partner itself was not reached. */
const UNREACHED: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Posts envelopes and returns the receipts, unverified, in their order.
 * @throws PartnerFailure when there is no answer within `timeoutMs`, or the answer holds no receipts
 */
export async function postEnvelopes(
  url: string,
  envelopes: readonly string[],
  { now, ...limits }: { readonly timeoutMs: number; readonly rules: AddressRules; readonly now: Date },
): Promise<string[]> {
  const { status, retryAfter: header, body } = await postJson(url, JSON.stringify({ envelopes }), limits);
  if (status !== 200) {
    const retryAfterMs = retryAfter(header, now);
    throw new PartnerFailure(`answered ${status}`, { retryAfterMs, unreachable: UNREACHED.has(status) });
  }
  const receipts = PostEnvelopesResponse.safeParse(parse(body));
  if (!receipts.success) throw new PartnerFailure('answered something else than receipts');
  if (receipts.data.receipts.length !== envelopes.length) throw new PartnerFailure('answered too few or many receipts');
  return receipts.data.receipts;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * Reads seconds or a date (RFC 9110 §10.2.3). One hour is the maximum, so that a wrong value cannot stop the exchange
 * for days.
 */
function retryAfter(header: string | null, now: Date): number {
  if (header === null) return 0;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), RETRY_AFTER_MAX_MS) : 0;
}
