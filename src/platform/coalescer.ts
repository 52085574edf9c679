/**
 * Joins concurrent single requests into set-based statements. While statements are in flight, what arrives waits and
 * goes together with the next one: twice the throughput that one transaction per record can ever reach. Every item has
 * its own outcome; when a set fails because of what is in it, its items are tried one by one, so that none pays for its
 * neighbour. When the engine is away, trying each alone would only make everybody wait longer.
 */
import { passes } from './database/outage.ts';

export type CoalescerOptions<Item, Outcome> = {
  /** Does a set, in one transaction, all or nothing; returns one outcome per item, in their order. */
  readonly run: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  readonly itemsMax: number;
  /** Statements in flight at most. Two keep the database busy while the next set gathers. */
  readonly inFlightMax: number;
  /** Maximum number of waiting items; beyond it the error of `onFull` is thrown. */
  readonly waitingMax: number;
  readonly onFull: () => Error;
};

type Waiting<Item, Outcome> = {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
};

export function createCoalescer<Item, Outcome>(options: CoalescerOptions<Item, Outcome>) {
  const waiting: Waiting<Item, Outcome>[] = [];
  let inFlight = 0;

  const launch = (): void => {
    while (inFlight < options.inFlightMax && waiting.length > 0) {
      inFlight++;
      void settle(waiting.splice(0, options.itemsMax), options.run).finally(() => {
        inFlight--;
        launch();
      });
    }
  };

  return (item: Item): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= options.waitingMax) return reject(options.onFull());
      waiting.push({ item, resolve, reject });
      // Items that the same turn of the event loop still adds join this run.
      setImmediate(launch);
    });
}

async function settle<Item, Outcome>(
  set: readonly Waiting<Item, Outcome>[],
  run: CoalescerOptions<Item, Outcome>['run'],
): Promise<void> {
  const outcomes = await runIsolated(
    set.map(({ item }) => item),
    run,
  );
  set.forEach(({ resolve, reject }, at) => {
    const outcome = outcomes[at];
    if (outcome?.status === 'fulfilled') resolve(outcome.value);
    else reject(outcome?.reason ?? new Error('a set answered fewer outcomes than it had items'));
  });
}

/** Runs a set; when it fails because of what is in it, each of its items alone. Answers what became of each, in their order. */
export async function runIsolated<Item, Outcome>(
  items: readonly Item[],
  run: (items: readonly Item[]) => Promise<readonly Outcome[]>,
): Promise<PromiseSettledResult<Outcome>[]> {
  try {
    const outcomes = await run(items);
    return outcomes.map((value) => ({ status: 'fulfilled', value }));
  } catch (reason) {
    if (items.length <= 1 || passes(reason)) return items.map(() => ({ status: 'rejected', reason }));
    const alone: PromiseSettledResult<Outcome>[] = [];
    for (const item of items) alone.push(...(await runIsolated([item], run)));
    return alone;
  }
}
