import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ALL_ROLES, ROLES } from '../src/core/access/roles.ts';
import { ALL_SCOPES } from '../src/core/access/scopes.ts';
import { describeRoutes, OPENAPI_FILE } from '../src/openapi.ts';
import { findPlainCodes, findUndescribed, findUnlimited, findWordless } from './openapi-faults.ts';

/** Routes for other systems, which their signatures identify. */
const OPEN = ['get /v1/exchange/keys', 'post /v1/exchange/messages'];

type Schema = Readonly<Record<string, unknown>>;

const Node = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.looseObject({ schema: Node }));
const Reference = z.object({ $ref: z.string() });
const Parameter = z.object({ name: z.string(), in: z.string(), schema: Node, description: z.string().optional() });
const Operation = z.object({
  operationId: z.string().regex(/^[a-z]+[A-Z]\w+$/),
  summary: z.string().min(1),
  description: z.string().optional(),
  'x-roles': z.record(z.string(), z.string()).optional(),
  tags: z.array(z.string()).length(1),
  security: z.union([
    z.tuple([]),
    z.tuple([
      z.object({ oauth2: z.array(z.string()).length(1) }),
      z.object({ bearer: z.tuple([]) }),
      z.object({ dpop: z.tuple([]) }),
    ]),
  ]),
  responses: z.record(z.string(), Node),
  parameters: z.array(z.union([Reference, Parameter])).default([]),
  requestBody: z.object({ content: Content, description: z.string().optional() }).optional(),
});
const Document = z.object({
  openapi: z.string().startsWith('3.1'),
  tags: z.array(z.object({ name: z.string() })),
  'x-tagGroups': z.array(z.object({ name: z.string(), tags: z.array(z.string()).min(1) })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), Node),
    parameters: z.record(z.string(), Parameter),
    responses: z.record(z.string(), z.object({ content: Content })),
    examples: z.record(z.string(), z.object({ value: z.unknown() })),
  }),
});

