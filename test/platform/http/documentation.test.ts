import { afterAll, beforeAll, expect, it } from 'vitest';
import { MESSAGES } from '../../../src/features.ts';
import type { Http } from '../../../src/platform/http/index.ts';
import { createHttp, DOCS_PREFIX, describeApi } from '../../../src/platform/http/serving.ts';
import { createLog } from '../../../src/platform/operation/log.ts';

const CODES = MESSAGES.flatMap(({ entries }) => Object.keys(entries));
const TAGS = [{ name: 'operation', description: 'Problems' }];
let http: Http;

beforeAll(async () => {
  const log = createLog({ level: 'silent', name: 'test' });
  const authenticate = () => Promise.reject(new Error('nobody is asked for a token'));
  http = createHttp({ log, authenticate, publicPrefix: DOCS_PREFIX });
  await describeApi(http, { tags: TAGS, messages: MESSAGES });
  await http.ready();
});

afterAll(() => http.close());

it('the catalogue lists every problem in both languages', async () => {
  const { items } = (await http.inject('/problems')).json();
  expect(items.map(({ code }: { code: string }) => code)).toEqual(CODES);
  expect(items[0]).toMatchObject({ en: { title: expect.any(String) }, zh: { remedy: expect.any(String) } });
});

it.each(CODES)('the type of %s leads to its entry', async (code) => {
  const answer = await http.inject(`/problems/${code}`);
  expect(answer.statusCode).toBe(200);
  expect(answer.json().code).toBe(code);
});

it('an unknown code is a problem itself', async () => {
  const answer = await http.inject('/problems/lead-melted');
  expect(answer.statusCode).toBe(404);
  expect(answer.json().code).toBe('route-missing');
});

it('the description can be browsed, with all its files, without a token', async () => {
  const page = await http.inject(DOCS_PREFIX);
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect(page.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  const files = [...page.body.matchAll(/(?:src|href)="\.?\/?(?:docs\/)?(static\/[^"]+)"/g)].map(([, file]) => file);
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) expect((await http.inject(`${DOCS_PREFIX}/${file}`)).statusCode, file).toBe(200);
  expect((await http.inject('/openapi.json')).json().openapi).toBe('3.1.0');
});

it('the address of the service leads to the description', async () => {
  const answer = await http.inject('/');
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${DOCS_PREFIX}/`]);
});

it('the description is compressed for browsers', async () => {
  const headers = { 'accept-encoding': 'gzip' };
  for (const url of ['/openapi.json', '/problems']) {
    expect((await http.inject({ url, headers })).headers['content-encoding'], url).toBe('gzip');
    expect((await http.inject({ url })).headers['content-encoding'], url).toBeUndefined();
  }
});

it('shows the mark of the product on the page, in its tab and where browsers ask for it on their own', async () => {
  const { body } = await http.inject(`${DOCS_PREFIX}/`);
  const [, icon = ''] = /<link rel="icon" type="image\/svg\+xml" href="\.\/([^"]+)"/.exec(body) ?? [];
  const mark = await http.inject(`${DOCS_PREFIX}/${icon}`);
  expect([mark.statusCode, mark.headers['content-type']]).toEqual([200, 'image/svg+xml']);
  expect(mark.body).toContain('<title>Leadloop 铅环</title>');
  const asked = await http.inject('/favicon.ico');
  expect([asked.statusCode, asked.headers['content-type'], asked.body]).toEqual([200, 'image/svg+xml', mark.body]);
  const start = await http.inject(`${DOCS_PREFIX}/static/swagger-initializer.js`);
  expect(start.body).toContain(`data:image/svg+xml;base64,${Buffer.from(mark.body).toString('base64')}`);
  expect(body).not.toContain('favicon-32x32');
});
