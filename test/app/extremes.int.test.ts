/** Requests that the description allows, with the extremes it allows, about records that exist: none may fail. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { DIVISION_PREFIX } from '../../src/core/identifiers/divisions.ts';
import { openLanes } from '../setup/parallel.ts';
import { batchInput, type Client, useApp } from './fixture.ts';
import { Described, type Operation, operationsOf } from './nonsense.ts';

const app = useApp();
let posts: Operation[];
let gets: Operation[];
let clients: Client[];
let ids: string[];
/** Records that a path names, by its beginning. Steps against organisations fall on spare ones, so that the others go on. */
let named: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  const guarded = operationsOf(Described.parse(app.http.swagger())).filter((one) => one.guarded);
  posts = guarded.filter(({ body }) => body !== undefined);
  gets = guarded.filter(({ method }) => method === 'GET');
  const own = await app.enterprise();
  const recycler = await app.enterprise({ kind: 'recycler' });
  clients = [
    await app.client({ partyId: own.partyId }),
    await app.client({ partyId: recycler.partyId }),
    app.authority,
  ];
  const batches = await Promise.all(
    [own, recycler, recycler].map(({ post, siteId }) =>
      post('/v1/batches', batchInput(siteId, { massGrams: 100_000_000_000, pieces: 100_000 })),
    ),
  );
  const spare = await Promise.all([app.enterprise(), app.enterprise(), app.enterprise()]);
  named = {
    '/v1/parties/': spare.map(({ partyId }) => partyId),
    '/v1/sites/': [own.siteId, recycler.siteId],
    '/v1/batches/': batches.map(({ json }) => String(json.id)),
  };
  ids = [own.partyId, own.siteId, recycler.partyId, recycler.siteId, ...batches.map(({ json }) => String(json.id))];
});

/** Asks as a client does, without holding problems to the description: chance requests meet rare ones in some runs only. */
async function ask({ token }: Client, url: string, body?: string) {
  const headers = { authorization: `Bearer ${token}` };
  const written = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const answer = await app.http.inject(
    body === undefined
      ? { method: 'GET', url, headers }
      : { method: 'POST', url, payload: body, headers: { ...headers, ...written } },
  );
  return { status: answer.statusCode, text: answer.body };
}

const pathTo = (path: string, id: string, at: number): string => {
  const found = Object.entries(named).find(([prefix]) => path.startsWith(prefix))?.[1] ?? [];
  // Every fourth names any record, also of another kind.
  const known = at % 4 === 0 ? undefined : found[at % found.length];
  return path.replaceAll(/\{\w+\}/g, known ?? id);
};

type Schema = Readonly<Record<string, unknown>>;
const Node = z.record(z.string(), z.unknown());

function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  const choices = ['anyOf', 'oneOf'].flatMap((key) => z.array(Node).catch([]).parse(schema[key]));
  if (choices.length > 0) return fc.oneof(...choices.map(valuesOf));
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (schema.type === 'object') {
    const properties = Object.entries(Node.catch({}).parse(schema.properties));
    const requiredKeys = z.array(z.string()).catch([]).parse(schema.required);
    return fc.record(Object.fromEntries(properties.map(([name, inner]) => [name, valuesOf(Node.parse(inner))])), {
      requiredKeys,
    });
  }
  if (schema.type === 'array') {
    const minLength = Number(schema.minItems ?? 0);
    return fc.array(valuesOf(Node.parse(schema.items)), { minLength, maxLength: minLength + 2 });
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    const [min, max] = [Number(schema.minimum ?? 0), Number(schema.maximum ?? 1_000_000)];
    return fc.constantFrom(
      ...new Set([min, min + 1, Math.floor((min + max) / 2), max - 1, max].filter((n) => n >= min && n <= max)),
    );
  }
  if (schema.type === 'boolean') return fc.boolean();
  return schema.type === 'string' ? textsOf(schema) : fc.constant(null);
}

const ODD_TEXTS = ['铅', "'; drop table batches; --", '{code}', '😀'];

