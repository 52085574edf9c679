/** The client of the demo: the client of the API, for several organisations, on the clock of the month. */
import type { z } from 'zod';
import { LeadloopProblem, openLeadloop } from '../client/index.ts';
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
  /** Sets the clock that the service follows to the time of a body, before the body is sent; may wait for slower work. */
  readonly reach?: (body: unknown) => Promise<void>;
};

export function createClient({ baseUrl, token, keyPrefix, patienceMs, reach }: ClientOptions): Client {
  const counts = { requests: 0, repeated: 0 };
  let language: Language = 'en';
  const onRepeat = () => {
    counts.requests += 1;
    counts.repeated += 1;
  };
  const leadloop = openLeadloop({ baseUrl, token, patienceMs, onRepeat });

  const headersOf = async (as?: string) => {
    counts.requests += 1;
    return { authorization: `Bearer ${await token(as)}`, 'accept-language': language };
  };

  const get: Client['get'] = async (path, shape, as) =>
    shape.parse(await leadloop.get(path as '/v1/books', { headers: await headersOf(as) }));

  return {
    get,
    find: async (path, shape, as) => {
      try {
        return await get(path, shape, as);
      } catch (error) {
        if (error instanceof LeadloopProblem && error.status === 404) return undefined;
        throw error;
      }
    },
    post: async ({ path, key: ownKey, body, as }, shape) => {
      await reach?.(body);
      const key = encodeURIComponent(`${keyPrefix}/${ownKey}`);
      return shape.parse(
        await leadloop.post(path as '/v1/batches', { key, body: body as never, headers: await headersOf(as) }),
      );
    },
    counts: () => ({ ...counts }),
    answerIn: (chosen) => {
      language = chosen;
    },
  };
}
