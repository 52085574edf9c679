/** Common interface of the two backends of BullMQ: the wake-ups of one namespace. */
import type { Logger } from 'pino';

/**
 * A notice of waiting work. `key` names its subject, such as a partner. It contains nothing else, so losing or doubling
 * one does no harm.
 */
export type WakeUp = { readonly topic: string; readonly key: string };

export type BackendContext = {
  /** Separates installations that share a server. */
  readonly namespace: string;
  readonly log: Logger;
  /** Called for errors of the server, other than a failed call. */
  readonly onTrouble: (error: Error) => void;
};

export type ConsumerOptions = {
  readonly concurrency: number;
  /** Milliseconds until another process takes over the work of a killed one. */
  readonly lockMs: number;
  readonly run: (wakeUp: WakeUp) => Promise<void>;
};

export type Consumer = {
  /** Accepts no more work, and waits for running work. */
  readonly drain: () => Promise<void>;
  /** Leaves running work to another process. */
  readonly abandon: () => Promise<void>;
  /** Takes no further work until `resume`. Running work goes on. */
  readonly pause: () => Promise<void>;
  readonly resume: () => void;
};

export type Backend = {
  /** Rejects when the server cannot be reached within `SEND_LIMIT_MS`. */
  readonly send: (wakeUps: readonly WakeUp[]) => Promise<void>;
  /** Number of wake-ups that no worker has taken. */
  readonly countWaiting: () => Promise<number>;
  /** Rejects when the server would not take a wake-up now. */
  readonly probe: () => Promise<void>;
  readonly consume: (options: ConsumerOptions) => Promise<Consumer>;
  readonly close: () => Promise<void>;
};

export const QUEUE_NAME = 'wake-ups';

/** Time limit of one call to the server, in milliseconds. */
export const SEND_LIMIT_MS = 2_000;

/**
 * Options of a wake-up as a job. While one waits, another of the same key adds nothing. While one runs, BullMQ
 * remembers one more and starts it afterwards, so a wake-up during a run is not lost. Jobs are removed when they end:
 * their result is in the database.
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
 * Options of a worker. A run is repeated when its process dies, ten times at most. After that BullMQ gives up, and the
 * sweep wakes the key again.
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
