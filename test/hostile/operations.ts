/** The operations of the description, with all that a request to each may hold. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Scope } from '../../src/core/access/scopes.ts';
import { OPENAPI_FILE } from '../../src/openapi.ts';
import { readDescription } from '../app/examples/description.ts';
import { Described } from '../app/nonsense.ts';

export type Schema = Readonly<Record<string, unknown>>;
type Parameter = { readonly name: string; readonly schema: Schema; readonly required: boolean };

export type Operation = {
  /** Method and path, such as `GET /v1/batches/{id}`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  /** Undefined for operations that need no token. */
  readonly scope: Scope | undefined;
  readonly pathParameters: readonly Parameter[];
  readonly query: readonly Parameter[];
  /** Examples of the body: JSON texts, or tables in CSV. */
  readonly bodies: readonly string[];
  readonly contentType: string | undefined;
  /** Requests to it, compared with those to an ordinary operation. */
  readonly weight: number;
};

/** Operations that read a file in a thread of its own, or write one: a twentieth of the requests keeps the run short. */
const SLOW = /\/v1\/(imports\/\w+$|exports)/;
/** Operations that make a hash of a password, which takes long on purpose. */
const HASHING = /\/v1\/(people$|people\/\{id\}\/password|clients\/\{id\}\/secret)/;

const Text = z.object({ examples: z.record(z.string(), z.object({ $ref: z.string() })).optional() });
const Raw = z.object({
  components: z.object({ examples: z.record(z.string(), z.object({ value: z.unknown() })) }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        parameters: z
          .array(z.looseObject({ name: z.string().optional(), required: z.boolean().optional() }))
          .optional(),
        requestBody: z.object({ content: z.looseObject({ 'text/csv': Text.optional() }) }).optional(),
      }),
    ),
  ),
});

export async function readOperations(): Promise<Operation[]> {
  const document: unknown = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8'));
  const { operations: examples } = await readDescription(OPENAPI_FILE);
  const raw = Raw.parse(document);
  return Object.entries(Described.parse(document).paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, { parameters, security }]): Operation => {
      const method = verb.toUpperCase() as Operation['method'];
      const name = `${method} ${path}`;
      const written = raw.paths[path]?.[verb];
      const required = new Set(written?.parameters?.flatMap((one) => (one.required ? [one.name] : [])));
      const placed = (place: string) =>
        parameters
          .filter((one) => one.in === place)
          .map(({ name: called, schema }) => ({ name: called, schema, required: required.has(called) }));
      const tables = Object.values(written?.requestBody?.content['text/csv']?.examples ?? {}).map(({ $ref }) =>
        String(raw.components.examples[$ref.split('/').at(-1) ?? '']?.value),
      );
      const body = examples.get(name)?.body;
      const json = body === undefined ? [] : [JSON.stringify(body)];
      return {
        ...{ name, method, path, pathParameters: placed('path'), query: placed('query') },
        scope: security.flatMap(({ oauth2 }) => oauth2)[0] as Scope | undefined,
        bodies: tables.length > 0 ? tables : json,
        contentType: tables.length > 0 ? 'text/csv' : json.length > 0 ? 'application/json' : undefined,
        weight: SLOW.test(path) ? 0.05 : HASHING.test(path) ? 0.3 : 1,
      };
    }),
  );
}

/** Spreads a number of requests over the operations by their weights; every operation gets at least one. */
export function scheduleOf(operations: readonly Operation[], requests: number): Operation[] {
  const total = operations.reduce((sum, { weight }) => sum + weight, 0);
  const queues = operations.map((operation) => ({
    operation,
    every: total / operation.weight,
    due: total / operation.weight / 2,
  }));
  return Array.from({ length: requests }, () => {
    const first = queues.reduce((one, other) => (other.due < one.due ? other : one));
    first.due += first.every;
    return first.operation;
  });
}
