/** Answers of a partner that means harm: time and memory stay bounded, and the delivery stays due. */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { deliverTo } from '../../src/exchange/deliveries/sending-service.ts';
import { newId } from '../../src/platform/ids.ts';
import { type FakePartner, giveReceipts, startPartner } from './fake-partner.ts';
import { registered } from './keys.ts';
import { entryOf, useSending } from './sending.ts';

const sending = useSending();
const { plan, partnerRow, states, register, deliverAll } = sending;
const MIB = 1024 * 1024;

const deep = `{"receipts":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`;
const bomb = gzipSync(Buffer.alloc(512 * MIB, 32));

type Answer = Parameters<FakePartner['next']>[0];
/** Bytes on the connection in place of an answer. */
const raw =
  (bytes: string): Answer =>
  (response) =>
    void response.socket?.write(bytes);
const rawEnd =
  (bytes: string): Answer =>
  (response) =>
    void response.socket?.end(bytes);
/** Limit for partners that never finish their answer: the test waits for all of it. */
const SILENT_MS = 500;
const SILENT = `no answer within ${SILENT_MS} ms`;

const HOSTILE: readonly [string, Answer, string | RegExp][] = [
  [
    'an answer without end',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(MIB, 32);
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      pour();
    },
    /^(answered more than 4 MiB|no answer within)/,
  ],
  [
    'a compressed answer of half a gibibyte',
    (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    'answered in a content coding that was not asked for',
  ],
  ['a deep answer', (response) => response.writeHead(200).end(deep), 'answered something else than receipts'],
  [
    'one byte after the other',
    (response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
    SILENT,
  ],
  [
    'a way into the own network',
    (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
    'answered 302',
  ],
  [
    'headers without end',
    (response) => response.writeHead(200, { 'x-long': 'x'.repeat(100_000) }).end(),
    /^the connection failed/,
  ],
  [
    'another protocol',
    raw('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
    'answered 101',
  ],
  [
    'another protocol that talks on',
    (response) => {
      response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n');
      const timer = setInterval(() => response.socket?.write('x'.repeat(1_000)), 20);
      response.socket?.on('close', () => clearInterval(timer));
    },
    'answered 101',
  ],
  ['another protocol without a name', raw('HTTP/1.1 101 Switching Protocols\r\n\r\n'), 'answered 101'],
  [
    'interim answers without end',
    (response) => {
      const timer = setInterval(() => response.socket?.write('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(10)), 20);
      response.socket?.on('close', () => clearInterval(timer));
    },
    'answered more than 10 times that it goes on',
  ],
  ['silence after an interim answer', raw('HTTP/1.1 100 Continue\r\n\r\n'), SILENT],
  ['silence', () => undefined, SILENT],
  ['half a header', raw('HTTP/1.1 200 OK\r\ncontent-ty'), SILENT],
  ['half a body', raw('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"receipts":'), SILENT],
  ['half a chunk', raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{"receipts":'), SILENT],
  ['a closed connection', (response) => response.destroy(), /^the connection failed/],
  ['a closed connection after half a header', rawEnd('HTTP/1.1 200 OK\r\nconten'), /^the connection failed/],
  [
    'a closed connection after the headers',
    rawEnd('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n'),
    /^the connection failed/,
  ],
  [
    'a reset connection after the headers',
    (response) => {
      response.writeHead(200, { 'content-length': 1_000 }).flushHeaders();
      setTimeout(() => response.socket?.resetAndDestroy(), 50);
    },
    /^the connection failed/,
  ],
  ['no HTTP', rawEnd('SSH-2.0-OpenSSH_9.9\r\n'), /^the connection failed/],
  ['an endless refusal', (response) => void response.writeHead(500).write('x'), 'answered 500'],
];

test.each(HOSTILE)('%s ends soon, and the message stays due', async (_, answer, reason) => {
  const timeoutMs = reason === SILENT ? SILENT_MS : 2_000;
  sending.use({ exchange: { ...sending.deps.exchange, timeoutMs } });
  const partner = await register(await startPartner());
  await plan(entryOf(newId(), 1));
  partner.next(answer);
  const before = { at: Date.now(), memory: process.memoryUsage().rss };
  await deliverTo(sending.deps, '44');
  expect(Date.now() - before.at).toBeLessThan(8_000);
  expect(process.memoryUsage().rss - before.memory).toBeLessThan(200 * MIB);
  expect((await partnerRow()).lastError).toMatch(reason);
  expect(await states()).toEqual(['due']);
  await deliverAll();
  expect(await states()).toEqual(['acknowledged']);
});

test('a partner that answers in the last moment leaves the place to others', async () => {
  const woken: string[] = [];
  sending.use({
    exchange: { ...sending.deps.exchange, timeoutMs: 1_000 },
    wake: async (_, partner) => void woken.push(partner),
  });
  const partner = await register(await startPartner());
  const entries = Array.from({ length: 1_000 }, () => entryOf(newId(), 1));
  await plan(...entries);
  for (let request = 0; request < 10; request++) {
    partner.next(async (response, envelopes) => {
      const receipts = await partner.receipts(envelopes);
      setTimeout(() => giveReceipts(response, receipts), 500);
    });
  }
  await deliverTo(sending.deps, '44');
  expect(partner.requests.length).toBeGreaterThan(0);
  expect(partner.requests.length).toBeLessThan(9);
  expect(woken).toEqual(['44']);
  expect((await partnerRow()).failures).toBe(0);
});

test('a job ends although something in it never does, and what it left behind records nothing', async () => {
  const stuck = Promise.withResolvers<never>();
  const { law } = sending.deps;
  sending.use({ exchange: { ...sending.deps.exchange, timeoutMs: 100 }, law: () => stuck.promise });
  await register(await startPartner());
  await plan(entryOf(newId(), 1));
  await expect(deliverTo(sending.deps, '44')).rejects.toThrow('The sending took longer than 2400 ms');
  expect(await states()).toEqual(['due']);
  stuck.resolve((await law()) as never);
  await sleep(200);
  expect(await states()).toEqual(['due']);
  sending.use({ law });
  await deliverAll();
  expect(await states()).toEqual(['acknowledged']);
});

test.each(['99999999999999999999', 'Fri, 31 Dec 9999 23:59:59 GMT', '-5', 'soon'])(
  'a pause of %s is an hour at most',
  async (pause) => {
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1));
    partner.next((response) => response.writeHead(503, { 'retry-after': pause }).end());
    await deliverTo(sending.deps, '44');
    const until = (await partnerRow()).nextAttemptAt?.getTime() ?? 0;
    expect(until - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(await states()).toEqual(['due']);
  },
);

test('a name that leads into an internal network is not connected to, also when it did not at first', async () => {
  const partner = await startPartner();
  const url = partner.url.replace('127.0.0.1', 'partner.example.org');
  const partners = { http: true, networks: [] };
  sending.use({ exchange: { ...sending.deps.exchange, partners } });
  await register({ ...partner, url }, [registered(partner.key)]);
  await plan(entryOf(newId(), 1));
  const { lookup } = dns;
  onTestFinished(() => {
    dns.lookup = lookup;
    syncBuiltinESMExports();
  });
  const toLoopback = (_: string, __: object, done: (...found: unknown[]) => void) =>
    done(null, [{ address: '127.0.0.1', family: 4 }]);
  dns.lookup = toLoopback as never;
  syncBuiltinESMExports();
  await deliverTo(sending.deps, '44');
  expect((await partnerRow()).lastError).toBe('its name leads into an internal network');
  expect(partner.requests).toEqual([]);
  expect(await states()).toEqual(['due']);
});
