/** Requests that cannot be read count against the limits of what nobody has signed, as unsigned envelopes do. */
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { useApp } from '../app/fixture.ts';

const MB = 1_000_000;
const app = useApp({ province: '44' });

beforeAll(async () => {
  await app.http.listen({ port: 0, host: '127.0.0.1' });
});

/** Every sender has an address of its own in the loopback network, so the tests do not share limits. */
let senders = 1;
function startSender() {
  const localAddress = `127.0.1.${++senders}`;
  const { port } = app.http.server.address() as AddressInfo;
  const send = (body: string, headers: Record<string, string | number> = { 'content-length': body.length }) =>
    new Promise<number>((answered, failed) => {
      const sending = request({ host: '127.0.0.1', port, localAddress, method: 'POST', path: '/v1/exchange/messages' });
      sending.setHeader('content-type', 'application/json');
      for (const [name, value] of Object.entries(headers)) sending.setHeader(name, value);
      sending.on('response', (response) => {
        answered(response.statusCode ?? 0);
        response.resume();
      });
      sending.on('error', failed);
      sending.end(body);
      onTestFinished(() => void sending.destroy());
    });
  const many = async (count: number, ...sent: Parameters<typeof send>) => {
    const statuses: number[] = [];
    for (let n = 0; n < count; n++) statuses.push(await send(...sent));
    return statuses;
  };
  return { send, many };
}

const BODIES: readonly [string, string][] = [
  ['that is malformed', `{"envelopes":["${'x'.repeat(1.8 * MB)}"`],
  ['that is nested deeply', `{"envelopes":${'['.repeat(0.9 * MB)}${']'.repeat(0.9 * MB)}}`],
  ['of very many envelopes', `{"envelopes":[${'"",'.repeat(0.6 * MB)}""]}`],
  ['of one long envelope', `{"envelopes":["${'x'.repeat(1.8 * MB)}"]}`],
];

test.each(BODIES)('a body %s is refused, and then too many bytes have come', async (_, body) => {
  const { many, send } = startSender();
  const statuses = await many(14, body);
  expect(statuses.slice(0, 11)).toEqual(Array(11).fill(400));
  expect(statuses.at(-1)).toBe(429);
  expect(await send('{"envelopes":["a"]}')).toBe(429);
  expect(await startSender().send('{"envelopes":["a"]}')).toBe(200);
});

test('a body of unknown length counts by what was read of it', async () => {
  const statuses = await startSender().many(16, `{"envelopes":["${'x'.repeat(1.8 * MB)}"`, {
    'transfer-encoding': 'chunked',
  });
  expect(statuses[0]).toBe(400);
  expect(statuses.at(-1)).toBe(429);
});

test('a body that is too long counts as far as it would be read', async () => {
  const statuses = await startSender().many(12, '', { 'content-length': 500 * MB });
  expect(statuses.slice(0, 9)).toEqual(Array(9).fill(413));
  expect(statuses.at(-1)).toBe(429);
});

test('bodies that come at the same time are counted before they are read', async () => {
  const { send } = startSender();
  const statuses = await Promise.all(BODIES.concat(BODIES, BODIES, BODIES, BODIES).map(([, body]) => send(body)));
  expect(statuses.filter((status) => status === 400).length).toBeLessThanOrEqual(12);
  expect(statuses).toContain(429);
});

test('small bodies that cannot be read count by their number', async () => {
  const { many } = startSender();
  const statuses = await many(601, '{');
  expect(statuses[599]).toBe(400);
  expect(statuses[600]).toBe(429);
});

test('bodies that can be read cost their unsigned envelopes only', async () => {
  const padded = `{"envelopes":["a"]${' '.repeat(1.8 * MB)}}`;
  expect(await startSender().many(14, padded)).toEqual(Array(14).fill(200));
});
