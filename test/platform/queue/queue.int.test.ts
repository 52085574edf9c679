import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { freePort } from '../../../src/platform/process/port.ts';
import {
  type Handlers,
  openQueue,
  type Queue,
  type QueueServer,
  type WorkerOptions,
} from '../../../src/platform/queue/queue.ts';
import { useDatabase } from '../../setup/database.ts';
import { useRedis } from '../../setup/redis.ts';
import { startWire } from '../wire.ts';

const log = pino({ level: 'silent' });
const database = useDatabase();
const redis = useRedis();

const backends: readonly [string, () => QueueServer][] = [
  ['Redis', () => ({ redisUrl: redis.url })],
  ['PostgreSQL', () => ({ postgresUrl: database.url })],
];

describe.each(backends)('wake-ups on %s', (_name, server) => {
  let namespace = redis.namespace;
  let count = 0;
  afterEach(() => {
    count += 1;
    namespace = `${redis.namespace}-${count}`;
  });

  function open(): { queue: Queue; errors: string[] } {
    const errors: string[] = [];
    const queue = openQueue({
      ...server(),
      log,
      namespace,
      onError: (error, about) => errors.push(`${about}: ${error}`),
    });
    onTestFinished(() => queue.close());
    return { queue, errors };
  }

  async function work(queue: Queue, handlers: Handlers, options?: WorkerOptions) {
    const worker = await queue.startWorker(handlers, options);
    onTestFinished(() => worker.close(2_000));
    return worker;
  }

  test('every key is worked on by the handler of its topic', async () => {
    const { queue } = open();
    const seen: string[] = [];
    await work(queue, {
      deliver: async (key) => void seen.push(`deliver ${key}`),
      evaluate: async (key) => void seen.push(`evaluate ${key}`),
    });
    await queue.wakeAll('deliver', ['gx', 'gd', '一:二']);
    await queue.wake('evaluate', '2026-06');
    await vi.waitFor(() =>
      expect(new Set(seen)).toEqual(new Set(['deliver gd', 'deliver gx', 'deliver 一:二', 'evaluate 2026-06'])),
    );
  });

  test('many wake-ups of a waiting key are one piece of work', async () => {
    const { queue } = open();
    for (let round = 0; round < 20; round++) await queue.wake('deliver', 'gx');
    expect(await queue.countWaiting()).toBe(1);
  });

  test('as many keys as there are provinces may hang, and another is worked on at once', async () => {
    const { queue } = open();
    const release = Promise.withResolvers<void>();
    onTestFinished(() => release.resolve());
    const begun = new Set<string>();
    await work(queue, {
      deliver: async (key) => {
        begun.add(key);
        if (key !== 'healthy') await release.promise;
      },
    });
    const hanging = Array.from({ length: 34 }, (_, at) => `hanging-${at}`);
    await queue.wakeAll('deliver', hanging);
    await vi.waitFor(() => expect(begun.size).toBe(hanging.length), { timeout: 5_000 });
    await queue.wake('deliver', 'healthy');
    await vi.waitFor(() => expect(begun).toContain('healthy'), { timeout: 5_000 });
    release.resolve();
  });

  test('a key that was worked on can be woken again', async () => {
    const { queue } = open();
    let runs = 0;
    await work(queue, {
      deliver: async () => {
        runs += 1;
      },
    });
    for (let round = 1; round <= 5; round++) {
      await queue.wake('deliver', 'gx');
      await vi.waitFor(() => expect(runs).toBeGreaterThanOrEqual(round));
    }
  });

  test('a wake-up in the middle of a run leads to another run after it', async () => {
    const { queue } = open();
    const gate = Promise.withResolvers<void>();
    const running = Promise.withResolvers<void>();
    let runs = 0;
    let atOnce = 0;
    let mostAtOnce = 0;
    await work(queue, {
      deliver: async () => {
        runs += 1;
        atOnce += 1;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
        running.resolve();
        await gate.promise;
        atOnce -= 1;
      },
    });
    await queue.wake('deliver', 'gx');
    await running.promise;
    await queue.wake('deliver', 'gx');
    await queue.wake('deliver', 'gx');
    gate.resolve();
    await vi.waitFor(() => expect(runs).toBe(2), { timeout: 5_000 });
    await sleep(100);
    expect(runs).toBe(2);
    expect(mostAtOnce).toBe(1);
  });

  test('a run that fails is reported and leaves the key free', async () => {
    const { queue, errors } = open();
    let runs = 0;
    await work(queue, {
      deliver: async () => {
        runs += 1;
        if (runs === 1) throw new Error('the partner is on fire');
      },
    });
    await queue.wake('deliver', 'gx');
    await vi.waitFor(() => expect(errors).toContain('run: Error: the partner is on fire'));
    await queue.wake('deliver', 'gx');
    await vi.waitFor(() => expect(runs).toBe(2));
  });

  test('the work of a killed process is done by another', async () => {
    const { queue } = open();
    await queue.wake('deliver', 'gx');
    const script = fileURLToPath(new URL('hanging-worker.ts', import.meta.url));
    const child = spawn(process.execPath, [script, JSON.stringify(server()), namespace], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const done = Promise.withResolvers<string>();
    await work(queue, { deliver: async (key) => done.resolve(key) }, { lockMs: 1_000 });
    expect(await done.promise).toBe('gx');
  });

  test('closing waits for what runs and takes no more', async () => {
    const { queue } = open();
    const finished: string[] = [];
    const running = Promise.withResolvers<void>();
    const worker = await work(
      queue,
      {
        deliver: async (key) => {
          running.resolve();
          await sleep(200);
          finished.push(key);
        },
      },
      { concurrency: 1 },
    );
    await queue.wakeAll('deliver', ['gx', 'gd', 'hn']);
    await running.promise;
    await worker.close();
    const atClose = finished.length;
    expect(atClose).toBeGreaterThanOrEqual(1);
    expect(atClose).toBeLessThan(3);
    await sleep(300);
    expect(finished).toHaveLength(atClose);
    expect(await queue.countWaiting()).toBe(3 - atClose);
  });

  test('closing gives up on a run that does not end', async () => {
    const { queue, errors } = open();
    const running = Promise.withResolvers<void>();
    const worker = await queue.startWorker({
      deliver: () => {
        running.resolve();
        return new Promise(() => undefined);
      },
    });
    await queue.wake('deliver', 'gx');
    await running.promise;
    const start = performance.now();
    await worker.close(300);
    expect(performance.now() - start).toBeLessThan(3_500);
    expect(errors).toContain('connection: Error: Draining the worker took longer than 300 ms');
  });
});

test('a Redis that answers and takes no writes is no queue', async () => {
  const owner = new Redis(redis.url);
  const user = `reader-${redis.namespace}`;
  onTestFinished(async () => {
    await owner.call('ACL', 'DELUSER', user);
    owner.disconnect();
  });
  await owner.call('ACL', 'SETUSER', user, 'on', '>secret', '~*', '&*', '+@all', '-set');
  const url = Object.assign(new URL(redis.url), { username: user, password: 'secret' }).href;
  const queue = openQueue({ redisUrl: url, namespace: redis.namespace, log });
  onTestFinished(() => queue.close());
  expect(await queue.countWaiting()).toBe(0);
  await expect(queue.probe()).rejects.toThrow('NOPERM');
});

test('after Redis was unreachable, wake-ups are handled again without a restart', async () => {
  const wire = await startWire(new URL(redis.url));
  const errors: string[] = [];
  const queue = openQueue({
    redisUrl: wire.url,
    namespace: `${redis.namespace}-wire`,
    log,
    onError: (_error, about) => errors.push(about),
  });
  onTestFinished(() => queue.close());
  const seen: string[] = [];
  const worker = await queue.startWorker({ deliver: async (key) => void seen.push(key) });
  onTestFinished(() => worker.close(2_000));
  await queue.wake('deliver', 'before');
  await vi.waitFor(() => expect(seen).toEqual(['before']));
  await wire.cut();
  const start = performance.now();
  await queue.wake('deliver', 'lost');
  expect(performance.now() - start).toBeLessThan(1_500);
  expect(errors).toContain('wake');
  await wire.mend();
  // Wakes the key as a sweep does.
  await vi.waitFor(
    async () => {
      await queue.wake('deliver', 'after');
      expect(seen).toContain('after');
    },
    { timeout: 15_000, interval: 100 },
  );
});

test('a worker closes soon while Redis is unreachable', async () => {
  const wire = await startWire(new URL(redis.url));
  const queue = openQueue({ redisUrl: wire.url, namespace: `${redis.namespace}-away`, log });
  const done = Promise.withResolvers<void>();
  const worker = await queue.startWorker({ deliver: async () => done.resolve() });
  await queue.wake('deliver', 'gx');
  await done.promise;
  await wire.cut();
  const start = performance.now();
  await worker.close();
  await queue.close();
  expect(performance.now() - start).toBeLessThan(8_000);
});

const absent: readonly [string, (port: number) => QueueServer][] = [
  ['Redis', (port) => ({ redisUrl: `redis://127.0.0.1:${port}` })],
  ['PostgreSQL', (port) => ({ postgresUrl: `postgres://leadloop:x@127.0.0.1:${port}/leadloop` })],
];

describe.each(absent)('wake-ups without %s', (_name, server) => {
  test('waking returns at once, throws nothing and is counted', async () => {
    const errors: string[] = [];
    const queue = openQueue({ ...server(await freePort()), log, onError: (_error, about) => errors.push(about) });
    const start = performance.now();
    await Promise.all(Array.from({ length: 50 }, (_, index) => queue.wake('deliver', `key-${index}`)));
    expect(performance.now() - start).toBeLessThan(1_500);
    expect(errors).toContain('wake');
    await queue.close();
    expect(performance.now() - start).toBeLessThan(6_000);
  });
});
