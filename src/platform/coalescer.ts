/**
 * Joins concurrent single requests into set-based statements. Requests that arrive while statements are running go
 * together into the next statement. This has twice the throughput of one transaction per record. Every item has its own
 * outcome. When an item makes its set fail, the items are tried one by one, so that only the wrong one fails. When the
 * engine is unreachable, all items fail together, because trying each alone would only take longer.
 */
import { passes } from './database/outage.ts';

export type CoalescerOptions<Item, Outcome> = {
  /** Runs a set in one transaction, as a whole. Returns one outcome per item, in their order. */
  readonly run: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  readonly itemsMax: number;
  /** Maximum number of running statements. Two keep the database busy while the next set gathers. */
  readonly inFlightMax: number;
  /** Maximum number of waiting items; above it the error of `onFull` is thrown. */
  readonly waitingMax: number;
  readonly onFull: () => Error;
};

type Waiting<Item, Outcome> = {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
};

export function createCoalescer<Item, Outcome>(options: CoalescerOptions<Item, Outcome>) {
  const { itemsMax, inFlightMax } = options;
  const waiting: Waiting<Item, Outcome>[] = [];
  let inFlight = 0;

  const launch = (): void => {
    while (inFlight < inFlightMax && waiting.length > 0) {
      inFlight++;
      const set = waiting.splice(0, itemsMax);
      void settle(set, options.run).finally(() => {
        inFlight--;
        launch();
      });
    }
  };

  return (item: Item): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= options.waitingMax) return reject(options.onFull());
      waiting.push({ item, resolve, reject });
      // Items added in the same turn of the event loop join this run.
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

/** Runs a set; when an item makes it fail, runs each item alone. Returns the result of each item, in their order. */
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
