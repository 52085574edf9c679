/** Ambiguous requests over raw sockets, because libraries do not send them. */
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Http } from '../../../src/platform/http/index.ts';
import { createHttp } from '../../../src/platform/http/serving.ts';

let http: Http;
let port: number;

beforeEach(async () => {
  const authenticate = async () =>
    ({ subject: 'a', roles: ['auditor'], source: 'local', scopes: ['batches:read'] }) as const;
  http = createHttp({ authenticate, log: pino({ level: 'silent' }) });
  http.post('/v1/things', { config: { scope: 'batches:read' } }, async () => ({ made: true }));
  http.get('/v1/where', { config: { public: true, vital: true } }, async () => ({ here: true }));
  port = Number(new URL(await http.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterEach(() => http.close());

function speak(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(1_500, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

const HEAD =
  'POST /v1/things HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer good-a\r\nContent-Type: application/json\r\n';
const START = `${HEAD}Connection: close\r\n`;

describe('a request that two servers could read differently', () => {
  it.each([
    ['two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} `],
    ['the same length twice', `${HEAD}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}`],
    ['two lengths in one', `${HEAD}Content-Length: 2, 2\r\n\r\n{}`],
    ['a length and chunks', `${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['chunks and a length', `${HEAD}Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n`],
    ['chunks that are not last', `${HEAD}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    ['chunks twice', `${HEAD}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['chunks under another name', `${HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['chunks that no HTTP/1.0 knows', `${HEAD.replace('1.1', '1.0')}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['a blank before the colon', `${HEAD}Content-Length : 2\r\n\r\n{}`],
    ['a folded header', `${HEAD}X-A: b\r\n Content-Length: 2\r\n\r\n{}`],
    ['a length with a sign', `${HEAD}Content-Length: +2\r\n\r\n{}`],
    ['lines without a carriage return', `${HEAD.replaceAll('\r', '')}Content-Length: 2\n\n{}`],
    ['a chunk of no size', `${HEAD}Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n`],
    ['a chunk that ends without a carriage return', `${HEAD}Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n`],
    ['a NUL in a header', `${HEAD}X-A: b\0c\r\nContent-Length: 2\r\n\r\n{}`],
  ])('is refused by the parser: %s', async (_, text) => {
    const answer = await speak(`${text}GET /v1/where HTTP/1.1\r\nHost: a\r\n\r\n`);
    expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 400 Bad Request');
    expect(answer).toContain('"code":"http-unreadable"');
    // The bytes after it are not taken for another request.
    expect(answer).not.toContain('200 OK');
  });

  it.each([
    ['two hosts', `${START}Host: b\r\n`, 'host'],
    ['the same host twice', `${START}host: a\r\n`, 'host'],
    ['two tokens', `${START}authorization: Bearer good-b\r\n`, 'authorization'],
    ['two content types', `${START}content-TYPE: text/plain\r\n`, 'content-type'],
    ['two proofs', `${START}DPoP: a\r\nDPoP: b\r\n`, 'dpop'],
  ])('is refused: %s', async (_, head, header) => {
    const answer = await speak(`${head}Content-Length: 2\r\n\r\n{}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"header-repeated"');
    expect(answer).toContain(`"header":"${header}"`);
  });

  it('is refused: no host, where a proxy would have put one', async () => {
    const answer = await speak(`${START.replace('Host: a\r\n', '')}Content-Length: 2\r\n\r\n{}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"http-unreadable"');
  });

  it('is refused wherever it goes, also to what is always answered', async () => {
    for (const path of ['/v1/where', '/v1/nothing']) {
      const answer = await speak(`GET ${path} HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`);
      expect(answer, path).toContain('"code":"header-repeated"');
    }
  });

  it.each(['http://b/v1/where', 'http://a:81/v1/where', 'http://x@a/v1/where', 'https://b', 'http:///v1/where'])(
    'is refused: Host: a, and the address %s',
    async (address) => {
      const answer = await speak(`GET ${address} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toMatch(/"code":"(host-contradictory|http-unreadable)"/);
    },
  );
});

describe('a request with one meaning is answered', () => {
  it.each(['http://a/v1/where', 'HTTP://A/v1/where', 'http://a/v1/where?', '/v1/where'])('%s', async (address) => {
    const answer = await speak(`GET ${address} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('with other headers twice', async () => {
    const answer = await speak(`${START}Accept-Language: en\r\nAccept-Language: zh\r\nContent-Length: 2\r\n\r\n{}`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('in chunks', async () => {
    const answer = await speak(`${START}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });
});
