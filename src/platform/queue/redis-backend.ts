/** Wake-ups on Redis: the backend of production. */
import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { CheckFailure } from '../operation/health.ts';
import { type Backend, type BackendContext, QUEUE_NAME, SEND_LIMIT_MS, toJob, workerOptions } from './backend.ts';
import { asConsumer, type JobData, processor, within } from './consumer.ts';

const retryStrategy = (attempt: number) => Math.min(attempt * 100, 2_000);

/** Lifetime of the key that a probe writes. */
const PROBE_SECONDS = 60;
/** Events of the queue are not read. BullMQ keeps 10 000 of them by default. */
const UNREAD_EVENTS = { events: { maxLen: 100 } };
const OUT_OF_MEMORY = { en: 'Redis has no memory left', zh: 'Redis 内存已用尽' };

export function openRedisBackend(redisUrl: string, { namespace, log, onTrouble }: BackendContext): Backend {
  // All keys of a queue must live in one slot of a cluster, hence the braces.
  const prefix = `{${namespace}}`;
  const client = new Redis(redisUrl, {
    // A request waits for this call, so while Redis is unreachable it fails at once instead of queueing.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: SEND_LIMIT_MS,
    connectTimeout: SEND_LIMIT_MS,
    retryStrategy,
    connectionName: 'leadloop-producer',
  });
  client.on('error', onTrouble);
  warnAboutEviction(client, log);
  // Made only while Redis answers: a queue made without it never recovers.
  let queue: Queue<JobData> | undefined;
  client.on('ready', () => {
    if (queue !== undefined) return;
    const made = new Queue<JobData>(QUEUE_NAME, { connection: client, prefix, streams: UNREAD_EVENTS });
    made.on('error', onTrouble);
    made.waitUntilReady().catch(() => {
      queue = undefined;
    });
    queue = made;
  });
  const firstAttempt = once(client, 'ready').catch(() => undefined);
  const ready = async () => {
    await firstAttempt;
    if (queue === undefined || client.status !== 'ready') throw new Error(`Redis is not connected (${client.status})`);
    return queue;
  };
  return {
    send: (wakeUps) =>
      within(
        SEND_LIMIT_MS,
        'Redis',
        ready().then(async (open) => void (await open.addBulk(wakeUps.map(toJob)))),
      ),
    countWaiting: () =>
      within(
        SEND_LIMIT_MS,
        'Redis',
        ready().then((open) => open.getWaitingCount()),
      ),
    probe: () =>
      within(
        SEND_LIMIT_MS,
        'Redis',
        ready().then(async () => void (await client.set(`${prefix}:probe`, '1', 'EX', PROBE_SECONDS))),
      ).catch((error: Error) => {
        throw error.message.startsWith('OOM ') ? new CheckFailure(OUT_OF_MEMORY) : error;
      }),
    consume: async (options) => {
      const connection = new Redis(redisUrl, {
        maxRetriesPerRequest: null,
        retryStrategy,
        connectionName: 'leadloop-worker',
      });
      connection.on('error', onTrouble);
      const worker = new Worker<JobData>(QUEUE_NAME, processor(options.run), {
        connection,
        prefix,
        ...workerOptions(options),
      });
      return asConsumer(worker, onTrouble, () => connection.disconnect());
    },
    close: async () => {
      if (queue !== undefined) await within(SEND_LIMIT_MS, 'Closing the queue', queue.close()).catch(onTrouble);
      client.disconnect();
    },
  };
}

/** Warns about a Redis that evicts keys: it loses wake-ups without an error, and the sweep finds their work late. */
function warnAboutEviction(client: Redis, log: Logger): void {
  client.once('ready', () => {
    client.info('memory').then(
      (info) => {
        const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
        if (policy === undefined || policy === 'noeviction') return;
        log.error({ policy }, 'Redis may drop wake-ups when memory is short; set maxmemory-policy to noeviction');
      },
      () => undefined,
    );
  });
}
