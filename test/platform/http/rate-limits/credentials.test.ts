import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { authProblem } from '../../../../src/platform/auth/problems.ts';
import type { Http } from '../../../../src/platform/http/index.ts';
import { createHttp } from '../../../../src/platform/http/serving.ts';

let http: Http;
afterEach(() => http.close());

/** Secrets that were checked. */
let looks = 0;

const NO_LIMITS = {
  ...{ clientRate: 0, addressRate: 0, badTokens: 0, badSecrets: 0, tokenRate: 0 },
  ...{ loopDelayMs: 0, waitingMax: 0, waitMaxMs: 0, waiting: () => 0 },
};

function serve(limits: Partial<typeof NO_LIMITS>): void {
  looks = 0;
  const authenticate = () => Promise.reject(authProblem('token-signature-wrong'));
  http = createHttp({ authenticate, log: pino({ level: 'silent' }), rateLimits: { ...NO_LIMITS, ...limits } });
  http.post('/token', { config: { public: true, credentials: true } }, async (request, reply) => {
    reply.hijack();
    looks += 1;
    await new Promise((done) => setTimeout(done, 5));
    const right = Buffer.from(request.headers.authorization?.slice(6) ?? '', 'base64')
      .toString()
      .endsWith(':right');
    reply.raw.writeHead(right ? 200 : 401, { 'content-type': 'application/json' });
    reply.raw.end('{}');
  });
  http.get('/v1/things', { config: { scope: 'batches:read' } }, async () => ({}));
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

type Attempt = { client?: string; from?: string; language?: string };

async function login(secret: string, { client = 'erp', from = '192.0.2.1', language = 'en' }: Attempt = {}) {
  const headers = { authorization: `Basic ${base64(`${client}:${secret}`)}`, 'accept-language': language };
  const answer = await http.inject({ method: 'POST', url: '/token', remoteAddress: from, headers });
  return { status: answer.statusCode, headers: answer.headers, json: answer.json() };
}

async function statuses(times: number, secret: string, how?: (n: number) => Attempt): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) all.push((await login(secret, how?.(n))).status);
  return all;
}

describe('wrong secrets from one address', () => {
  it('beyond their number are not looked at any more, nor is any other token from there', async () => {
    serve({ badTokens: 5 });
    expect(await statuses(20, 'right')).toEqual(Array(20).fill(200));
    expect(await statuses(6, 'wrong', (n) => ({ client: `c${n}` }))).toEqual([...Array(5).fill(401), 429]);
    looks = 0;
    const { status, headers, json } = await login('right', { language: 'zh-CN' });
    expect([status, headers['retry-after'], looks]).toEqual([429, '12', 0]);
    expect(json).toMatchObject({
      code: 'credentials-blocked',
      retryAfterSeconds: 12,
      title: '令牌或客户端密钥错误次数过多',
    });
    const headersOfToken = { authorization: 'Bearer x' };
    const token = await http.inject({ url: '/v1/things', remoteAddress: '192.0.2.1', headers: headersOfToken });
    expect([token.statusCode, token.json().code]).toEqual([429, 'credentials-blocked']);
    expect((await login('right', { from: '192.0.2.2' })).status).toBe(200);
  });

  it('gain nothing by being sent at once', async () => {
    serve({ badTokens: 5 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => login('wrong')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(5).fill(401), ...Array(45).fill(429)]);
    expect(looks).toBe(5);
  });
});

describe('wrong secrets of one client', () => {
  const elsewhere = (n: number): Attempt => ({ from: `198.51.100.${n}` });

  it('are not looked at from however many addresses they come, and the client itself goes on', async () => {
    serve({ badTokens: 5, badSecrets: 3 });
    expect((await login('right')).status).toBe(200);
    expect(await statuses(5, 'wrong', elsewhere)).toEqual([401, 401, 401, 429, 429]);
    looks = 0;
    const blocked = await login('right', { from: '203.0.113.1' });
    expect([blocked.status, blocked.json.code, blocked.headers['retry-after'], looks]).toEqual([
      ...[429, 'credentials-blocked', '20', 0],
    ]);
    expect((await login('right')).status, 'from where it was seen before').toBe(200);
    expect((await login('right', { client: 'other', from: '203.0.113.1' })).status, 'another client').toBe(200);
  });

  it('are those of one client however its name is written', async () => {
    serve({ badSecrets: 3 });
    const written = ['erp', '%65rp', 'e%72p', 'er%70', '%65%72%70'];
    expect(await statuses(5, 'wrong', (n) => ({ ...elsewhere(n), client: written[n] ?? '' }))).toEqual([
      ...[401, 401, 401, 429, 429],
    ]);
  });

  it('blocked, are no refusals of the address they come from', async () => {
    serve({ badTokens: 5, badSecrets: 1 });
    await login('wrong', { from: '203.0.113.9' });
    expect(await statuses(9, 'wrong')).toEqual(Array(9).fill(429));
    expect((await login('right', { client: 'other' })).status).toBe(200);
  });

  it('do not count when the secret is right', async () => {
    serve({ badTokens: 5, badSecrets: 3 });
    expect(await statuses(30, 'right', elsewhere)).toEqual(Array(30).fill(200));
  });

  it('without a name are limited by their address alone', async () => {
    serve({ badTokens: 5, badSecrets: 3 });
    const ask = async (authorization?: string) =>
      (await http.inject({ method: 'POST', url: '/token', headers: authorization ? { authorization } : {} }))
        .statusCode;
    const all = [await ask(), await ask('Basic'), await ask('Basic ***'), await ask(`Basic ${base64('%zz:x')}`)];
    expect(all).toEqual([401, 401, 401, 401]);
    expect([await ask(), await ask()]).toEqual([401, 429]);
  });
});

it('one client gets a limited number of tokens a minute, from all addresses; wrong secrets of others use none of them', async () => {
  serve({ tokenRate: 3 });
  expect(await statuses(9, 'wrong', (n) => ({ from: `198.51.100.${n}` }))).toEqual(Array(9).fill(401));
  expect(await statuses(4, 'right', (n) => ({ from: `192.0.2.${n}` }))).toEqual([200, 200, 200, 429]);
  const { json, headers } = await login('right');
  expect([json.code, headers['retry-after']]).toEqual(['rate-exceeded', '20']);
  expect((await login('right', { client: 'other' })).status).toBe(200);
});
