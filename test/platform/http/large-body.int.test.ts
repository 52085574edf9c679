import { connect } from 'node:net';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createHttp } from '../../../src/platform/http/serving.ts';

/** Writes everything before it reads anything, as many clients do, and returns what it can read then. */
const sendAll = (port: number, bytes: number) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.pause().on('error', reject);
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('close', () => resolve(answer));
    socket.write(
      `POST /small HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${bytes}\r\n\r\n`,
    );
    socket.write('x'.repeat(bytes), () => socket.resume());
  });

it('answers a body that is far too large with a problem, also to a client that sends all of it first', async () => {
  const http = createHttp({
    log: pino({ level: 'silent' }),
    authenticate: () => Promise.reject(new Error('nobody is asked for a token here')),
  });
  http.post('/small', { config: { public: true }, schema: { body: z.object({}) } }, async () => 'done');
  const address = await http.listen({ host: '127.0.0.1', port: 0 });
  const answer = await sendAll(Number(new URL(address).port), 10_000_000);
  await http.close();
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('"code":"body-too-large"');
  expect(answer).toContain('content-language: en');
}, 20_000);
