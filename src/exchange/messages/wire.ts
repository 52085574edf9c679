/** HTTP to a partner: posts envelopes, and reads messages and receipts strictly. */
import type { z } from 'zod';
import { exchangeProblem } from '../problems.ts';
import { MessageShape, PostEnvelopesResponse, ReceiptShape } from '../schemas.ts';
import type { Message, Receipt } from './message.ts';
import type { Reason } from './reasons.ts';
import type { Step } from './step-schemas.ts';

export type StepMessage = z.infer<typeof Step>;

/** Reads a message; every field must be as published. @throws Problem `message-invalid` */
export function readMessage(content: unknown): Message<StepMessage> {
  return read(MessageShape, content);
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

/**
 * Thrown when the partner is unreachable or answers in an unexpected form. `retryAfterMs` comes from its `Retry-After`.
 */
export class PartnerFailure extends Error {
  override readonly name = 'PartnerFailure';
  readonly retryAfterMs: number;

  constructor(reason: string, retryAfterMs = 0, cause?: unknown) {
    super(reason, { cause });
    this.retryAfterMs = retryAfterMs;
  }
}

const ANSWER_MAX_BYTES = 4 * 1024 * 1024;
const RETRY_AFTER_MAX_MS = 3_600_000;

/**
 * Posts envelopes and returns the receipts, unverified, in their order.
 * @throws PartnerFailure when there is no answer within `timeoutMs`, or the answer holds no receipts
 */
export async function postEnvelopes(
  url: string,
  envelopes: readonly string[],
  { timeoutMs, now }: { readonly timeoutMs: number; readonly now: Date },
): Promise<string[]> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ envelopes }),
      // Only the registered address belongs to the partner; a redirect could lead to another server.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    body = await readBody(response);
  } catch (error) {
    if (error instanceof PartnerFailure) throw error;
    throw new PartnerFailure(reasonOf(error, timeoutMs), 0, error);
  }
  if (response.status !== 200) {
    throw new PartnerFailure(`answered ${response.status}`, retryAfter(response.headers.get('retry-after'), now));
  }
  const receipts = PostEnvelopesResponse.safeParse(parse(body));
  if (!receipts.success) throw new PartnerFailure('answered something else than receipts');
  if (receipts.data.receipts.length !== envelopes.length) throw new PartnerFailure('answered too few or many receipts');
  return receipts.data.receipts;
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > ANSWER_MAX_BYTES) throw new PartnerFailure('answered more than 4 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
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

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${timeoutMs} ms`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  const code = cause !== undefined && 'code' in cause ? String(cause.code) : undefined;
  return code === undefined ? 'the connection failed' : `the connection failed (${code})`;
}
