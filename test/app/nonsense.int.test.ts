import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROVINCE_OFFICE_ROLES, scopesOf } from '../../src/core/access/roles.ts';
import { inParallel } from '../setup/parallel.ts';
import { type Client, useApp } from './fixture.ts';
import { Described, exampleOf, type Nonsense, nonsenseFor, type Operation, operationsOf } from './nonsense.ts';

const app = useApp();

const ProblemBody = z.looseObject({
  type: z.string().min(1),
  title: z.string().min(1),
  status: z.int().min(400).max(499),
  detail: z.string().min(1),
  code: z.string().regex(/^[a-z][a-z-]+$/),
  remedy: z.string().min(1),
  instance: z.string(),
});
const Faults = z
  .array(
    z.object({
      pointer: z.string().regex(/^#\/(body|query|params|headers)/),
      rule: z.string(),
      detail: z.string().min(1),
      remedy: z.string().min(1),
    }),
  )
  .min(1);

const CHINESE = /\p{Script=Han}/u;

/** Scopes of organisations; the other routes belong to the province office. */
const OF_ORGANISATIONS = new Set<string>(scopesOf(['enterprise_manager']));

/** Scopes of the province office; reviews of assessments belong to assessors. */
const OF_OFFICE = new Set<string>(scopesOf(PROVINCE_OFFICE_ROLES));

let operations: Operation[];
let organisation: Client;
let authority: Client;
let assessor: Client;
let laboratory: Client;

beforeAll(async () => {
  operations = operationsOf(Described.parse(app.http.swagger()));
  organisation = await app.client({ partyId: (await app.enterprise()).partyId });
  authority = app.authority;
  assessor = await app.client({ subject: 'assessor', roles: ['assessor'] });
  const { partyId } = await app.enterprise();
  laboratory = await app.client({ subject: 'laboratory', partyId, roles: ['laboratory_operator'] });
});

type Sent = Omit<Nonsense, 'what'> & { readonly method: Operation['method'] };

async function send({ method, url, payload, headers }: Sent, { token }: Client, language: string) {
  const json = payload === undefined ? {} : { 'content-type': 'application/json' };
  const own = { authorization: `Bearer ${token}`, 'idempotency-key': 'nonsense', 'accept-language': language };
  const answer = await app.http.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload }),
    headers: { ...json, ...own, ...headers },
  });
  return { status: answer.statusCode, type: answer.headers['content-type'], text: answer.body };
}

/** Finds a fault in the answer to nonsense; undefined without one. */
function complain(answer: Awaited<ReturnType<typeof send>>, named: boolean, chinese: boolean): string | undefined {
  if (answer.status < 400 || answer.status > 499) return `answered ${answer.status} ${answer.text.slice(0, 200)}`;
  if (answer.type !== 'application/problem+json') return `answered as ${answer.type}`;
  const problem = ProblemBody.safeParse(JSON.parse(answer.text));
  if (!problem.success) return `no problem document: ${answer.text.slice(0, 200)}`;
  if (problem.data.status !== answer.status) return `says ${problem.data.status} under ${answer.status}`;
  const texts = [problem.data.title, problem.data.remedy];
  const validation = problem.data.code === 'request-invalid';
  if (named && !validation) return `is no fault of a field: ${answer.text.slice(0, 200)}`;
  const faults = validation ? Faults.safeParse(problem.data.errors) : undefined;
  if (faults?.success === false) return `names no fields: ${answer.text.slice(0, 300)}`;
  for (const fault of faults?.data ?? []) texts.push(fault.detail, fault.remedy);
  const foreign = texts.find((text) => CHINESE.test(text) !== chinese);
  return foreign === undefined ? undefined : `is in the wrong language: ${foreign}`;
}

/** Signed messages are judged each for itself: rubbish among them is answered by a signed refusal under 200. */
const JUDGED_EACH = /^POST \/v1\/exchange\/messages, .* as envelopes\.0$/;

function callerFor(scope: string): Client {
  if (OF_ORGANISATIONS.has(scope)) return organisation;
  if (scope === 'certificates:confirm') return laboratory;
  return OF_OFFICE.has(scope) ? authority : assessor;
}

