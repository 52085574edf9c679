/** Background work of a worker: seals the journal, follows it, answers wake-ups, and sweeps for missed work. */
import { sql } from 'drizzle-orm';
import type { ServiceDeps } from '../deps.ts';
import {
  advance,
  createSealer,
  createVerifier,
  prepareMonths,
  type Subscription,
  subscribe,
} from '../journal/index.ts';
import type { Handlers, Queue } from '../queue/queue.ts';
import { type Loop, startLoop } from './loop.ts';
import { workingOnlyWith } from './standby.ts';

/**
 * A pass over the database that finds work without a wake-up. Safe to repeat, and to run in several processes at once.
 */
export type Sweep = {
  readonly name: string;
  /** Maximum pause between two passes, in milliseconds. */
  readonly everyMs: number;
  /** Returns the amount of work found. Above 0, it runs again at once. */
  readonly pass: () => Promise<number>;
};

export type Work = {
  readonly subscriptions: readonly Subscription[];
  readonly handlers: Handlers;
  readonly sweeps: readonly Sweep[];
};

const SEALER_IDLE_MS = 200;
const FOLLOWER_IDLE_MS = 250;
const VERIFIER_IDLE_MS = 1_000;
const STANDBY_IDLE_MS = 1_000;
const MONTHS_IDLE_MS = 60_000;
/**
 * Time limit for running work at the end, in milliseconds. Interrupted work is repeated by the wake-up or sweep of
 * another process.
 */
const DRAIN_LIMIT_MS = 7_000;

/** Starts the background work. `stop` accepts no more work and waits for running work. */
export async function startBackground(
  deps: Pick<ServiceDeps, 'db' | 'log' | 'clock'>,
  queue: Queue,
  { subscriptions, handlers, sweeps }: Work,
): Promise<Loop> {
  const { db, log } = deps;
  for (const { name } of subscriptions) await subscribe(db, name);
  const worker = await queue.startWorker(handlers);
  const seal = createSealer(db);
  const loops = [
    { name: 'sealer', idleMs: SEALER_IDLE_MS, pass: () => seal() },
    { name: 'verifier', idleMs: VERIFIER_IDLE_MS, pass: createVerifier(db, log) },
    { name: 'standby', idleMs: STANDBY_IDLE_MS, pass: workingOnlyWith(() => db.execute(sql`select 1`), worker, log) },
    { name: 'months', idleMs: MONTHS_IDLE_MS, pass: preparingMonths(deps) },
    ...subscriptions.map((one) => ({ name: one.name, idleMs: FOLLOWER_IDLE_MS, pass: () => advance(db, one) })),
    ...sweeps.map(({ name, everyMs, pass }) => ({ name, idleMs: everyMs, pass })),
  ].map((loop) => startLoop({ ...loop, log }));
  return {
    stop: async () => {
      await Promise.all([worker.close(DRAIN_LIMIT_MS), ...loops.map((loop) => loop.stop())]);
    },
  };
}

/** Once a day is enough: partitions are made three months ahead. */
function preparingMonths({ db, clock }: Pick<ServiceDeps, 'db' | 'clock'>): () => Promise<number> {
  let preparedOn = '';
  return async () => {
    const now = clock();
    const today = now.toISOString().slice(0, 10);
    if (today !== preparedOn) await prepareMonths(db, now);
    preparedOn = today;
    return 0;
  };
}

/** Joins the handlers of all features. @throws Error when two of them have the same topic */
export function joinHandlers(all: readonly Handlers[]): Handlers {
  const joined: Record<string, Handlers[string]> = {};
  for (const [topic, handler] of all.flatMap((handlers) => Object.entries(handlers))) {
    if (joined[topic]) throw new Error(`two features handle the topic ${topic}`);
    joined[topic] = handler;
  }
  return joined;
}
