import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createHttp } from '../../../src/platform/http/serving.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const get = (url: string) =>
  new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
    request(url, { agent }, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode, connection: answer.headers.connection }));
    })
      .on('error', reject)
      .end();
  });

it('closes as soon as the last request is answered, although its connection was to be kept alive', async () => {
  const http = createHttp({
    log: pino({ level: 'silent' }),
    authenticate: () => Promise.reject(new Error('nobody is asked for a token here')),
  });
  http.get('/slow', { config: { public: true } }, async () => {
    await pause(100);
    return 'done';
  });
  const address = await http.listen({ host: '127.0.0.1', port: 0 });
  const asked = get(`${address}/slow`);
  await pause(30);
  const started = performance.now();
  await Promise.all([http.close(), asked]);
  expect(await asked).toEqual({ status: 200, connection: 'close' });
  expect(performance.now() - started).toBeLessThan(2_000);
  agent.destroy();
}, 10_000);
