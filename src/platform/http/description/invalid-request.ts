/** Faults of an invalid request to a route, as an example. The code that answers requests makes them. */
import { z } from 'zod';
import type { Fields } from '../../../core/messages/field.ts';
import { containersOf, type FieldFault, faultsOf } from '../validation/index.ts';
import { examplesOf } from './named.ts';

/** The schemas of a route as it was registered. */
type Route = {
  readonly url: string;
  readonly schema?: { readonly body?: unknown; readonly querystring?: unknown; readonly params?: unknown } | undefined;
};

/** Returns the faults of the first attempt that the route refuses; empty when it has no input. */
export function faultsExampleOf({ url, schema = {} }: Route, fields: Fields): FieldFault[] {
  for (const part of ['body', 'querystring', 'params'] as const) {
    const own = schema[part];
    if (!(own instanceof z.ZodType)) continue;
    for (const attempt of ATTEMPTS[part](own)) {
      const { error } = own.safeParse(attempt, { reportInput: true });
      if (error === undefined) continue;
      return faultsOf(
        { schema: own, issues: error.issues, part },
        { language: 'en', fields, containers: containersOf(url) },
      );
    }
  }
  return [];
}

const UNKNOWN = { colour: 'red' };
const namesIn = (schema: z.ZodType): string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);

/** Requests that are likely to be invalid: a body without a member, a list of 0 items, an invalid identifier. */
const ATTEMPTS: Readonly<Record<'body' | 'querystring' | 'params', (schema: z.ZodType) => unknown[]>> = {
  body: (schema) => [...incompleteExamples(schema), {}, UNKNOWN],
  querystring: (schema) => (namesIn(schema).length === 0 ? [] : [{}, { limit: '0' }]),
  params: (schema) =>
    ['!', '!'.repeat(200)].map((value) => Object.fromEntries(namesIn(schema).map((name) => [name, value]))),
};

function incompleteExamples(schema: z.ZodType): object[] {
  const [example] = examplesOf(schema.meta()?.id ?? '');
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return [];
  const members = Object.entries(example);
  return members.map((_, left) => Object.fromEntries(members.filter((__, at) => at !== left)));
}
