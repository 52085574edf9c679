/** A worker that has lost its database next to one that has not. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../../src/platform/database/db.ts';
import { startBackground } from '../../../src/platform/process/background.ts';
import { openQueue } from '../../../src/platform/queue/queue.ts';
import { useDatabase } from '../../setup/database.ts';
import { useRedis } from '../../setup/redis.ts';
import { startWire } from '../wire.ts';

const database = useDatabase();
const redis = useRedis();
const log = pino({ level: 'silent' });
const clock = () => new Date('2026-10-05T00:00:00Z');

it('leaves all work to the other, and takes work again when the database answers', { timeout: 60_000 }, async () => {
  const namespace = `${redis.namespace}-standby`;
  const done: string[] = [];
  const failed: string[] = [];

  async function start(name: string, url: string) {
    const db = openDatabase({ url, poolMax: 2 });
    const queue = openQueue({ redisUrl: redis.url, namespace, log });
    const deliver = async (key: string) => {
      await db.execute(sql`select 1`).catch((error: unknown) => {
        failed.push(name);
        throw error;
      });
      done.push(`${name} ${key}`);
    };
    const work = { subscriptions: [], handlers: { deliver }, sweeps: [] };
    const background = await startBackground({ db, log, clock }, queue, work);
    let stopped: Promise<void> | undefined;
    const stop = () =>
      (stopped ??= background
        .stop()
        .then(() => queue.close())
        .then(() => db.$client.end()));
    onTestFinished(stop);
    return { queue, stop };
  }

  const wire = await startWire(new URL(database.url));
  await start('cut', wire.url);
  const healthy = await start('healthy', database.url);
  await wire.cut();
  // The worker notices within a pass; until then it may take work and fail.
  const before = async () => {
    const failures = failed.length;
    await healthy.queue.wakeAll('deliver', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
    await sleep(1_500);
    return failed.length - failures;
  };
  await vi.waitFor(async () => expect(await before()).toBe(0), { timeout: 20_000 });
  done.length = 0;
  const keys = Array.from({ length: 40 }, (_, at) => `key-${at}`);
  for (const key of keys) await healthy.queue.wake('deliver', key);
  await vi.waitFor(() => expect(done.toSorted()).toEqual(keys.map((key) => `healthy ${key}`).toSorted()));

  await wire.mend();
  const { queue } = await start('third', database.url);
  await healthy.stop();
  done.length = 0;
  await vi.waitFor(
    async () => {
      await queue.wakeAll('deliver', keys);
      await sleep(200);
      expect(done.some((one) => one.startsWith('cut '))).toBe(true);
    },
    { timeout: 20_000 },
  );
});
