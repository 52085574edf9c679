/** Names of schemas. The description writes a named schema once, and generated clients have one type for it. */
import { z } from 'zod';
import { givenExpectation } from '../validation/index.ts';

/** Every named schema, by its name. */
export const NAMED = new Map<string, z.ZodType>();

/**
 * Names a schema in the description of the API, with examples that it accepts. Names are nouns for records (`Batch`) and
 * commands for requests (`RecordBatch`).
 * @throws Error when two schemas have one name
 */
export function named<Schema extends z.ZodType>(
  id: string,
  schema: Schema,
  ...examples: readonly z.input<Schema>[]
): Schema {
  if (NAMED.has(id)) throw new Error(`two schemas have the name ${id}`);
  const example = givenExpectation(schema)?.example;
  const known = examples.length > 0 ? examples : example === undefined ? [] : [example];
  const own: Schema = schema.meta({ ...schema.meta(), id, ...(known.length > 0 && { examples: [...known] }) });
  NAMED.set(id, own);
  return own;
}

/** Returns the examples of a named schema. The library leaves out those of requests with transformed values. */
export function examplesOf(name: string): readonly unknown[] {
  const schema = NAMED.get(name);
  const examples: unknown = schema && z.globalRegistry.get(schema)?.examples;
  return Array.isArray(examples) ? examples : [];
}
