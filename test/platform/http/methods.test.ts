import type { FastifyPluginAsync } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Http } from '../../../src/platform/http/index.ts';
import { createHttp } from '../../../src/platform/http/serving.ts';

let http: Http;
const answered = { config: { public: true } };

const things: FastifyPluginAsync = async (inner) => {
  inner.get('/batches', answered, async () => []);
  inner.post('/batches', answered, async () => ({}));
  inner.post('/batches/merge', answered, async () => ({}));
  inner.get('/batches/:id', answered, async () => ({}));
  inner.get('/batches/:id/trace.json', answered, async () => ({}));
  inner.get('/files/*', answered, async () => ({}));
};

beforeAll(async () => {
  const authenticate = () => Promise.reject(new Error('nobody is asked for a token'));
  http = createHttp({ authenticate, log: pino({ level: 'silent' }) });
  await http.register(things, { prefix: '/v1' });
  await http.ready();
});
afterAll(() => http.close());

const ask = (method: string, url: string, language = 'en') =>
  http.inject({ method: method as 'GET', url, headers: { 'accept-language': language } });

describe('a method that an address does not take', () => {
  it.each([
    ['DELETE', '/v1/batches', 'GET, HEAD, OPTIONS, POST'],
    ['PUT', '/v1/batches/merge', 'GET, HEAD, OPTIONS, POST'],
    ['POST', '/v1/batches/1', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/v1/batches/1/trace.json?x=/v1/batches/merge', 'GET, HEAD, OPTIONS'],
    ['TRACE', '/v1/files/a/b', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/v1/batches', 'GET, HEAD, OPTIONS, POST'],
  ])('%s %s gets the methods that the address takes', async (method, url, allowed) => {
    const { statusCode, headers, body } = await ask(method, url);
    expect([statusCode, headers.allow]).toEqual([405, allowed]);
    expect(JSON.parse(body)).toMatchObject({ code: 'method-not-allowed', method, allowed: allowed.split(', ') });
    const zh = await ask(method, url, 'zh-CN');
    expect(zh.json()).toMatchObject({ title: '该地址不支持此方法', status: 405 });
  });
});

it.each(['/v1', '/v1/batch', '/v1/batches/1/trace-json', '/v1/batches/1/2/3', '/v1/files', '/xv1/batches'])(
  '%s does not exist, whatever the method',
  async (url) => {
    for (const method of ['GET', 'PUT', 'OPTIONS']) {
      const answer = await ask(method, url);
      expect([answer.statusCode, answer.headers.allow, answer.json().code], method).toEqual([
        404,
        undefined,
        'route-missing',
      ]);
    }
  },
);

it('OPTIONS is answered with the methods and lets no other origin in', async () => {
  const { statusCode, headers, body } = await ask('OPTIONS', '/v1/batches');
  expect([statusCode, headers.allow, body]).toEqual([204, 'GET, HEAD, OPTIONS, POST', '']);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

it('HEAD is answered as GET, without the body', async () => {
  const [head, get] = [await ask('HEAD', '/v1/batches'), await ask('GET', '/v1/batches')];
  expect([head.statusCode, head.body]).toEqual([200, '']);
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
  expect((await ask('HEAD', '/v1/nothing')).body).toBe('');
});
