/** Nonsense made from the description of the API: what no address may accept, whatever it is for. */
import { z } from 'zod';

type Schema = Readonly<Record<string, unknown>>;

const Node = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.object({ schema: Node }));
const Operation = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: Node })).default([]),
  requestBody: z.object({ content: Content }).optional(),
  security: z.array(z.object({ oauth2: z.array(z.string()).default([]) })).default([]),
});

/** The part of an OpenAPI document that nonsense is made from, with every reference replaced by what it names. */
export const Described = z.preprocess(
  (document) => inlined(document, document),
  z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) }),
);

/** Replaces references such as `#/components/schemas/Id`. */
function inlined(node: unknown, document: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => inlined(item, document));
  if (typeof node !== 'object' || node === null) return node;
  if ('$ref' in node) {
    const path = String(node.$ref).split('/').slice(1);
    const named = path.reduce<unknown>((found, step) => (found as Record<string, unknown>)[step], document);
    return inlined(named, document);
  }
  return Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, inlined(inner, document)]));
}

/** One address with one method, and what it says it takes. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query: readonly { readonly name: string; readonly schema: Schema }[];
  readonly pathParameters: readonly string[];
  /** True when it needs a token. A public route accepts anything in the query. */
  readonly guarded: boolean;
  readonly scope: string | undefined;
  readonly body: Schema | undefined;
};

export type Nonsense = {
  readonly what: string;
  readonly url: string;
  readonly payload?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** True when the answer must name the fields at fault. */
  readonly named?: boolean;
};

const KNOWN_ID = '01999999-0000-7000-8000-000000000001';
const METHODS = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

export function operationsOf(document: z.infer<typeof Described>): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters, requestBody, security }]) => ({
      method: METHODS.parse(method.toUpperCase()),
      path,
      query: parameters.filter((one) => one.in === 'query'),
      pathParameters: parameters.filter((one) => one.in === 'path').map(({ name }) => name),
      guarded: security.length > 0,
      scope: security.flatMap(({ oauth2 }) => oauth2)[0],
      body: requestBody?.content['application/json']?.schema,
    })),
  );
}

/** Makes a body that the described schema accepts; rules between fields may still reject it. */
export function exampleOf(schema: Schema): unknown {
  const [first] = alternatives(schema);
  if (first) return exampleOf(first);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === 'object') {
    const required = z.array(z.string()).parse(schema.required ?? []);
    return Object.fromEntries(
      propertiesOf(schema)
        .filter(([name]) => required.includes(name))
        .map(([name, inner]) => [name, exampleOf(inner)]),
    );
  }
  if (schema.type === 'array') {
    const least = Number(schema.minItems ?? 0);
    return Array.from({ length: least }, () => exampleOf(Node.parse(schema.items)));
  }
  if (schema.type === 'integer' || schema.type === 'number') return Number(schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  if (schema.format === 'uuid') return KNOWN_ID;
  if (schema.format === 'date') return '2026-10-05';
  if (schema.format === 'date-time') return '2026-10-05T08:30:00+08:00';
  if (schema.type === 'string') return 'x'.repeat(Math.max(1, Number(schema.minLength ?? 1)));
  return null;
}

/** Everything that must be refused by this operation. */
export function nonsenseFor(operation: Operation): Nonsense[] {
  return [
    ...pathNonsense(operation),
    ...queryNonsense(operation),
    ...(operation.body === undefined ? [] : bodyNonsense(operation, operation.body)),
  ];
}

const addressOf = ({ path }: Operation, value = KNOWN_ID): string => path.replaceAll(/\{\w+\}/g, value);

const BAD_IDS = ['0', '-1', 'null', '%00', '%F0%9F%98%80', "'%20or%20'1'='1", '..%2F..', 'x'.repeat(190), '%7B%7D'];

function pathNonsense(operation: Operation): Nonsense[] {
  if (operation.pathParameters.length === 0) return [];
  const payload = operation.body && JSON.stringify(exampleOf(operation.body));
  const rest = payload === undefined ? {} : { payload };
  return [
    ...BAD_IDS.map((id) => ({ what: `id ${id.slice(0, 20)}`, url: addressOf(operation, id), ...rest })),
    ...['%', '%zz', '%C3%28', '%ff'].map((id) => ({ what: `path ${id}`, url: addressOf(operation, id), ...rest })),
    { what: 'an endless id', url: addressOf(operation, 'x'.repeat(3_000)), ...rest },
  ];
}

