/**
 * Rows of a bulk request. Each is read alone and has its own key. So a bad row never refuses another, and a repeated request
 * records only the missing rows.
 */
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { canonicalHash } from '../../core/canonical.ts';
import type { Language } from '../../core/messages/language.ts';
import { Problem } from '../../core/messages/problem.ts';
import {
  containersOf,
  describe,
  type Failed,
  faultsOf,
  httpProblem,
  languageOf,
  type RowForm,
  rowSchemaOf,
} from '../http/index.ts';
import { type Claim, keyOf } from '../idempotency.ts';

export type ReadRow<Body, More> = { readonly claim: Claim; readonly body: Body; readonly more: More };

/** Reads every row of the body. @throws Problem `idempotency-key-missing`, `idempotency-key-invalid` */
export function readRows<Body, More extends z.ZodRawShape = Record<never, never>>(
  request: FastifyRequest,
  rows: readonly unknown[],
  form: RowForm<Body, More>,
): (ReadRow<Body, z.output<z.ZodObject<More>>> | Problem)[] {
  const claim = keyOf(request);
  const envelope = rowSchemaOf(form);
  return rows.map((row, at) => readRow(request, { row, at, claim }, { ...form, envelope }));
}

/** Each row has its own key and hash, so an input that cannot be hashed refuses its own row only. */
type Row = { readonly row: unknown; readonly at: number; readonly claim: Pick<Claim, 'client' | 'key'> };

function readRow<Body, More extends z.ZodRawShape>(
  request: FastifyRequest,
  { row, at, claim }: Row,
  { member, schema, more, envelope }: RowForm<Body, More> & { readonly envelope: z.ZodType },
): ReadRow<Body, z.output<z.ZodObject<More>>> | Problem {
  if (row instanceof Problem) return row;
  const outer = envelope.safeParse(row, { reportInput: true });
  if (!outer.success) {
    return invalid({ schema: envelope, issues: outer.error.issues, part: `body/${at}` }, request);
  }
  const { idempotencyKey, ...read } = outer.data as Readonly<Record<string, unknown>>;
  const inner = schema.safeParse(read[member], { reportInput: true });
  if (!inner.success) return invalid({ schema, issues: inner.error.issues, part: `body/${at}/${member}` }, request);
  const spelled = spelledAs(inner.data as Readonly<Record<string, unknown>>, read[member]);
  const { [member]: _, ...others } = read;
  const inputHash = canonicalHash(more === undefined ? spelled : { ...others, [member]: spelled });
  const key = (idempotencyKey as string | undefined) ?? `${claim.key}/${at}`;
  return {
    ...{ claim: { client: claim.client, key, inputHash }, body: inner.data },
    more: others as z.output<z.ZodObject<More>>,
  };
}

/** Returns a record as it was sent, its texts in their one spelling. */
function spelledAs(read: Readonly<Record<string, unknown>>, sent: unknown): Record<string, unknown> {
  const spell = ([name, value]: [string, unknown]) => [name, typeof read[name] === 'string' ? read[name] : value];
  return Object.fromEntries(Object.entries(sent ?? {}).map(spell));
}

function invalid(failed: Failed, { headers, server, routeOptions }: FastifyRequest): Problem {
  const language = languageOf(headers['accept-language']);
  const containers = containersOf(routeOptions.url ?? '');
  const errors = faultsOf(failed, { language, fields: server.fields, containers });
  return httpProblem('request-invalid', { count: errors.length, errors });
}

type Refusal = { readonly row: number; readonly outcome: 'refused'; readonly problem: ReturnType<typeof describe> };

/** Places of the parts of a single request in a row: its body, and the `id` of its path. */
export type Places = { readonly body: string; readonly id?: string };

/** Returns the places of a row that was read, and of one that was not. */
export const placesOf = (row: number, { member, id }: Pick<RowForm<unknown>, 'member' | 'id'>): Places => ({
  ...{ body: `#/body/${row}/${member}`, ...(id === undefined ? {} : { id: `#/body/${row}/${id}` }) },
});

/** Answers a refused row. Pointers into the single request become pointers into the row. */
export function toRefusal(row: number, problem: Problem, places: Places, language: Language): Refusal {
  const pointer = problem.facts.pointer
    ?.replace(/^#\/body(?=\/|$)/, places.body)
    .replace(/^#\/params\/id$/, places.id ?? '#/params/id');
  const placed = pointer === undefined ? problem : problem.with({ pointer });
  return { row, outcome: 'refused', problem: describe(placed, language) };
}
