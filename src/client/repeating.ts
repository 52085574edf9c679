/** Requests that are repeated until the service answers. */
import { setTimeout as sleep } from 'node:timers/promises';

export type Repeating = {
  /** Milliseconds during which a request is repeated. */
  readonly patienceMs: number;
  /** Milliseconds after which one attempt counts as lost. */
  readonly attemptMs: number;
  /** Called before each repetition. */
  readonly onRepeat?: ((request: Request, reason: string) => void) | undefined;
};

/** The service did not answer in time. Its cause is the failure of the last attempt. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** Checks that a repetition may get another answer: after overload, limits of rate, failures and starts. */
const isWorthRepeating = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/**
 * Returns a `fetch` that repeats requests as they are, with the same idempotency key. A service that was killed in between
 * has done the work once or not at all. `Retry-After` is a minimum for the next pause.
 * @throws NoAnswer when no attempt got an answer in time
 */
export function repeatingFetch({ patienceMs, attemptMs, onRepeat }: Repeating) {
  return async (request: Request): Promise<Response> => {
    const deadline = performance.now() + patienceMs;
    for (let longestMs = FIRST_PAUSE_MS; ; longestMs = Math.min(longestMs * 2, LONGEST_PAUSE_MS)) {
      const answer = await attempt(request.clone(), attemptMs);
      const isAnswered = answer instanceof Response;
      if (isAnswered && !isWorthRepeating(answer.status)) return answer;
      // Clients that lost one service at one time come back at different times.
      const randomMs = longestMs * (0.5 + Math.random() / 2);
      const pauseMs = Math.max(randomMs, isAnswered ? retryAfterMs(answer) : 0);
      if (performance.now() + pauseMs > deadline) {
        if (isAnswered) return answer;
        const about = `${request.method} ${request.url}`;
        throw new NoAnswer(`${about} got no answer within ${patienceMs / 1_000} s: ${reasonOf(answer)}`, {
          cause: answer,
        });
      }
      onRepeat?.(request, isAnswered ? `status ${answer.status}` : reasonOf(answer));
      await sleep(pauseMs, undefined, { signal: request.signal });
    }
  };
}

/**
 * Makes one attempt and returns its failure as a value. An answer that ends too early is as lost as a missing one.
 * @throws Error when the caller has aborted the request
 */
async function attempt(request: Request, attemptMs: number): Promise<Response | Error> {
  try {
    const response = await fetch(request, {
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(attemptMs)]),
    });
    const body = await response.arrayBuffer();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    if (response.ok && isJson) JSON.parse(new TextDecoder().decode(body));
    // Statuses such as 204 allow no body.
    return new Response(body.byteLength === 0 ? null : body, response);
  } catch (error) {
    request.signal.throwIfAborted();
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}

/** Returns the reason of a failure. Where a name has two addresses that refuse, the error has a code and no message. */
const reasonOf = (error: Error): string => error.message || ('code' in error ? String(error.code) : error.name);

/** Returns the milliseconds that the service requests, which it gives in seconds or as a date. */
function retryAfterMs(response: Response): number {
  const value = response.headers.get('retry-after');
  if (value === null) return 0;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? 0 : Math.max(0, milliseconds);
}
