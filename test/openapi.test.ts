import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ALL_ROLES, ROLES } from '../src/core/access/roles.ts';
import { ALL_SCOPES } from '../src/core/access/scopes.ts';
import { describeRoutes, OPENAPI_FILE } from '../src/openapi.ts';

/** Routes for other systems, which their signatures identify. */
const OPEN = ['get /v1/exchange/keys', 'post /v1/exchange/messages'];

type Schema = Readonly<Record<string, unknown>>;

const Node = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.object({ schema: Node }));
const Operation = z.object({
  operationId: z.string().regex(/^[a-z]+[A-Z]\w+$/),
  summary: z.string().min(1),
  description: z.string().optional(),
  'x-roles': z.record(z.string(), z.string()).optional(),
  tags: z.array(z.string()).length(1),
  security: z.array(z.object({ bearer: z.array(z.string()).length(1) })).max(1),
  responses: z.looseObject({ default: z.object({ content: Content }) }),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: Node })).default([]),
  requestBody: z.object({ content: Content }).optional(),
});
const Document = z.object({
  openapi: z.string().startsWith('3.1'),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

describe('the description of the API', () => {
  let text: string;
  let document: z.infer<typeof Document>;
  let operations: (z.infer<typeof Operation> & { name: string })[];

  beforeAll(async () => {
    text = await describeRoutes();
    document = Document.parse(JSON.parse(text));
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ ...operation, name: `${method} ${path}` })),
    );
  });

  it('is the committed one; run "npm run openapi" when it is not', async () => {
    expect(text).toBe(await readFile(OPENAPI_FILE, 'utf8'));
  });

  it('gives every operation a tag that is explained, and a scope unless it is public', () => {
    const tags = document.tags.map(({ name }) => name);
    for (const { name, tags: own, security } of operations) {
      expect(tags, name).toContain(own[0]);
      if (own[0] === 'operation' || OPEN.includes(name)) expect(security, name).toEqual([]);
      else expect(ALL_SCOPES, name).toContain(security[0]?.bearer[0]);
    }
  });

  it('names every operation by its method and path, and no two alike', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const named = Object.fromEntries(operations.map(({ name, operationId }) => [name, operationId]));
    expect(named).toMatchObject({
      'get /v1/batches': 'getBatches',
      'post /v1/batches': 'postBatches',
      'get /v1/batches/{id}': 'getBatchesById',
      'post /v1/batches/{id}/split': 'postBatchesByIdSplit',
      'get /v1/journal/subjects/{subject}': 'getJournalSubjectsBySubject',
      'post /v1/stock-counts': 'postStockCounts',
      'get /livez': 'getLivez',
    });
  });

  it('says of every operation with a scope which roles may call it, and on whose records', () => {
    for (const { name, security, description, ...operation } of operations) {
      const scope = security[0]?.bearer[0];
      const may = ALL_ROLES.flatMap((role) => {
        const reach = Object.entries(ROLES[role].may).find(([one]) => one === scope)?.[1];
        return reach === undefined ? [] : [[role, reach] as const];
      });
      expect(operation['x-roles'], name).toEqual(scope === undefined ? undefined : Object.fromEntries(may));
      for (const [role, reach] of may) expect(description, name).toContain(`${role} (${reach})`);
      if (scope !== undefined) expect(may.length, name).toBeGreaterThan(0);
    }
    const split = operations.find(({ name }) => name === 'post /v1/batches/{id}/split');
    expect(split?.['x-roles']).toMatchObject({ enterprise_operator: 'own', collection_point_operator: 'own' });
    expect(split?.['x-roles']).not.toHaveProperty('auditor');
  });

  it('names the key that every POST with a token needs', () => {
    const keyed = operations.filter(({ parameters }) => parameters.some((one) => one.name === 'Idempotency-Key'));
    const posts = operations.filter(({ name, security }) => name.startsWith('post ') && security.length > 0);
    expect(keyed.map(({ name }) => name)).toEqual(posts.map(({ name }) => name));
    expect(posts.length).toBeGreaterThan(20);
  });

  it('says of every operation how problems look', () => {
    for (const { name, responses } of operations) {
      expect(Object.keys(responses.default.content), name).toEqual(['application/problem+json']);
    }
  });

  it('limits everything that may be sent', () => {
    const unlimited = operations.flatMap(({ name, parameters, requestBody }) => [
      ...parameters.flatMap((parameter) =>
        findUnlimited(parameter.schema, `${name} ${parameter.in}.${parameter.name}`),
      ),
      ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => findUnlimited(schema, `${name} body`)),
    ]);
    expect(unlimited).toEqual([]);
  });

  it.each<[string, Schema, string[]]>([
    ['a bare string', { type: 'string' }, ['x: string without a limit']],
    ['a string with a limit', { type: 'string', maxLength: 9 }, []],
    ['a list without an end', { type: 'array', items: { type: 'boolean' } }, ['x: list without a limit']],
    ['an open object', { type: 'object', properties: {} }, ['x: object that takes unknown fields']],
    ['a number without bounds', { type: 'integer' }, ['x: number without bounds']],
    [
      'something inside something',
      { anyOf: [{ type: 'object', additionalProperties: false, properties: { y: { type: 'string' } } }] },
      ['x.y: string without a limit'],
    ],
  ])('finds %s', (_, schema, found) => {
    expect(findUnlimited(schema, 'x')).toEqual(found);
  });
});

/** Finds texts, lists and objects of a request without limits. */
function findUnlimited(schema: Schema, at: string): string[] {
  const has = (...keys: string[]) => keys.some((key) => key in schema);
  const nodes = (value: unknown): Schema[] => (Array.isArray(value) ? value.map((one) => Node.parse(one)) : []);
  const found: string[] = [];
  const fixed = has('enum', 'const', '$ref');
  if (schema.type === 'string' && !fixed && !has('maxLength', 'pattern', 'format'))
    found.push(`${at}: string without a limit`);
  if (schema.type === 'array' && !has('maxItems')) found.push(`${at}: list without a limit`);
  // RFC 7517 lets keys carry members of their own; such an object says so.
  const open = String(schema.description ?? '').includes('further members are ignored');
  if (schema.type === 'object' && schema.additionalProperties !== false && !open) {
    found.push(`${at}: object that takes unknown fields`);
  }
  if (
    (schema.type === 'integer' || schema.type === 'number') &&
    !fixed &&
    !(has('minimum', 'exclusiveMinimum') && has('maximum', 'exclusiveMaximum'))
  ) {
    found.push(`${at}: number without bounds`);
  }
  const properties = Node.safeParse(schema.properties).data ?? {};
  return [
    ...found,
    ...Object.entries(properties).flatMap(([key, inner]) => findUnlimited(Node.parse(inner), `${at}.${key}`)),
    ...(has('items') ? findUnlimited(Node.parse(schema.items), `${at}[]`) : []),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) => nodes(schema[key]).flatMap((one) => findUnlimited(one, at))),
  ];
}
