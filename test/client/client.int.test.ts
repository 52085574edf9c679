/** The client of the API against a server that loses, breaks, refuses and limits. */
import { describe, expect, it } from 'vitest';
import { type LeadloopOptions, LeadloopProblem, NoAnswer, openLeadloop, tokenOf } from '../../src/client/index.ts';
import { freePort } from '../../src/platform/process/port.ts';
import { breakOff, json, lose, problem, serve, stall } from './scripted-server.ts';

const RECORDED = { id: '0199f2c4-5b1e-7d30-9a44-2f0d1c7be001', warnings: [] };
const BODY = {
  origin: 'collected',
  siteId: '01990000-0000-7000-8000-000000000002',
  batteryKind: 'stationary',
  riskClass: 'I',
  condition: 'whole',
  massGrams: 198_400,
  pieces: 12,
  sourceType: 'repair-shop',
  occurredAt: '2026-10-05T08:30:00+08:00',
} as const;

const open = (baseUrl: string, options: Partial<LeadloopOptions> = {}) =>
  openLeadloop({ baseUrl, token: 'secret', patienceMs: 5_000, ...options });

describe('a request without an answer', () => {
  it.each([
    ['the connection is lost', lose],
    ['the answer breaks off', breakOff],
    [
      'the answer is not the JSON that it promises',
      (response: Parameters<typeof lose>[0]) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[');
      },
    ],
    ['the service fails', problem(500, 'internal')],
    [
      'a proxy does not reach the service',
      (response: Parameters<typeof lose>[0]) => void response.writeHead(502).end('<html>'),
    ],
    ['the service is overloaded', problem(503, 'overloaded')],
  ])('is repeated with the same key and body when %s', async (_, scene) => {
    const { baseUrl, received } = await serve(scene, scene, json(RECORDED, { status: 201 }));
    const reasons: string[] = [];
    const leadloop = open(baseUrl, { onRepeat: (_request, reason) => reasons.push(reason) });
    expect(await leadloop.post('/v1/batches', { body: BODY })).toEqual(RECORDED);
    expect(received).toHaveLength(3);
    expect(reasons).toHaveLength(2);
    expect(new Set(received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([BODY, BODY, BODY]);
  });

  it('is repeated when one attempt takes too long', async () => {
    const { baseUrl, received } = await serve(stall, json({ items: [], nextCursor: null }));
    expect(await open(baseUrl, { attemptMs: 100 }).get('/v1/batches')).toEqual({ items: [], nextCursor: null });
    expect(received).toHaveLength(2);
  });

  it.each(['127.0.0.1', 'localhost'])('is given up when the patience ends, with the failure of %s', async (host) => {
    const nowhere = `http://${host}:${await freePort()}`;
    const failure = await open(nowhere, { patienceMs: 300 })
      .get('/v1/batches')
      .catch((error) => error);
    expect(failure).toBeInstanceOf(NoAnswer);
    expect(failure.message).toBe(
      `GET ${nowhere}/v1/batches got no answer within 0.3 s: ${failure.cause.message || 'ECONNREFUSED'}`,
    );
    expect(failure.cause).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is given up when the caller aborts it', async () => {
    const { baseUrl, received } = await serve(lose);
    const started = performance.now();
    const call = open(baseUrl, { patienceMs: 60_000 }).get('/v1/batches', { signal: AbortSignal.timeout(200) });
    await expect(call).rejects.toThrow(/abort/i);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(received.length).toBeGreaterThan(0);
  });
});

describe('the pause before a repetition', () => {
  it('is as long as the service requests', async () => {
    const limited = problem(429, 'rate-exceeded', { headers: { 'retry-after': '1' } });
    const { baseUrl, received } = await serve(limited, json({ items: [], nextCursor: null }));
    await open(baseUrl).get('/v1/batches');
    const [first, second] = received.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('reads a date too', async () => {
    const date = new Date(Date.now() + 2_000).toUTCString();
    const { baseUrl, received } = await serve(
      problem(503, 'overloaded', { headers: { 'retry-after': date } }),
      json({ items: [], nextCursor: null }),
    );
    await open(baseUrl).get('/v1/batches');
    const [first, second] = received.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(700);
  });

  it('is not made when it would end after the patience', async () => {
    const { baseUrl, received } = await serve(problem(429, 'rate-exceeded', { headers: { 'retry-after': '3600' } }));
    await expect(open(baseUrl).get('/v1/batches')).rejects.toMatchObject({ code: 'rate-exceeded', status: 429 });
    expect(received).toHaveLength(1);
  });
});

describe('a problem', () => {
  it('is thrown with its code, its facts and the id of the request, and is not repeated', async () => {
    const errors = [{ pointer: '#/body/massGrams', rule: 'minimum', detail: 'At least 1.', remedy: 'Weigh again.' }];
    const { baseUrl, received } = await serve(
      problem(400, 'request-invalid', { errors, count: 1, headers: { 'x-request-id': 'r-1' } }),
    );
    const failure = await open(baseUrl)
      .post('/v1/batches', { body: BODY })
      .catch((error) => error);
    expect(failure).toBeInstanceOf(LeadloopProblem);
    expect(failure).toMatchObject({
      code: 'request-invalid',
      status: 400,
      requestId: 'r-1',
      body: { errors, count: 1 },
    });
    expect(failure.message).toBe('request-invalid: It is so. #/body/massGrams At least 1. Do so.');
    expect(received).toHaveLength(1);
  });

  it.each([
    ['HTML', 'text/html', '<h1>Forbidden</h1>'],
    ['broken JSON', 'application/json', '{"code":'],
    ['JSON of another form', 'application/json', '{"message":"no"}'],
  ])('is made from the status when a proxy answers with %s', async (_, type, body) => {
    const { baseUrl } = await serve((response) => void response.writeHead(403, { 'content-type': type }).end(body));
    await expect(open(baseUrl).get('/v1/batches')).rejects.toMatchObject({
      code: 'http-403',
      status: 403,
      body: { detail: body },
    });
  });
});

describe('a list', () => {
  const pages = [
    json({ items: [1, 2], nextCursor: 'a' }),
    json({ items: [], nextCursor: 'b' }),
    json({ items: [3], nextCursor: null }),
  ] as const;

  it('is followed to its end, with the same query on every page', async () => {
    const { baseUrl, received } = await serve(...pages);
    const items = await Array.fromAsync(open(baseUrl).items('/v1/batches', { query: { inStock: 'true', limit: 2 } }));
    expect(items).toEqual([1, 2, 3]);
    expect(received.map(({ url }) => url)).toEqual([
      '/v1/batches?inStock=true&limit=2',
      '/v1/batches?inStock=true&limit=2&cursor=a',
      '/v1/batches?inStock=true&limit=2&cursor=b',
    ]);
  });

  it('is read only as far as its reader goes', async () => {
    const { baseUrl, received } = await serve(...pages);
    for await (const item of open(baseUrl).items('/v1/batches')) if (Number(item) === 2) break;
    expect(received).toHaveLength(1);
  });
});

describe('a request', () => {
  it('has the token, the language, the key and the address of its record', async () => {
    const { baseUrl, received } = await serve(json({ state: 'submitted' }));
    const leadloop = open(baseUrl, { token: async () => 'fresh', language: 'zh-CN' });
    await leadloop.post('/v1/manifests/{id}/submit', {
      path: { id: 'a b' },
      body: { at: '2026-10-05T00:00:00Z' },
      key: 'slip-7',
    });
    expect(received[0]).toMatchObject({
      method: 'POST',
      url: '/v1/manifests/a%20b/submit',
      headers: {
        authorization: 'Bearer fresh',
        'accept-language': 'zh-CN',
        'idempotency-key': 'slip-7',
        'content-type': 'application/json',
      },
    });
  });

  it('of the client below may have an answer of another media type', async () => {
    const workbook = Buffer.from([0x50, 0x4b, 0xff, 0xfe, 0x00]);
    const { baseUrl, received } = await serve(lose, (response) => {
      response.writeHead(200, { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
      response.end(workbook);
    });
    const params = { path: { kind: 'parties' }, query: { format: 'xlsx' } } as const;
    const { data } = await open(baseUrl).raw.GET('/v1/imports/{kind}/template', { params, parseAs: 'arrayBuffer' });
    expect(Buffer.from(data ?? new ArrayBuffer())).toEqual(workbook);
    expect(received).toHaveLength(2);
  });

  it('has a key of its own without one of the caller', async () => {
    const { baseUrl, received } = await serve(json(RECORDED, { status: 201 }));
    const leadloop = open(baseUrl);
    await leadloop.post('/v1/batches', { body: BODY });
    await leadloop.post('/v1/batches', { body: BODY });
    await leadloop.get('/v1/books');
    const keys = received.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBeUndefined();
  });

  it('does not compile with an unknown address, a missing member or a misspelled code, and is refused', async () => {
    const { baseUrl } = await serve(problem(404, 'route-missing'));
    const leadloop = open(baseUrl);
    const { massGrams: _, ...weightless } = BODY;
    const outcomes = await Promise.allSettled([
      // @ts-expect-error: there is no such address
      leadloop.get('/v1/lots'),
      // @ts-expect-error: the mass is missing
      leadloop.post('/v1/batches', { body: weightless }),
      // @ts-expect-error: the id of the address is missing
      leadloop.get('/v1/batches/{id}'),
      // @ts-expect-error: the service has no such code
      leadloop.get('/v1/books').catch(({ code }: LeadloopProblem) => code !== 'route-unknown' && Promise.reject(code)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  });
});

describe('the token of a machine', () => {
  const token = (access_token: string, expires_in: number) => json({ access_token, expires_in, token_type: 'Bearer' });

  it('is requested once, also by concurrent requests, and renewed before it expires', async () => {
    const { baseUrl, received } = await serve(lose, token('first', 600), token('short', 10), token('next', 600));
    const fetched = tokenOf({ baseUrl, id: 'erp', secret: 'a:b/c' });
    expect(await Promise.all([fetched(), fetched()])).toEqual(['first', 'first']);
    expect(received).toHaveLength(2);
    expect(received[1]).toMatchObject({ url: '/oidc/token', body: 'grant_type=client_credentials' });
    expect(received[1]?.headers.authorization).toBe(`Basic ${btoa('erp:a%3Ab%2Fc')}`);

    const brief = tokenOf({ baseUrl, id: 'erp', secret: 's' });
    expect([await brief(), await brief(), await brief()]).toEqual(['short', 'next', 'next']);
  });

  it('is requested again after a refusal', async () => {
    const refusal = json({ error: 'invalid_client' }, { status: 401 });
    const { baseUrl } = await serve(refusal, token('first', 600));
    const fetched = tokenOf({ baseUrl, id: 'erp', secret: 'wrong' });
    await expect(fetched()).rejects.toMatchObject({ code: 'http-401', body: { detail: '{"error":"invalid_client"}' } });
    expect(await fetched()).toBe('first');
  });
});
