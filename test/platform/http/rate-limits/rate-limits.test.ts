import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { authProblem } from '../../../../src/platform/auth/problems.ts';
import type { Http, HttpOptions } from '../../../../src/platform/http/index.ts';
import { createHttp, DOCS_PREFIX, describeApi } from '../../../../src/platform/http/serving.ts';

let http: Http | undefined;
afterEach(() => http?.close());

/** Good tokens are `good-<name>`; every check of one is counted. */
let looks = 0;
const actors = new Map<string, Actor>();
const authenticate = async (authorization: string | undefined): Promise<Actor> => {
  if (authorization === undefined) throw authProblem('token-missing');
  looks += 1;
  const [, subject] = /^Bearer good-(\w+)$/.exec(authorization) ?? [];
  if (subject === undefined) throw authProblem('token-invalid', { reason: 'not-of-this-service' });
  const actor = actors.get(subject) ?? {
    subject,
    roles: ['auditor'] as const,
    source: 'local',
    scopes: ['batches:read'],
  };
  actors.set(subject, actor);
  return actor;
};

const NO_LIMITS = {
  ...{ clientRate: 0, addressRate: 0, badTokens: 0, badSecrets: 0, tokenRate: 0 },
  ...{ loopDelayMs: 0, waitingMax: 0, waitMaxMs: 0, waiting: () => 0 },
};

async function serve(
  limits: Partial<typeof NO_LIMITS> & { sampleMs?: number; holdMs?: number },
  options: Partial<HttpOptions> = {},
  add: (http: Http) => unknown = () => undefined,
): Promise<Http> {
  const log = pino({ level: 'silent' });
  http = createHttp({
    authenticate,
    log,
    rateLimits: { ...NO_LIMITS, ...limits },
    publicPrefix: DOCS_PREFIX,
    ...options,
  });
  await describeApi(http, { tags: [], messages: [] });
  http.get('/v1/things', { config: { scope: 'batches:read' } }, async () => ({ items: [] }));
  http.post('/v1/things', { config: { scope: 'batches:read' } }, async () => ({ made: true }));
  http.get('/v1/where', { config: { public: true } }, async ({ ip }) => ({ ip }));
  http.get('/livez', { config: { public: true, vital: true } }, async () => ({ alive: true }));
  add(http);
  await http.ready();
  return http;
}

type Ask = { token?: string; from?: string; headers?: Record<string, string> };

async function ask(url: string, { token, from = '192.0.2.1', headers = {} }: Ask = {}) {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await http?.inject({ url, remoteAddress: from, headers: { ...authorization, ...headers } });
  if (answer === undefined) throw new Error('nobody serves');
  return { status: answer.statusCode, headers: answer.headers, json: answer.json() };
}

async function statuses(times: number, url: string, how?: Ask): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) all.push((await ask(url, how)).status);
  return all;
}

describe('the rate of a client', () => {
  it('lets a burst pass and then says, in both languages, when to come back', async () => {
    await serve({ clientRate: 1 });
    expect(await statuses(11, '/v1/things', { token: 'good-a' })).toEqual([...Array(10).fill(200), 429]);
    const zh = await ask('/v1/things', { token: 'good-a', headers: { 'accept-language': 'zh-CN' } });
    expect(zh.headers['retry-after']).toBe('1');
    expect(zh.json).toMatchObject({ status: 429, code: 'rate-exceeded', retryAfterSeconds: 1, title: '请求过于频繁' });
    const en = await ask('/v1/things', { token: 'good-a', from: '192.0.2.9' });
    expect(en.json).toMatchObject({ code: 'rate-exceeded', title: 'Too many requests' });
    expect((await ask('/v1/things', { token: 'good-b' })).status).toBe(200);
    await pause(1_050);
    expect((await ask('/v1/things', { token: 'good-a' })).status).toBe(200);
  });

  it('has no limit unless it is given one', async () => {
    await serve({});
    expect(new Set(await statuses(300, '/v1/things', { token: 'good-a' }))).toEqual(new Set([200]));
  });
});

describe('the rate of an address', () => {
  it('apply to callers without a valid token, and to no other caller there', async () => {
    await serve({ addressRate: 1 });
    expect(await statuses(11, '/v1/where')).toEqual([...Array(10).fill(200), 429]);
    expect((await ask('/v1/things')).status).toBe(429);
    expect((await ask('/v1/nowhere')).status).toBe(429);
    expect((await ask('/v1/things', { token: 'good-a' })).status).toBe(200);
    expect((await ask('/v1/where', { from: '192.0.2.2' })).status).toBe(200);
    expect((await ask('/livez')).status).toBe(200);
  });

  it('is one for a whole network of IPv6', async () => {
    await serve({ addressRate: 1 });
    for (let n = 0; n < 10; n += 1) await ask('/v1/where', { from: `2001:db8::${n + 1}` });
    expect((await ask('/v1/where', { from: '2001:db8::ffff' })).status).toBe(429);
    expect((await ask('/v1/where', { from: '2001:db8:0:1::1' })).status).toBe(200);
  });
});

describe('refused tokens', () => {
  it('beyond their number are not looked at any more, while tokens known to be good are', async () => {
    await serve({ badTokens: 5 });
    expect((await ask('/v1/things', { token: 'good-a' })).status).toBe(200);
    expect(await statuses(6, '/v1/things', { token: 'bad' })).toEqual([...Array(5).fill(401), 429]);
    looks = 0;
    const refused = await ask('/v1/things', { token: 'good-new' });
    expect([refused.status, refused.headers['retry-after'], looks]).toEqual([429, '12', 0]);
    expect(refused.json).toMatchObject({ code: 'credentials-blocked', retryAfterSeconds: 12 });
    expect((await ask('/v1/things', { token: 'good-a' })).status).toBe(200);
    expect((await ask('/v1/things', { token: 'good-new', from: '192.0.2.2' })).status).toBe(200);
  });

  it('do not count when they are unset', async () => {
    await serve({ badTokens: 5 });
    expect(new Set(await statuses(20, '/v1/things'))).toEqual(new Set([401]));
  });
});

