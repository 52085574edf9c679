/** Judges an answer: what no request may bring about. */
import { z } from 'zod';
import { demandListed } from '../../app/listed-problems.ts';
import type { Answer } from '../sending.ts';
import type { Draft } from '../valid.ts';

export type Fault = { readonly kind: string; readonly detail: string };

const ProblemBody = z.looseObject({
  type: z.string().min(1),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().min(1),
  code: z.string().regex(/^[a-z][a-z-]+$/),
  remedy: z.string().min(1),
  instance: z.string(),
});

/** Codes of the repetition of a request, and of limits: with them the use case is not entered, or not again. */
const BEFORE_USE_CASE = /^(idempotency-key-|rate-|too-many)/;

/** The code of the problem that an answer holds; undefined for others. */
function codeIn({ status, text }: Answer): string | undefined {
  return status < 400 ? undefined : /"code":"([a-z-]+)"/.exec(text)?.[1];
}

/**
 * Reasons of a 503 that say nothing against the service: it sheds load, or several requests wait for one record. A
 * statement that takes too long, a deadlock and a lost connection have another.
 */
const SHED = /"reason":"(loop-slow|memory-full|database-busy|requests-waiting|records-waiting|records-locked)"/;

/** Checks that an answer is load shedding. */
export const isShed = (answer: Answer): boolean =>
  answer.status === 503 && codeIn(answer) === 'overloaded' && SHED.test(answer.text);

/** Checks that a request whose handler was entered also reached the use case. */
export const reachesUseCase = (answer: Answer): boolean =>
  answer.headers['idempotency-replayed'] === undefined &&
  answer.status !== 429 &&
  !BEFORE_USE_CASE.test(codeIn(answer) ?? '');

/** Finds the fault of an answer; undefined without one. */
export function faultOf({ method, url, operation }: Draft, answer: Answer): Fault | undefined {
  const { status, headers, text } = answer;
  if (status === 0) return { kind: 'connection ended without an answer', detail: '' };
  // Counted apart: several requests for one record waited too long for each other.
  if (isShed(answer)) return undefined;
  if (status >= 500) return { kind: `answered ${status}`, detail: text.slice(0, 500) };
  if (status < 400 || method === 'HEAD') return undefined;
  const type = headers['content-type'] ?? 'nothing';
  if (type !== 'application/problem+json') return { kind: 'not a problem', detail: `answered ${status} as ${type}` };
  const problem = ProblemBody.safeParse(parsed(text));
  if (!problem.success) return { kind: 'no whole problem', detail: problem.error.message };
  if (problem.data.status !== status) return { kind: 'other status', detail: `${problem.data.status} under ${status}` };
  if (method !== operation.method) return undefined;
  try {
    demandListed({ method, url, status, problem: problem.data });
    return undefined;
  } catch (error) {
    return { kind: 'problem that is not described', detail: String(error) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
