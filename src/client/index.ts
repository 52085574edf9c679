/**
 * A client of the API, typed from its description. Every POST and PATCH has an idempotency key. A request is repeated with it until
 * the service answers; problems are thrown; lists are followed to their end.
 */
import { randomUUID } from 'node:crypto';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { Address, Answer, Call, ItemOf, ListAddress, Method, Page, Rest } from './call.ts';
import type { paths } from './description.ts';
import { problemOf } from './problem.ts';
import { repeatingFetch } from './repeating.ts';

export type { components, paths } from './description.ts';
export { LeadloopProblem, type ProblemBody, type ProblemCode } from './problem.ts';
export { NoAnswer } from './repeating.ts';
export { type MachineClient, tokenOf } from './token.ts';

export type LeadloopOptions = {
  /** Address of the service, without `/v1`. */
  readonly baseUrl: string;
  /** An access token, or a function that returns one. It is called for every request. */
  readonly token: string | (() => string | Promise<string>);
  /** Language of problems and warnings; English by default. */
  readonly language?: 'en' | 'zh-CN';
  /** Milliseconds during which a request is repeated; a minute by default. */
  readonly patienceMs?: number;
  /** Milliseconds after which one attempt counts as lost; twenty seconds by default. */
  readonly attemptMs?: number;
  /** Called before each repetition. */
  readonly onRepeat?: (request: Request, reason: string) => void;
};

/** Every call throws `LeadloopProblem` when the service refuses it, and `NoAnswer` when the service does not answer. */
export type Leadloop = {
  readonly get: <A extends Address<'get'>>(address: A, ...call: Rest<Call<'get', A>>) => Promise<Answer<'get', A>>;
  readonly post: <A extends Address<'post'>>(address: A, ...call: Rest<Call<'post', A>>) => Promise<Answer<'post', A>>;
  /** Changes registered data. `version` is that of the record that you have read. */
  readonly patch: <A extends Address<'patch'>>(address: A, call: Call<'patch', A>) => Promise<Answer<'patch', A>>;
  /** Reads all items of a list, page by page. */
  readonly items: <A extends ListAddress>(address: A, ...call: Rest<Call<'get', A>>) => AsyncGenerator<ItemOf<A>>;
  /** The client below, for other media types and for headers of answers, such as `ETag`. */
  readonly raw: Client<paths>;
};

/** Opens a client. It holds no connection, so nothing needs to be closed. */
export function openLeadloop({ baseUrl, token, language = 'en', ...options }: LeadloopOptions): Leadloop {
  const { patienceMs = 60_000, attemptMs = 20_000, onRepeat } = options;
  const raw = createClient<paths>({ baseUrl, fetch: repeatingFetch({ patienceMs, attemptMs, onRepeat }) });
  const usual: Middleware = {
    onRequest: async ({ request: { headers, method } }) => {
      if (!headers.has('authorization')) {
        headers.set('authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
      }
      if (!headers.has('accept-language')) headers.set('accept-language', language);
      if ((method === 'POST' || method === 'PATCH') && !headers.has('idempotency-key'))
        headers.set('idempotency-key', randomUUID());
    },
    onResponse: async ({ response }) => {
      if (!response.ok) throw await problemOf(response);
    },
  };
  raw.use(usual);
  const call = callOf(raw);
  return {
    get: (address: string, init?: LooseCall) => call('get', address, init),
    post: (address: string, init?: LooseCall) => call('post', address, init),
    patch: (address: string, init?: LooseCall) => call('patch', address, init),
    items: (address: string, init?: LooseCall) =>
      itemsOf((query) => call('get', address, { ...init, query }), init?.query),
    raw,
  } as Leadloop;
}

/** A call without its types, which `Leadloop` declares. */
type LooseCall = {
  readonly path?: object;
  readonly query?: object;
  readonly key?: string;
  readonly version?: number;
  readonly headers?: object;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
};

/** Returns a function that calls an operation and returns its JSON. */
const callOf =
  (raw: Client<paths>) =>
  async (
    method: Method,
    address: string,
    { path, query, key, version, headers, ...init }: LooseCall = {},
  ): Promise<unknown> => {
    const keyed = {
      ...headers,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    };
    const request = raw.request as (...call: unknown[]) => Promise<{ readonly data?: unknown }>;
    const { data } = await request(method, address, { ...init, params: { path, query }, headers: keyed });
    return data;
  };

async function* itemsOf(read: (query: object) => Promise<unknown>, query: object = {}): AsyncGenerator<unknown> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = (await read(cursor === undefined ? query : { ...query, cursor })) as Page<unknown>;
    yield* page.items;
    cursor = page.nextCursor;
  }
}
