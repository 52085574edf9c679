/** Sends the examples of a description to the service, in the order of a story, and compares the answers. */
import { expect } from 'vitest';
import type { Answer, Client } from '../fixture.ts';
import { compare, newComparison, stateDifferences, unproven } from './comparison.ts';
import type { Described, Description } from './description.ts';

/** Identifiers of examples; a body with one of them would name a record that does not exist. */
const EXAMPLE_ID = /0199f2c4-5b1e-7d30-9a44-[0-9a-f]{12}/;

export type Speaker = Pick<Client, 'get' | 'post' | 'patch'>;

type Options = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Headers, and a body that is no JSON and so has no example. */
  readonly file?: { readonly text: string; readonly type: string };
};

export type Story = {
  /** Real values by those of the examples: identifiers of records, and addresses. */
  readonly real: Map<string, string>;
  /** Sends the example of an operation, and returns the answer. Fails when it has another status than documented. */
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
  readonly send: (by: Speaker, name: string, options?: Options) => Promise<any>;
  /** Operations that were not sent. */
  readonly untold: () => string[];
  readonly differences: () => string[];
  /** Places of the examples that no answer has shown. */
  readonly unproven: () => string[];
};

export function beginStory({ operations, schemas }: Description): Story {
  const real = new Map<string, string>();
  const told = new Set<string>();
  const comparison = newComparison();

  const bodyOf = (name: string, { hasBody, body }: Described, { file }: Options): string | undefined => {
    if (file !== undefined) return file.text;
    if (!hasBody) return undefined;
    if (body === undefined) throw new Error(`${name} has no example of its body`);
    const text = [...real].reduce((all, [from, to]) => all.replaceAll(from, to), JSON.stringify(body));
    expect(text, `${name} names a record that the story has not made`).not.toMatch(EXAMPLE_ID);
    return text;
  };

  const ask = (by: Speaker, name: string, operation: Described, options: Options): Promise<Answer> => {
    const { params = {}, query = '', file } = options;
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
      const value = params[key];
      if (value === undefined) throw new Error(`${name} needs ${key}`);
      return encodeURIComponent(value);
    });
    if (operation.method === 'GET') return by.get(path + query);
    if (operation.method === 'PATCH') return by.patch(path, JSON.parse(bodyOf(name, operation, options) ?? '{}'));
    const headers = file && { 'content-type': file.type };
    return by.post(path + query, bodyOf(name, operation, options), headers);
  };

  const send = async (by: Speaker, name: string, options: Options = {}) => {
    const operation = operations.get(name);
    if (operation === undefined) throw new Error(`${name} is not described`);
    const answer = await ask(by, name, operation, options);
    expect(answer.status, `${name}: ${answer.text}`).toBe(operation.status);
    const { schema, examples = [] } = operation.answer ?? {};
    for (const example of schema ? examples : []) {
      compare(schemas, { schema: schema ?? {}, example, real: answer.json, place: name }, comparison);
      const differences = isCommand(operation) ? stateDifferences(example, answer.json, name) : [];
      for (const one of differences) comparison.differences.add(one);
    }
    if (answer.status === 201) await follow(by, name, answer);
    told.add(name);
    return answer.json;
  };

  return {
    ...{ real, send },
    untold: () => [...operations.keys()].filter((name) => !told.has(name)),
    differences: () => [...comparison.differences],
    unproven: () => unproven(comparison),
  };
}

/** Commands about one record: their answers show the state to which they lead. Imports report what the file had. */
const isCommand = ({ method, path }: Described) => method === 'POST' && !/imports|bulk/.test(path);

/** A 201 that shows a record leads to its address, and there it is the same. */
async function follow(by: Speaker, name: string, { headers, json }: Answer): Promise<void> {
  if (json.id === undefined && json.code === undefined) return;
  const { location } = headers;
  if (typeof location !== 'string') throw new Error(`${name} leads to no address`);
  const read = await by.get(location);
  expect(read.status, `${name} leads to ${location}: ${read.text}`).toBe(200);
  expect(json, name).toMatchObject(read.json);
}
