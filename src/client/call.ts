/** Types of calls: the parameters and the answer of each operation, from the description. */
import type { paths } from './description.ts';

export type Method = 'get' | 'post' | 'patch';

/** Addresses with a method. */
export type Address<M extends Method> = {
  [A in keyof paths]: paths[A] extends Record<M, object> ? A : never;
}[keyof paths];

/** Addresses whose answer is one page of a list. */
export type ListAddress = {
  [A in Address<'get'>]: Answer<'get', A> extends Page<unknown> ? A : never;
}[Address<'get'>];

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

export type ItemOf<A extends ListAddress> = Answer<'get', A> extends Page<infer Item> ? Item : never;

/** The JSON of an answer of success. */
export type Answer<M extends Method, A extends Address<M>> = paths[A][M] extends { responses: infer Responses }
  ? JsonIn<Responses[keyof Responses & (200 | 201 | 202)]>
  : never;

type JsonIn<Part> = Part extends { content: { 'application/json': infer Json } } ? Json : never;

/** Settings of one request that every operation has. */
type Settings = {
  /** Idempotency key of a POST or PATCH. Keep it with the record: then a repetition is safe even after a crash of your program. */
  readonly key?: string;
  /** Version of the record that you have read: a change needs it, and a step is refused when the record has another. */
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

/** The call of an operation: `path`, `query` and `body` where it has them. */
export type Call<M extends Method, A extends Address<M>> = Settings &
  Part<'path', Parameters<paths[A][M], 'path'>> &
  Part<'query', Parameters<paths[A][M], 'query'>> &
  Body<paths[A][M]>;

/** The last argument of a call. It may be left out when nothing in it is required. */
export type Rest<Value> = Nothing extends Value ? [call?: Value] : [call: Value];

type Nothing = Record<never, never>;

type Parameters<Operation, Kind extends 'path' | 'query'> = Operation extends {
  parameters: { [K in Kind]?: infer Value };
}
  ? Exclude<Value, undefined>
  : never;

type Part<Name extends string, Value> = [Value] extends [never]
  ? Nothing
  : Nothing extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

type Body<Operation> = Operation extends { requestBody: infer Sent }
  ? { readonly body: JsonIn<Sent> }
  : Operation extends { requestBody?: infer Sent }
    ? Part<'body', JsonIn<Exclude<Sent, undefined>>>
    : Nothing;