function queryNonsense(operation: Operation): Nonsense[] {
  if (operation.method !== 'GET' || !operation.guarded) return [];
  const at = (query: string) => `${addressOf(operation)}?${query}`;
  const garbage = ['-1', '1e400', '%00', '%ED%A0%80', 'x'.repeat(2_000), '[object]', '{}', '%zz', ''];
  return [
    { what: 'an unknown parameter', url: at('colour=red'), named: true },
    { what: 'a poisoned parameter', url: at('__proto__=1'), named: true },
    ...operation.query.flatMap(({ name, schema }) => [
      ...garbage
        .filter((value) => !isFreeText(schema, value))
        .map((value) => ({
          what: `${name}=${value.slice(0, 20)}`,
          url: at(`${name}=${value}`),
          named: name !== 'cursor',
        })),
      { what: `${name} twice`, url: at(`${name}=1&${name}=2`), named: true },
      { what: `${name} as a list`, url: at(`${name}[]=1`), named: true },
    ]),
  ];
}

/** Checks that a field takes any words, these too. */
function isFreeText({ type, pattern, format, maxLength, minLength, ...rest }: Schema, value: string): boolean {
  if (type !== 'string' || pattern !== undefined || format !== undefined || 'enum' in rest) return false;
  const fits = value.length >= Number(minLength ?? 0) && value.length <= Number(maxLength ?? 0);
  return fits && value !== '%00';
}

/**
 * JSON texts that no field accepts. Where a list is expected, the list itself is valid, so its elements are nonsense.
 */
const VALUES: readonly (readonly [string, string])[] = [
  ['a nested list', '[[[]]]'],
  ['an object with unknown fields', '{"unknown":1}'],
  ['a huge number', '1e400'],
  ['a number beyond integers', '9007199254740993'],
  ['a negative number', '-1'],
  ['a fraction', '0.5'],
  ['a NUL', '"\\u0000"'],
  ['a lone surrogate', '"\\ud800"'],
  ['a day that does not exist', '"2026-02-30"'],
  ['a day before all records', '"0000-01-01"'],
  ['an instant after all records', '"9999-12-31T23:59:59Z"'],
  ['a long text', `"${'x'.repeat(20_000)}"`],
];

function bodyNonsense(operation: Operation, schema: Schema): Nonsense[] {
  const url = addressOf(operation);
  const example = JSON.stringify(exampleOf(schema));
  return [
    ...unreadable(example).map((one) => ({ url, ...one })),
    ...fieldNonsense(schema, example).map((one) => ({ url, named: true, ...one })),
  ];
}

/** Made once, because every address gets them. */
const TEN_MEGABYTES = Buffer.from(`{"a":"${'x'.repeat(10 * 1024 * 1024)}"}`);
const HALF_A_MILLION_LEVELS = Buffer.from(`${'['.repeat(500_000)}${']'.repeat(500_000)}`);

function unreadable(example: string): Omit<Nonsense, 'url'>[] {
  const json = { 'content-type': 'application/json' };
  return [
    { what: 'an empty body', payload: '', headers: json },
    { what: 'no body' },
    { what: 'a cut body', payload: example.slice(0, -1) },
    { what: 'no JSON', payload: 'massGrams=1' },
    { what: 'two documents', payload: `${example}${example}` },
    { what: 'a word that is no number', payload: '{"a":NaN}' },
    { what: 'broken UTF-8', payload: Buffer.from('7b2261223a22c328227d', 'hex') },
    { what: 'a surrogate in UTF-8', payload: Buffer.from('7b2261223a22eda080227d', 'hex') },
    { what: 'UTF-16', payload: Buffer.from(example, 'utf16le') },
    { what: 'deep lists', payload: `${'['.repeat(25_000)}${']'.repeat(25_000)}` },
    { what: 'deep objects', payload: `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}` },
    { what: 'half a million levels', payload: HALF_A_MILLION_LEVELS },
    { what: 'a poisoned prototype', payload: '{"__proto__":{"scopes":[]}}' },
    { what: 'a poisoned constructor', payload: '{"constructor":{"prototype":{}}}' },
    { what: 'a name twice', payload: '{"a":1,"a":1}' },
    { what: 'a name twice, deep inside', payload: '[{"a":[{"b":1,"\\u0062":2}]}]' },
    { what: '10 MB', payload: TEN_MEGABYTES },
    ...[
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=gbk',
      'application/json; charset="utf-16"',
      '@',
    ].map((type) => ({ what: `content type ${type}`, payload: example, headers: { 'content-type': type } })),
  ];
}

