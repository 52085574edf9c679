/**
 * A client as every integrator should write one. Each request has an idempotency key and is repeated with the same key
 * until it is answered. A service that is killed in between has done the work once or not at all.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Language } from '../core/messages/language.ts';
import type { Token } from './token.ts';

export type Client = {
  readonly get: <Shape extends z.ZodType>(path: string, shape: Shape, as?: string) => Promise<z.output<Shape>>;
  /** Returns undefined for an answer 404. */
  readonly find: <Shape extends z.ZodType>(
    path: string,
    shape: Shape,
    as?: string,
  ) => Promise<z.output<Shape> | undefined>;
  readonly post: <Shape extends z.ZodType>(request: Post, shape: Shape) => Promise<z.output<Shape>>;
  readonly counts: () => Counts;
  /** Sets the language in which the service answers. */
  readonly answerIn: (language: Language) => void;
};

type Post = {
  readonly path: string;
  /** Idempotency key: the same for every repetition of one request. */
  readonly key: string;
  readonly body: unknown;
  /** Id of the organisation that acts; the authority of the province if absent. */
  readonly as?: string;
};

type Counts = { readonly requests: number; readonly repeated: number };

export type ClientOptions = {
  readonly baseUrl: string;
  readonly token: Token;
  readonly keyPrefix: string;
  /** Duration in milliseconds during which a request is repeated. */
  readonly patienceMs: number;
  /** Sets the clock that the service follows to the time of a body, before the body is sent. */
  readonly reach?: (body: unknown) => void;
};

/** An answer that repeating the request does not change. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;

  constructor(method: string, path: string, status: number, text: string) {
    super(`${method} ${path} was answered ${status}: ${shortened(text)}`);
    this.status = status;
  }
}

const ANSWER_LIMIT_MS = 20_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

type Request = { readonly method: 'GET' | 'POST'; readonly path: string; readonly init: RequestInit };

export function createClient({ baseUrl, token, keyPrefix, patienceMs, reach }: ClientOptions): Client {
  const counts = { requests: 0, repeated: 0 };
  let language: Language = 'en';
  const spoken = () => ({ 'accept-language': language });

  const ask = async ({ method, path, init }: Request): Promise<unknown> => {
    const deadline = performance.now() + patienceMs;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      counts.requests += 1;
      const answer = await attempt(`${baseUrl}${path}`, { ...init, method });
      if (answer.status < 400) return JSON.parse(answer.text);
      if (!worthRepeating(answer.status)) throw new Refused(method, path, answer.status, answer.text);
      if (performance.now() > deadline) {
        throw new Error(
          `${method} ${baseUrl}${path} got no answer within ${patienceMs / 1_000} s: ${shortened(answer.text)}`,
        );
      }
      counts.repeated += 1;
      await sleep(pauseMs);
    }
  };

  const get: Client['get'] = async (path, shape, as) => {
    const headers = { ...spoken(), authorization: `Bearer ${await token(as)}` };
    return shape.parse(await ask({ method: 'GET', path, init: { headers } }));
  };

  return {
    get,
    find: async (path, shape, as) => {
      try {
        return await get(path, shape, as);
      } catch (error) {
        if (error instanceof Refused && error.status === 404) return undefined;
        throw error;
      }
    },
    post: async ({ path, key, body, as }, shape) => {
      reach?.(body);
      const headers = {
        ...spoken(),
        authorization: `Bearer ${await token(as)}`,
        'content-type': 'application/json',
        'idempotency-key': encodeURIComponent(`${keyPrefix}/${key}`),
      };
      return shape.parse(await ask({ method: 'POST', path, init: { headers, body: JSON.stringify(body) } }));
    },
    counts: () => ({ ...counts }),
    answerIn: (chosen) => {
      language = chosen;
    },
  };
}

const NO_ANSWER = 599;

/** Makes one attempt. A lost connection, a broken answer and a timeout count as a status that is worth a repetition. */
async function attempt(url: string, init: RequestInit): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: NO_ANSWER, text: String(cause) };
  }
}

const worthRepeating = (status: number): boolean => status >= 500 || status === 429 || status === 408;

const ProblemShape = z.object({
  code: z.string(),
  detail: z.string(),
  remedy: z.string().optional(),
  errors: z.array(z.looseObject({ pointer: z.string().optional(), detail: z.string().optional() })).optional(),
});

/** Returns the text of a problem (RFC 9457), or the body as received. */
function shortened(text: string): string {
  try {
    const { code, detail, errors } = ProblemShape.parse(JSON.parse(text));
    const faults = (errors ?? []).map((one) => `${one.pointer ?? ''} ${one.detail ?? ''}`);
    return [`${code}: ${detail}`, ...faults].join('; ');
  } catch {
    return text.slice(0, 300);
  }
}