async function walk(operation: Operation): Promise<string[]> {
  const complaints: string[] = [];
  for (const { what, named = false, ...sent } of nonsenseFor(operation)) {
    const client = callerFor(operation.scope ?? '');
    if (JUDGED_EACH.test(`${operation.method} ${operation.path}, ${what}`)) continue;
    for (const language of ['en', 'zh-CN']) {
      const answer = await send({ ...sent, method: operation.method }, client, language);
      const wrong = complain(answer, named, language === 'zh-CN');
      if (wrong !== undefined)
        complaints.push(`${operation.method} ${operation.path}, ${what} (${language}): ${wrong}`);
    }
  }
  return complaints;
}

describe('nonsense', () => {
  it('is refused by every address with a problem that says what to do, in both languages', async () => {
    const complaints: string[] = [];
    await inParallel(
      operations.filter(({ path }) => path.startsWith('/v1/')),
      async (operation) => {
        complaints.push(...(await walk(operation)));
      },
    );
    expect(complaints).toEqual([]);
  }, 120_000);

  it('leaves nothing behind', async () => {
    const { json } = await authority.get('/v1/books');
    expect(json).toMatchObject({ sumOfAccountsGrams: 0, negativeAccounts: 0, deviatingAccounts: 0, movements: 0 });
  });

  it('is not the only thing that must not fail: so must an example of each body, though nothing it names exists', async () => {
    const failures: string[] = [];
    for (const { method, path, body } of operations.filter((one) => one.body !== undefined)) {
      for (const client of [authority, organisation]) {
        const payload = JSON.stringify(exampleOf(body ?? {}));
        const headers = { 'idempotency-key': `${method} ${path}`.replaceAll(' ', '-') };
        const url = path.replaceAll(/\{\w+\}/g, '01999999-0000-7000-8000-000000000001');
        const answer = await send({ method, url, payload, headers }, client, 'en');
        if (answer.status >= 500) failures.push(`${method} ${path}: ${answer.status} ${answer.text}`);
      }
    }
    expect(failures).toEqual([]);
  });

  it('without an idempotency key, or with garbage as one, nothing is made by a POST', async () => {
    const posts = operations.filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/'));
    expect(posts.length).toBeGreaterThan(5);
    const complaints: string[] = [];
    for (const { path } of posts) {
      for (const key of [undefined, '', ' ', 'a b', 'é', 'x'.repeat(256)]) {
        const { status, json } = await keyless(path, key);
        if (status < 400 || status > 499 || typeof json.remedy !== 'string')
          complaints.push(`${path} ${key}: ${status}`);
      }
    }
    expect(complaints).toEqual([]);
  });

  async function keyless(path: string, key: string | undefined) {
    const answer = await app.http.inject({
      method: 'POST',
      url: path.replaceAll(/\{\w+\}/g, '01999999-0000-7000-8000-000000000001'),
      payload: '{}',
      headers: {
        authorization: `Bearer ${organisation.token}`,
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
    });
    return { status: answer.statusCode, json: answer.json() };
  }

  it('as an address or a method is a problem too', async () => {
    for (const [method, url] of [
      ['GET', '/v1/nothing'],
      ['GET', '/%zz'],
      ['GET', '/v1/batches/%C3%28'],
      ['DELETE', '/v1/batches'],
      ['OPTIONS', '/v1/nothing'],
      ['PUT', '/v1/parties'],
      ['POST', '/livez'],
      ['GET', '//'],
      ['GET', `/${'x'.repeat(8_000)}`],
    ] as const) {
      const answer = await app.http.inject({ method, url });
      const seen = { status: answer.statusCode, type: answer.headers['content-type'], text: answer.body };
      expect(complain(seen, false, false), `${method} ${url.slice(0, 40)}`).toBeUndefined();
    }
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['a bad header', 'GET /v1/batches HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n'],
    ['two lengths', 'POST /v1/batches HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}'],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`],
    ['a method that does not exist', 'MELT / HTTP/1.1\r\nhost: x\r\n\r\n'],
  ])('on the wire is answered with a problem: %s', async (_, request) => {
    const text = await overTheWire(request);
    const [head = '', body = ''] = text.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(ProblemBody.safeParse(JSON.parse(body)).error).toBeUndefined();
  });

  async function overTheWire(request: string): Promise<string> {
    if (!app.http.server.listening) await app.http.listen({ host: '127.0.0.1', port: 0 });
    const address = app.http.server.address();
    if (address === null || typeof address === 'string') throw new Error('the API listens on no port');
    return new Promise((resolve, reject) => {
      const socket = connect(address.port, '127.0.0.1', () => socket.write(request));
      let text = '';
      socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(text));
    });
  }
});
