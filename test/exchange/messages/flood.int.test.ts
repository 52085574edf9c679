/** Requests that cannot be read count towards the limits of unsigned envelopes. */
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { useApp } from '../../app/fixture.ts';

const MB = 1_000_000;
type Flood = { readonly [status: number]: number; readonly refused: boolean };
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
  /** Sends one after the other until too many have come, and counts the answers of before by status. */
  const flood = async (max: number, ...sent: Parameters<typeof send>): Promise<Flood> => {
    const answers: Record<number, number> = {};
    for (let n = 0; n < max; n++) {
      const status = await send(...sent);
      if (status === 429) return { ...answers, refused: true };
      answers[status] = (answers[status] ?? 0) + 1;
    }
    return { ...answers, refused: false };
  };
  return { send, flood };
}

const BODIES: readonly [string, string][] = [
  ['that is malformed', `{"envelopes":["${'x'.repeat(1.8 * MB)}"`],
  ['that is nested deeply', `{"envelopes":${'['.repeat(0.9 * MB)}${']'.repeat(0.9 * MB)}}`],
  ['of very many envelopes', `{"envelopes":[${'"",'.repeat(0.6 * MB)}""]}`],
  ['of one long envelope', `{"envelopes":["${'x'.repeat(1.8 * MB)}"]}`],
];

test.each(BODIES)('a body %s is refused, and then too many bytes have come', async (_, body) => {
  const answers = await startSender().flood(24, body);
  expect(answers).toEqual({ 400: expect.any(Number), refused: true });
  expect(answers[400]).toBeGreaterThan(10);
  expect(await startSender().send('{"envelopes":["a"]}')).toBe(200);
});

test('a body of unknown length counts by what was read of it', async () => {
  const body = `{"envelopes":["${'x'.repeat(1.8 * MB)}"`;
  const answers = await startSender().flood(24, body, { 'transfer-encoding': 'chunked' });
  expect(answers).toEqual({ 400: expect.any(Number), refused: true });
});

test('a body that is too long counts as far as it would be read', async () => {
  const { send } = startSender();
  const statuses = await Promise.all(Array.from({ length: 14 }, () => send('', { 'content-length': 500 * MB })));
  expect(statuses.filter((status) => status === 413).length).toBeGreaterThan(8);
  expect(statuses).toContain(429);
});

test('bodies that come at the same time are counted before they are read', async () => {
  const { send } = startSender();
  const statuses = await Promise.all(BODIES.concat(BODIES, BODIES, BODIES, BODIES).map(([, body]) => send(body)));
  expect(statuses.filter((status) => status === 400).length).toBeLessThanOrEqual(12);
  expect(statuses).toContain(429);
});

test('small bodies that cannot be read count by their number', async () => {
  const answers = await startSender().flood(1_200, '{');
  expect(answers).toEqual({ 400: expect.any(Number), refused: true });
  expect(answers[400]).toBeGreaterThanOrEqual(600);
});

test('bodies that can be read cost their unsigned envelopes only', async () => {
  const padded = `{"envelopes":["a"]${' '.repeat(1.8 * MB)}}`;
  expect(await startSender().flood(16, padded)).toEqual({ 200: 16, refused: false });
});