/** The whole body, and then each of its fields down to the leaves, replaced by what it is not. */
function fieldNonsense(schema: Schema, example: string): Omit<Nonsense, 'url'>[] {
  const wholes = ['null', 'true', '1', '"text"', '1e400', '{"unknown":1}', ...(schema.type === 'array' ? [] : ['[]'])];
  const holes = placesOf(schema).flatMap(({ at, schema: inner }) =>
    VALUES.filter(([, text]) => !mayHold(inner, text)).map(([what, text]) => ({
      what: `${what} as ${at.join('.')}`,
      payload: put(schema, at, text),
    })),
  );
  const unknown = example.startsWith('{')
    ? [{ what: 'an unknown field', payload: put(schema, ['colour'], '"red"') }]
    : [];
  return [...wholes.map((payload) => ({ what: `the body ${payload}`, payload })), ...unknown, ...holes];
}

type Place = { readonly at: readonly (string | number)[]; readonly schema: Schema };

function placesOf(schema: Schema, at: Place['at'] = []): Place[] {
  const here = at.length === 0 ? [] : [{ at, schema }];
  const inner = [schema, ...alternatives(schema)].flatMap((one) => [
    ...propertiesOf(one).flatMap(([name, field]) => placesOf(field, [...at, name])),
    ...(one.type === 'array' ? placesOf(Node.parse(one.items), [...at, 0]) : []),
  ]);
  return [...here, ...inner];
}

/** Checks that a schema could take the text: then it is not nonsense there. */
function mayHold(schema: Schema, text: string): boolean {
  if (Object.keys(schema).every((key) => key === 'description' || key === 'default')) return true;
  const value: unknown = JSON.parse(text);
  return [schema, ...alternatives(schema)].some(({ type, maxLength, minimum, maximum, pattern, format, ...one }) => {
    if ('enum' in one || 'const' in one || format !== undefined) return false;
    if (type === 'string') {
      if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) return false;
      if (pattern !== undefined) return new RegExp(String(pattern), 'u').test(value);
      return Number(maxLength ?? Number.POSITIVE_INFINITY) >= value.length;
    }
    if (typeof value !== 'number' || !Number.isFinite(value)) return false;
    const within = Number(minimum ?? -Infinity) <= value && value <= Number(maximum ?? Infinity);
    return within && (type === 'number' || (type === 'integer' && Number.isSafeInteger(value)));
  });
}

/** The example with one place replaced by raw JSON text, so that numbers stay as they were written. */
function put(schema: Schema, at: Place['at'], text: string): string {
  const mark = '\u0001here\u0001';
  const filled = fill(exampleOf(schema), at, mark);
  return JSON.stringify(filled).replace(JSON.stringify(mark), () => text);
}

function fill(value: unknown, [step, ...rest]: Place['at'], mark: string): unknown {
  if (step === undefined) return mark;
  if (typeof step === 'number') return [fill(Array.isArray(value) ? value[0] : undefined, rest, mark)];
  const fields = typeof value === 'object' && value !== null ? { ...value } : {};
  const inner = Object.entries(fields).find(([name]) => name === step)?.[1];
  return { ...fields, [step]: fill(inner, rest, mark) };
}

function propertiesOf(schema: Schema): [string, Schema][] {
  const properties = Node.safeParse(schema.properties).data ?? {};
  return Object.entries(properties).map(([name, inner]) => [name, Node.parse(inner)]);
}

function alternatives(schema: Schema): Schema[] {
  return ['anyOf', 'oneOf', 'allOf'].flatMap((key) => {
    const given = schema[key];
    return Array.isArray(given) ? given.map((one) => Node.parse(one)) : [];
  });
}
