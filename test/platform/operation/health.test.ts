import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Http } from '../../../src/platform/http/index.ts';
import { createHttp } from '../../../src/platform/http/serving.ts';
import { type Check, CheckFailure, healthRoutes } from '../../../src/platform/operation/health.ts';
import { startHeartbeat } from '../../../src/platform/operation/heartbeat.ts';
import { createLog } from '../../../src/platform/operation/log.ts';

let http: Http;

afterEach(() => http.close());

async function serve(checks: readonly Check[], limitMs?: number): Promise<Http> {
  const log = createLog({ level: 'silent', name: 'test' });
  http = createHttp({ log, authenticate: () => Promise.reject(new Error('no check asks for a token')) });
  await http.register(healthRoutes(checks, limitMs));
  return http;
}

const available = async () => undefined;
const unavailable = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.1'));

describe('readiness', () => {
  it('names every check', async () => {
    await serve([
      { name: 'database', needed: true, look: available },
      { name: 'queue', needed: false, look: unavailable },
    ]);
    const { statusCode, body } = await http.inject('/readyz');
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual({ ready: true, checks: { database: 'ok', queue: 'failed' }, reasons: {} });
  });

  it('is a problem that names the failed checks, without addresses', async () => {
    await serve([
      { name: 'database', needed: true, look: unavailable },
      { name: 'schema', needed: true, look: available },
    ]);
    const { statusCode, headers, body } = await http.inject('/readyz');
    expect(statusCode).toBe(503);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ code: 'not-ready', missing: ['database'] });
    expect(body).not.toContain('10.0.0.1');
  });

  it.each([
    [false, 200, { reasons: { queue: 'Redis 内存已用尽' } }],
    [true, 503, { detail: '服务缺少以下依赖，无法工作：队列。原因：Redis 内存已用尽。' }],
  ])('gives the known reason of a failed check, needed %s', async (needed, status, answer) => {
    const look = () => Promise.reject(new CheckFailure({ en: 'Redis has no memory left', zh: 'Redis 内存已用尽' }));
    await serve([{ name: 'queue', needed, look }]);
    const { statusCode, body } = await http.inject({ url: '/readyz', headers: { 'accept-language': 'zh-CN' } });
    expect(statusCode).toBe(status);
    expect(JSON.parse(body)).toMatchObject(answer);
  });

  it('is refused by a reason without which the process cannot work, though the check alone would not refuse it', async () => {
    const reason = { en: 'the table journal_entries is locked', zh: '数据表 journal_entries 被锁定' };
    const look = () => Promise.reject(new CheckFailure(reason, { needed: true }));
    await serve([{ name: 'tables', needed: false, look }]);
    const { statusCode, body } = await http.inject('/readyz');
    expect(statusCode).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ code: 'not-ready', missing: ['tables'] });
  });

  it('does not wait for a check that hangs', async () => {
    await serve([{ name: 'database', needed: true, look: () => new Promise(() => undefined) }], 50);
    const begun = performance.now();
    expect((await http.inject('/readyz')).statusCode).toBe(503);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('does not affect /livez', async () => {
    await serve([{ name: 'database', needed: true, look: unavailable }]);
    expect((await http.inject('/livez')).statusCode).toBe(200);
  });
});

describe('a heartbeat', () => {
  it.each([
    ['passes after an answer', available, 'ok'],
    ['fails before the first answer', () => new Promise(() => undefined), 'failed'],
    ['fails when the dependency fails', unavailable, 'failed'],
  ])('%s', async (_, beat, expected) => {
    const heartbeat = startHeartbeat('queue', beat);
    await serve([heartbeat.check(false)]);
    const { body } = await http.inject('/readyz');
    heartbeat.stop();
    expect(JSON.parse(body).checks).toEqual({ queue: expected });
  });

  it('fails after two failures in a row, logs the reason once, and passes after the next answer', async () => {
    const outcomes = [true, false, true, false, false, false, true];
    const seen: string[] = [];
    const logged: unknown[] = [];
    const log = { debug() {}, info() {}, warn() {}, error: (line: unknown) => logged.push(line) };
    const beat = () => (outcomes.shift() === false ? unavailable() : available());
    const heartbeat = startHeartbeat('room', beat, { log, everyMs: 20 });
    const { look } = heartbeat.check(true);
    await vi.waitFor(
      async () => {
        const state = await look().then(
          () => 'ok',
          (error: Error) => error.message,
        );
        if (seen.at(-1) !== state) seen.push(state);
        expect(seen.slice(-3)).toEqual(['ok', 'connect ECONNREFUSED 10.0.0.1', 'ok']);
      },
      { interval: 4 },
    );
    heartbeat.stop();
    expect(logged).toHaveLength(1);
  });
});