describe('a forwarded address', () => {
  const headers = { 'x-forwarded-for': '203.0.113.5' };

  it('is not believed of any client', async () => {
    await serve({ addressRate: 1 });
    expect((await ask('/v1/where', { headers })).json).toEqual({ ip: '192.0.2.1' });
    for (let n = 0; n < 10; n += 1) await ask('/v1/where', { headers: { 'x-forwarded-for': `203.0.113.${n}` } });
    expect((await ask('/v1/where', { headers: { 'x-forwarded-for': '203.0.113.99' } })).status).toBe(429);
  });

  it('is believed of a named proxy only, and only what that one adds', async () => {
    await serve({}, { trustProxy: ['10.0.0.0/24'] });
    expect((await ask('/v1/where', { headers, from: '10.0.0.7' })).json).toEqual({ ip: '203.0.113.5' });
    expect((await ask('/v1/where', { headers, from: '10.0.1.7' })).json).toEqual({ ip: '10.0.1.7' });
    const forged = { 'x-forwarded-for': '198.51.100.1, 203.0.113.5' };
    expect((await ask('/v1/where', { headers: forged, from: '10.0.0.7' })).json).toEqual({ ip: '203.0.113.5' });
  });
});

describe('more work than the process can do', () => {
  it('is rejected while too many wait for the database, but health is answered', async () => {
    let waiting = 11;
    await serve({ waitingMax: 10, waiting: () => waiting, holdMs: 0 });
    const { status, headers, json } = await ask('/v1/things', { token: 'good-a' });
    expect([status, json.code, headers['retry-after']]).toEqual([503, 'overloaded', '1']);
    expect((await ask('/livez')).status).toBe(200);
    waiting = 10;
    expect((await ask('/v1/things', { token: 'good-a' })).status).toBe(200);
  });

  it('is refused while requests would wait too long, and taken again when they are answered', async () => {
    const release = await serveSlowly({ waitMaxMs: 250, holdMs: 0 });
    // The first 128 show the pace: all of them answered in half a second.
    await release.after(128, 500);
    const pending = Array.from({ length: 128 }, () => release.ask());
    await pause(0);
    expect((await ask('/v1/things', { token: 'good-a' })).status).toBe(503);
    release.all();
    expect(new Set(await Promise.all(pending))).toEqual(new Set([200]));
    expect((await ask('/v1/things', { token: 'good-a' })).status).toBe(200);
  });

  it('is refused only after a while, so that repeating it at once costs the process little', async () => {
    await serve({ waitingMax: 10, waiting: () => 11, holdMs: 300 });
    const since = performance.now();
    expect((await ask('/v1/things', { token: 'good-a' })).status).toBe(503);
    expect(performance.now() - since).toBeGreaterThan(290);
  });

  it('is refused while the event loop is late, not after one long task', async () => {
    await serve({ loopDelayMs: 10, sampleMs: 250, holdMs: 0 });
    const answers: number[] = [];
    const status = async () => (await ask('/v1/things', { token: 'good-a' })).status;
    for (const since = performance.now(); answers.at(-1) !== 503 && performance.now() - since < 10_000; ) {
      block(40);
      await pause(1);
      answers.push(await status());
    }
    expect(answers.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.at(-1)).toBe(503);
    await expect.poll(status, { timeout: 10_000, interval: 50 }).toBe(200);
  }, 30_000);
});

/** Serves a route whose answers wait for `all` or `after`. */
async function serveSlowly(limits: Parameters<typeof serve>[0]) {
  const waiting: (() => void)[] = [];
  await serve(limits, {}, (server) =>
    server.get('/v1/slow', { config: { scope: 'batches:read' } }, async () => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return {};
    }),
  );
  const one = async () => (await ask('/v1/slow', { token: 'good-a' })).status;
  const all = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return {
    ask: one,
    all,
    /** Answers `count` requests, in ten groups over `ms` milliseconds. */
    after: async (count: number, ms: number) => {
      const asked = Array.from({ length: count }, one);
      for (let group = 0; group < 10; group++) {
        await pause(ms / 10);
        for (const resolve of waiting.splice(0, Math.ceil(count / 10))) resolve();
      }
      await Promise.all(asked);
    },
  };
}

function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('the headers of an answer', () => {
  it('keep what a token was shown out of every cache and frame', async () => {
    await serve({});
    for (const how of [{ token: 'good-a' }, {}]) {
      const { headers } = await ask('/v1/things', how);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  it('demand TLS where the service is reached by it', async () => {
    await serve({}, { https: true });
    expect((await ask('/livez')).headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('let the description run its own scripts', async () => {
    await serve({});
    const page = await http?.inject('/docs/');
    expect(page?.statusCode).toBe(200);
    expect(page?.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('let no other origin in', async () => {
    await serve({});
    const origin = { origin: 'https://elsewhere.example' };
    const preflight = await http?.inject({
      method: 'OPTIONS',
      url: '/v1/things',
      headers: { ...origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
    });
    const answer = await ask('/v1/things', { token: 'good-a', headers: origin });
    expect([preflight?.statusCode, answer.status]).toEqual([204, 200]);
    for (const headers of [preflight?.headers ?? {}, answer.headers]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
