import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Http } from '../../../../src/platform/http/index.ts';
import { createHttp } from '../../../../src/platform/http/serving.ts';

let http: Http;

beforeAll(async () => {
  const authenticate = () => Promise.reject(new Error('nobody is asked for a token'));
  http = createHttp({ authenticate, log: pino({ level: 'silent' }) });
  const echo = (url: string, body: z.ZodType) =>
    http.post(url, { config: { public: true }, schema: { body } }, async (request) => ({ body: request.body }));
  http.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer' },
    async (_: unknown, file: Buffer) => `a file of ${file.length} bytes`,
  );
  echo('/file', z.unknown());
  echo('/optional', z.strictObject({ at: z.string().optional(), count: z.int().default(7) }));
  echo('/required', z.strictObject({ at: z.string() }));
  http.post('/none', { config: { public: true } }, async (request) => ({ body: request.body ?? null }));
  await http.ready();
});
afterAll(() => http.close());

const json = { 'content-type': 'application/json' };

it('a body of optional fields may be left out, and is then an empty object', async () => {
  for (const how of [{}, { headers: json, payload: '' }, { headers: json, payload: '{}' }]) {
    const answer = await http.inject({ method: 'POST', url: '/optional', ...how });
    expect(answer.json(), JSON.stringify(how)).toEqual({ body: { count: 7 } });
  }
});

it('a body of null is no absent body', async () => {
  const answer = await http.inject({ method: 'POST', url: '/optional', headers: json, payload: 'null' });
  expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/body' }] });
});

it('a body with a required field may not be left out', async () => {
  const absent = await http.inject({ method: 'POST', url: '/required' });
  expect(absent.json()).toMatchObject({ status: 400, code: 'request-invalid', errors: [{ pointer: '#/body' }] });
  const empty = await http.inject({ method: 'POST', url: '/required', headers: json, payload: '' });
  expect(empty.json()).toMatchObject({ status: 400, code: 'body-unreadable' });
});

it.each<[string, object]>([
  ['no content type', {}],
  ['JSON', { headers: json, payload: '' }],
  ['JSON and a length of 0', { headers: { ...json, 'content-length': '0' } }],
  ['JSON in parts', { headers: { ...json, 'transfer-encoding': 'chunked' }, payload: '' }],
  ['a form, as curl names it', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' }],
])('an operation without a body accepts an empty one with %s', async (_, how) => {
  const answer = await http.inject({ method: 'POST', url: '/none', ...how });
  expect([answer.statusCode, answer.json()]).toEqual([200, { body: null }]);
});

it('an operation without a body reads no other content types', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await http.inject({ method: 'POST', url: '/none', headers: form, payload: 'at=now' });
  expect(answer.json()).toMatchObject({ status: 415, code: 'content-type-unsupported' });
});

it('an empty file is read by the reader of its content type', async () => {
  const answer = await http.inject({
    method: 'POST',
    url: '/file',
    headers: { 'content-type': 'text/csv' },
    payload: '',
  });
  expect([answer.statusCode, answer.json()]).toEqual([200, { body: 'a file of 0 bytes' }]);
});
