/** Common interface of the two backends of BullMQ: the wake-ups of one namespace. */
import type { Logger } from 'pino';

/** Work is waiting: `key` says for whom. It carries nothing else, so losing or doubling one does no harm. */
export type WakeUp = { readonly topic: string; readonly key: string };

export type BackendContext = {
  /** Separates installations that share a server. */
  readonly namespace: string;
  readonly log: Logger;
  /** Trouble with the server, other than a failed call. */
  readonly onTrouble: (error: Error) => void;
};

export type ConsumerOptions = {
  readonly concurrency: number;
  /** Milliseconds until another process takes over the work of a killed one. */
  readonly lockMs: number;
  readonly run: (wakeUp: WakeUp) => Promise<void>;
};

export type Consumer = {
  /** Takes no more work, and waits for what runs. */
  readonly drain: () => Promise<void>;
  /** Leaves what runs to another process. */
  readonly abandon: () => Promise<void>;
};

export type Backend = {
  /** Rejects when the server cannot be reached, at the latest after `SEND_LIMIT_MS`. */
  readonly send: (wakeUps: readonly WakeUp[]) => Promise<void>;
  /** Wake-ups that no worker has taken. */
  readonly countWaiting: () => Promise<number>;
  readonly consume: (options: ConsumerOptions) => Promise<Consumer>;
  readonly close: () => Promise<void>;
};

export const QUEUE_NAME = 'wake-ups';

/** Longest time one call to the server may take. */
export const SEND_LIMIT_MS = 2_000;

/**
 * A wake-up as a job. While one waits, another of the same key adds nothing; while one runs, BullMQ remembers one more
 * and starts it afterwards, so a wake-up that arrives in the middle of a run is not lost. Jobs leave no trace when they
 * end: what was done stands in the database.
 */
export function toJob({ topic, key }: WakeUp) {
  return {
    name: topic,
    data: { key },
    opts: {
      deduplication: { id: `${topic}.${key}`, keepLastIfActive: true },
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

/**
 * Options of a worker. A run is repeated as often as processes die in it: ten times before BullMQ gives up, after
 * which the sweep wakes the key again.
 */
export function workerOptions({ concurrency, lockMs }: ConsumerOptions) {
  return {
    concurrency,
    lockDuration: lockMs,
    stalledInterval: Math.ceil(lockMs / 3),
    maxStalledCount: 10,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
    runRetryDelay: 1_000,
  };
}