describe('the description of the API', () => {
  let text: string;
  let document: z.infer<typeof Document>;
  let operations: (Omit<z.infer<typeof Operation>, 'parameters'> & {
    name: string;
    parameters: z.infer<typeof Parameter>[];
  })[];

  beforeAll(async () => {
    text = await describeRoutes();
    document = Document.parse(JSON.parse(text));
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        ...operation,
        name: `${method} ${path}`,
        parameters: operation.parameters.map((one) => ('$ref' in one ? parameterAt(one.$ref) : one)),
      })),
    );
  }, 60_000);

  /** Puts named schemas in the place of references to them. */
  const resolved = (schema: Schema): Schema =>
    JSON.parse(JSON.stringify(schema), (_, value) => {
      if (value === null || typeof value !== 'object' || !('$ref' in value)) return value;
      const { $ref, ...own } = value;
      return { ...resolved(document.components.schemas[nameIn($ref)] ?? {}), ...own };
    });
  const nameIn = (ref: unknown) => String(ref).split('/').at(-1) ?? '';
  const parameterAt = (ref: string) => Parameter.parse(document.components.parameters[nameIn(ref)]);
  const contentsOf = ({ requestBody, responses }: z.infer<typeof Operation> | (typeof operations)[number]) =>
    [
      requestBody,
      ...Object.entries(responses).flatMap(([status, one]) => (status.startsWith('2') ? [one] : [])),
    ].flatMap((one) => {
      const content = (one as { content?: Record<string, Schema> } | undefined)?.content?.['application/json'];
      return content === undefined ? [] : [content];
    });

  it('is the committed one; run "npm run openapi" when it is not', async () => {
    expect(text).toBe(await readFile(OPENAPI_FILE, 'utf8'));
  });

  it('gives every operation a tag that is explained, and a scope unless it is public', () => {
    const tags = document.tags.map(({ name }) => name);
    for (const { name, tags: own, security } of operations) {
      expect(tags, name).toContain(own[0]);
      if (own[0] === 'operation' || OPEN.includes(name)) expect(security, name).toEqual([]);
      else expect(ALL_SCOPES, name).toContain(security[0]?.oauth2[0]);
    }
  });

  it('groups the tags in the order of a reader, each in one group', () => {
    const groups = document['x-tagGroups'];
    expect(groups.map(({ name }) => name)).toEqual(['Register', 'Material flow', 'Exchange', 'Access', 'Operation']);
    expect(groups.flatMap(({ tags }) => tags)).toEqual(document.tags.map(({ name }) => name));
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
      const scope = security[0]?.oauth2[0];
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

  it('names the key that every POST and PATCH with a token needs', () => {
    const keyed = operations.filter(({ parameters }) => parameters.some((one) => one.name === 'Idempotency-Key'));
    const posts = operations.filter(({ name, security }) => /^(post|patch) /.test(name) && security.length > 0);
    expect(keyed.map(({ name }) => name)).toEqual(posts.map(({ name }) => name));
    expect(posts.length).toBeGreaterThan(20);
  });

  it('says of every operation how problems look', () => {
    for (const { name, responses } of operations) {
      for (const [status, response] of Object.entries(responses)) {
        if (status.startsWith('2')) continue;
        const own = '$ref' in response ? document.components.responses[nameIn(response.$ref)] : response;
        expect(Object.keys((own as { content: object }).content), `${name} ${status}`).toEqual([
          'application/problem+json',
        ]);
      }
      expect(responses).toHaveProperty('default');
    }
  });

  it('limits everything that may be sent', () => {
    const unlimited = operations.flatMap(({ name, parameters, requestBody }) => [
      ...parameters.flatMap((parameter) =>
        findUnlimited(resolved(parameter.schema), `${name} ${parameter.in}.${parameter.name}`),
      ),
      ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
        findUnlimited(resolved(schema), `${name} body`),
      ),
    ]);
    expect(unlimited).toEqual([]);
  });

  it('names every body and every answer, and shows an example', () => {
    const nameless = operations.flatMap((operation) =>
      contentsOf(operation).flatMap(({ schema, examples }) =>
        '$ref' in Node.parse(schema) && examples !== undefined ? [] : [operation.name],
      ),
    );
    expect(nameless).toEqual([]);
    const names = ['Party', 'Site', 'Licence', 'Vehicle', 'Person', 'Client', 'Batch', 'Movement', 'Trace', 'Manifest'];
    names.push('ManifestLine', 'Run', 'Supply', 'Assay', 'StockCount', 'Disposition', 'Emission', 'Recovery', 'Flow');
    names.push('RecoveryRecord', 'Partner', 'Delivery', 'Agreement', 'JournalEntry', 'Code', 'Storage', 'ImportReport');
    names.push('RecordBatch', 'DraftManifest', 'PartyPage', 'AcceptLoad', 'Id', 'Grams', 'Instant', 'Day');
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(names));
    expect(Object.keys(document.components.schemas).filter((name) => name.endsWith('Input'))).toEqual([]);
  });

  it('describes every parameter and every field', () => {
    const mute = [
      ...operations.flatMap(({ name, parameters }) =>
        parameters.filter((one) => !('description' in one)).map((one) => `${name} ${one.name}`),
      ),
      ...Object.entries(document.components.schemas).flatMap(([name, schema]) => findUndescribed(schema, name)),
      ...operations.flatMap((operation) =>
        contentsOf(operation).flatMap(({ schema }) => findUndescribed(Node.parse(schema), operation.name)),
      ),
    ];
    expect(mute).toEqual([]);
  });

  it('describes every schema, every body and every answer in a sentence', () => {
    const parts = operations.flatMap(({ name, requestBody, responses }) => [
      ...(requestBody === undefined ? [] : [[`${name} body`, requestBody.description] as const]),
      ...Object.entries(responses).flatMap(([status, one]) =>
        '$ref' in one ? [] : [[`${name} ${status}`, one.description] as const],
      ),
    ]);
    const schemas = Object.entries(document.components.schemas).map(([name, one]) => [name, one.description] as const);
    const names = schemas.map(([name]) => name);
    const empty = [...parts, ...schemas].filter(
      ([, text]) => !/\w{2}/.test(`${text ?? ''}`) || names.includes(`${text}`),
    );
    expect(empty.map(([name]) => name)).toEqual([]);
    expect(parts.length).toBeGreaterThan(150);
  });

  it('has words for each value that a field or parameter may have', () => {
    const wordless = [
      ...operations.flatMap(({ name, parameters }) =>
        parameters.flatMap((one) =>
          findWordless({ ...one.schema, description: one.description }, `${name} ${one.name}`),
        ),
      ),
      ...Object.entries(document.components.schemas).flatMap(([name, schema]) => findWordless(schema, name)),
    ];
    expect(wordless).toEqual([]);
  });

  it('lists the codes of each field that has one, also of those that may be null', () => {
    const schemas = Object.entries(document.components.schemas);
    expect(schemas.flatMap(([name, schema]) => findPlainCodes(schema, name))).toEqual([]);
  });

  it('leads from every 201 that shows a record to its address', () => {
    const shown = operations.flatMap(({ name, responses }) => {
      const { content, headers } = Node.parse(responses['201'] ?? {});
      const { schema } = Content.parse(content ?? {})['application/json'] ?? { schema: {} };
      const { id, code } = Node.parse(resolved(schema).properties ?? {});
      return id === undefined && code === undefined ? [] : [{ name, headers: Node.parse(headers ?? {}) }];
    });
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.filter(({ headers }) => !('Location' in headers)).map(({ name }) => name)).toEqual([]);
  });

  it('names code lists as the address of the code tables does', () => {
    const kind = operations
      .find(({ name }) => name === 'get /v1/codes/{kind}')
      ?.parameters.find(({ name }) => name === 'kind');
    const kinds = kind?.schema.enum as string[];
    const named = [...text.matchAll(/of the list ([\w.-]*\w)/g)].map(([, list]) => list);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((list) => !kinds.includes(String(list)))).toEqual([]);
    expect(text).not.toMatch(
      /recycling\.(processes|materials|supply-kinds|(counted|stock)-items)|codes\.(packaging|forms)/,
    );
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
