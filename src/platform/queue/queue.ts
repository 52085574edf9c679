/**
 * Wakes workers. A wake-up names a key with waiting work; the work itself is in the database. A wake-up may be lost
 * (the sweep of its topic sends it again) or doubled (its handler finds no work left).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Backend, BackendContext, WakeUp } from './backend.ts';
import { within } from './consumer.ts';
import { openPostgresBackend } from './postgres-backend.ts';
import { openRedisBackend } from './redis-backend.ts';
import { startSender } from './sender.ts';

export { migrateQueue } from './postgres-backend.ts';

export type QueueServer = { readonly redisUrl: string } | { readonly postgresUrl: string };

export type QueueOptions = QueueServer & {
  readonly log: Logger;
  /** Separates installations that share a server. */
  readonly namespace?: string;
  /** Called for every wake-up that was not sent, every failed run and every connection error. */
  readonly onError?: (error: Error, about: 'wake' | 'run' | 'connection') => void;
};

/** Does the work of a key. Must be safe to repeat and to run twice at once. */
export type Handlers = Readonly<Record<string, (key: string) => Promise<void>>>;

export type WorkerOptions = {
  /** Maximum number of keys handled at once, over all topics; `CONCURRENCY` by default. */
  readonly concurrency?: number;
  /** Milliseconds until another process takes over the work of a killed one. */
  readonly lockMs?: number;
};

export type QueueWorker = {
  /** Takes no further work, which other processes then take, until `resume`. Running work goes on. */
  readonly pause: () => Promise<void>;
  readonly resume: () => void;
  /** Accepts no more work and waits at most `limitMs` for running work. Another process repeats unfinished work. */
  readonly close: (limitMs?: number) => Promise<void>;
};

export type Queue = {
  /**
   * Wakes a handler of `topic` for `key`. Never throws, and returns within a second even when the server is
   * unreachable: the work is committed, and the sweep will find it.
   */
  readonly wake: (topic: string, key: string) => Promise<void>;
  readonly wakeAll: (topic: string, keys: readonly string[]) => Promise<void>;
  /** Number of wake-ups that no worker has taken yet. */
  readonly countWaiting: () => Promise<number>;
  /** Rejects when the server would not take a wake-up now. */
  readonly probe: () => Promise<void>;
  readonly startWorker: (handlers: Handlers, options?: WorkerOptions) => Promise<QueueWorker>;
  /** Closes the producer. Close the workers first. */
  readonly close: () => Promise<void>;
};

const DRAIN_LIMIT_MS = 25_000;
const ABANDON_LIMIT_MS = 3_000;
/** Time limit for closing, in milliseconds. Without running work only an unreachable server delays a worker. */
const IDLE_LIMIT_MS = 2_000;
const WATCH_MS = 50;

/**
 * Lock of a running key, in milliseconds. Double runs do no harm, so the lock may be short. Then the work of a killed
 * worker is repeated soon: no other wake-up starts a key that is recorded as running.
 */
const LOCK_MS = 15_000;

/**
 * Keys handled at once. A key is a partner above all, and a run mostly waits for its answer. There are more places than
 * provinces, so partners that never answer cannot take them all.
 */
const CONCURRENCY = 64;

/** `open` connects to the server that the options name. */
export function openQueue(options: QueueOptions, open: typeof openBackend = openBackend): Queue {
  const { log, namespace = 'leadloop', onError = () => undefined } = options;
  let closed = false;
  const onTrouble = (error: Error) => {
    // A closed pool does not wait until the server has ended its sessions. A server that stops meanwhile reports them.
    if (closed) return;
    log.warn({ err: error }, 'trouble with the queue server');
    onError(error, 'connection');
  };
  const backend = open(options, { namespace, log, onTrouble });
  const sender = startSender(backend.send, (error, wakeUps) => {
    log.warn({ err: error, wakeUps: wakeUps.length }, 'wake-ups not handed over, the sweep will repeat them');
    onError(error, 'wake');
  });
  const report = (error: unknown, wakeUp: WakeUp) => {
    log.error({ err: error, ...wakeUp }, 'a run failed, the sweep will repeat it');
    onError(asError(error), 'run');
  };
  return {
    wake: (topic, key) => sender.send([{ topic, key }]),
    wakeAll: (topic, keys) => sender.send(keys.map((key) => ({ topic, key }))),
    countWaiting: backend.countWaiting,
    probe: backend.probe,
    startWorker: async (handlers, { concurrency = CONCURRENCY, lockMs = LOCK_MS } = {}) => {
      const runs = trackRuns(handlers, report);
      const consumer = await backend.consume({ concurrency, lockMs, run: runs.run });
      return {
        pause: consumer.pause,
        resume: consumer.resume,
        close: async (limitMs = DRAIN_LIMIT_MS) => {
          const drained = within(limitMs, 'Draining the worker', consumer.drain());
          const idle = runs.idleFor(IDLE_LIMIT_MS);
          try {
            await Promise.race([
              drained,
              idle.then(() => Promise.reject(new Error('The queue server does not answer'))),
            ]);
          } catch (error) {
            onTrouble(asError(error));
            await within(ABANDON_LIMIT_MS, 'Closing the worker', consumer.abandon()).catch(onTrouble);
          }
        },
      };
    },
    close: async () => {
      await sender.drained();
      await backend.close();
      closed = true;
    },
  };
}

/** Chooses the backend of BullMQ. */
function openBackend(server: QueueServer, context: BackendContext): Backend {
  return 'redisUrl' in server
    ? openRedisBackend(server.redisUrl, context)
    : openPostgresBackend(server.postgresUrl, context);
}

/** Runs handlers, and counts those that are running. */
function trackRuns(handlers: Handlers, report: (error: unknown, wakeUp: WakeUp) => void) {
  let running = 0;
  const run = async (wakeUp: WakeUp): Promise<void> => {
    running += 1;
    try {
      const handler = handlers[wakeUp.topic];
      if (handler === undefined) throw new Error(`Nobody handles the topic ${wakeUp.topic}`);
      await handler(wakeUp.key);
    } catch (error) {
      report(error, wakeUp);
    } finally {
      running -= 1;
    }
  };
  /** Resolves when nothing has run for that many milliseconds. */
  const idleFor = async (limitMs: number): Promise<void> => {
    let since = performance.now();
    while (performance.now() - since < limitMs) {
      await sleep(WATCH_MS, undefined, { ref: false });
      if (running > 0) since = performance.now();
    }
  };
  return { run, idleFor };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