function textsOf({ format, pattern, minLength, maxLength }: Schema): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.constantFrom(...ids);
  if (format === 'date') return fc.constantFrom('1900-01-01', '2026-10-05', '2199-12-31');
  if (format === 'date-time') {
    return fc.constantFrom(
      '2000-01-01T00:00:00+23:59',
      '2026-10-01T08:00:00Z',
      '2026-10-15T12:00:00+08:00',
      '2099-12-31T23:59:59.999999Z',
    );
  }
  // Only existing places can be registered.
  if (pattern === DIVISION_PREFIX.source) return fc.constantFrom('450100', '4501', '450403', '459999');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(String(pattern)), { size: 'xsmall' });
  const limits = { minLength: Number(minLength ?? 0), maxLength: Math.min(Number(maxLength ?? 50), 50) };
  const odd = ODD_TEXTS.filter((text) => text.length >= limits.minLength && text.length <= limits.maxLength);
  return odd.length === 0 ? fc.string(limits) : fc.oneof(fc.constantFrom(...odd), fc.string(limits));
}

it('whatever a description allows is answered, and never by a failure', async () => {
  const requests = fc.nat(posts.length - 1).chain((at) => {
    const operation = posts[at];
    return fc.record({
      operation: fc.constant(operation),
      body: valuesOf(operation?.body ?? {}),
      client: fc.constantFrom(...clients),
      id: fc.constantFrom(...ids),
      at: fc.nat(1_000),
    });
  });
  let done = 0;
  const failures = new Map<string, string>();
  const lanes = openLanes();
  await fc.assert(
    fc.asyncProperty(requests, async ({ operation, body, client, id, at }) => {
      const path = operation?.path ?? '';
      await lanes.start(async () => {
        const { status, text } = await ask(client, pathTo(path, id, at), JSON.stringify(body));
        if (status < 300) done += 1;
        const json = status === 201 ? JSON.parse(text) : undefined;
        if (status >= 500) failures.set(path, `${status} ${text} for ${JSON.stringify(body).slice(0, 500)}`);
        if (json?.id !== undefined) ids.push(json.id);
      });
    }),
    // One in seventy succeeds: of fewer, chance may leave too few.
    { numRuns: 2_000 },
  );
  await lanes.done();
  expect([...failures]).toEqual([]);
  expect(done, 'some of it succeeded').toBeGreaterThan(5);
  const { json } = await app.authority.get('/v1/books');
  expect(json).toMatchObject({ sumOfAccountsGrams: 0, negativeAccounts: 0, deviatingAccounts: 0 });
}, 60_000);

/** Cursors that this list or another one may have returned. */
const PLACES = ['0', '-1', '9'.repeat(15), '9'.repeat(19), '1e5', '[1,2]', '', '铅', '2026-01-01T00:00:00Z', '\0'];

it('every request that its description allows is answered without a failure', async () => {
  const cursors = fc.constantFrom(...PLACES).map((place) => Buffer.from(place).toString('base64url'));
  const requests = fc.nat(gets.length - 1).chain((at) => {
    const operation = gets[at];
    const query = operation?.query.map(({ name, schema }) => [name, name === 'cursor' ? cursors : valuesOf(schema)]);
    return fc.record({
      operation: fc.constant(operation),
      query: fc.record(Object.fromEntries(query ?? []), { requiredKeys: [] }),
      client: fc.constantFrom(...clients),
      id: fc.oneof(fc.constantFrom(...ids), fc.constantFrom(...ODD_TEXTS).map(encodeURIComponent)),
    });
  });
  const failures = new Map<string, string>();
  const lanes = openLanes();
  const answered = new Set<string>();
  await fc.assert(
    fc.asyncProperty(requests, async ({ operation, query, client, id }) => {
      const path = operation?.path.replaceAll('{subject}', `batch:${id}`).replaceAll(/\{\w+\}/g, id);
      const asked = `${path}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`;
      await lanes.start(async () => {
        const { status, text } = await ask(client, asked);
        if (status >= 500) failures.set(operation?.path ?? '', `${status} ${text} for ${asked}`);
        if (status === 200) answered.add(operation?.path ?? '');
      });
    }),
    { numRuns: 1_500 },
  );
  await lanes.done();
  expect([...failures]).toEqual([]);
  expect(answered.size, 'some of it was there').toBeGreaterThan(10);
}, 60_000);
