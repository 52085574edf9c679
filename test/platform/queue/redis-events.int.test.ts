import { Redis } from 'ioredis';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openQueue } from '../../../src/platform/queue/queue.ts';
import { useRedis } from '../../setup/redis.ts';

const log = pino({ level: 'silent' });
const redis = useRedis();

test('Redis keeps few of the events, which are not read', async () => {
  const namespace = `${redis.namespace}-events`;
  const queue = openQueue({ redisUrl: redis.url, namespace, log });
  onTestFinished(() => queue.close());
  for (let set = 0; set < 10; set++)
    await queue.wakeAll(
      'deliver',
      Array.from({ length: 100 }, (_, at) => `${set}-${at}`),
    );
  const client = new Redis(redis.url);
  onTestFinished(() => client.disconnect());
  const [stream = ''] = await client.keys(`{${namespace}}:*:events`);
  // Redis trims by whole nodes of about a hundred entries.
  expect(await client.xlen(stream)).toBeLessThan(400);
});
