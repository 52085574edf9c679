/** Names of schemas. The description writes a named schema once, and generated clients have one type for it. */
import { z } from 'zod';
import type { Bilingual } from '../../../core/messages/language.ts';
import { givenExpectation } from '../validation/index.ts';
import { wordsOf } from './code-words.ts';

/** Every named schema, by its name. */
export const NAMED = new Map<string, z.ZodType>();

/**
 * Names a schema in the description of the API, with a sentence about it and examples that it accepts. Names are nouns
 * for records (`Batch`) and commands for requests (`RecordBatch`). A schema that describes itself needs no sentence.
 * @throws Error when two schemas have one name
 */
export function named<Schema extends z.ZodType>(
  id: string,
  sentence: string,
  schema: Schema,
  ...examples: readonly z.input<Schema>[]
): Schema;
export function named<Schema extends z.ZodType>(
  id: string,
  schema: Schema,
  ...examples: readonly z.input<Schema>[]
): Schema;
export function named(id: string, first: string | z.ZodType, ...rest: readonly unknown[]): z.ZodType {
  if (typeof first !== 'string') return keep(id, undefined, first, rest);
  const [schema, ...examples] = rest;
  return keep(id, first, schema as z.ZodType, examples);
}

function keep(id: string, sentence: string | undefined, schema: z.ZodType, examples: readonly unknown[]): z.ZodType {
  if (NAMED.has(id)) throw new Error(`two schemas have the name ${id}`);
  const example = givenExpectation(schema)?.example;
  const known = examples.length > 0 ? examples : example === undefined ? [] : [example];
  const own = schema.meta({
    ...schema.meta(),
    id,
    ...(sentence !== undefined && { description: sentence }),
    ...(known.length > 0 && { examples: [...known] }),
  });
  NAMED.set(id, own);
  return own;
}

/**
 * Names the codes that a field may have, so that generated clients have one type for them. The description says what
 * each of them means.
 */
export function namedCodes<const Code extends string>(
  id: string,
  sentence: string,
  codes: readonly Code[],
  words: Readonly<Record<Code, Bilingual | string>>,
) {
  const meanings = wordsOf(Object.fromEntries(codes.map((code) => [code, words[code]])));
  return named(id, `${sentence}: ${meanings}`, z.enum(codes));
}

/**
 * Names the known codes of a field that may also have others, because another authority or a later release writes it. The
 * description lists them, and generated clients have text for it.
 */
export function openCodes(id: string, sentence: string, codes: readonly string[]) {
  return named(id, sentence, z.string().meta({ 'x-extensible-enum': [...codes] }));
}

/** Returns the name of a named schema. @throws Error when it has none */
export function nameOf(schema: z.ZodType): string {
  const id = schema.meta()?.id;
  if (id === undefined) throw new Error('the schema has no name');
  return id;
}

/** Returns the examples of a named schema. The library leaves out those of requests with transformed values. */
export function examplesOf(name: string): readonly unknown[] {
  const schema = NAMED.get(name);
  const examples: unknown = schema && z.globalRegistry.get(schema)?.examples;
  return Array.isArray(examples) ? examples : [];
}
