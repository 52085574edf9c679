/** Work of tests that need not wait for the work before: a test that walks through requests is mostly waiting. */

/** As many as the pool of a test database has connections. */
const WIDTH = 6;

export type Lanes = {
  /** Starts the work as soon as a lane is free, and returns then. Rejects when earlier work has failed. */
  readonly start: (work: () => Promise<void>) => Promise<void>;
  /** Resolves when all work is done. Rejects with the first failure. */
  readonly done: () => Promise<void>;
};

export function openLanes(width = WIDTH): Lanes {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const check = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    start: async (work) => {
      while (running.size >= width) await Promise.race(running);
      check();
      const one: Promise<void> = work()
        .catch((error: unknown) => void failures.push(error))
        .finally(() => running.delete(one));
      running.add(one);
    },
    done: async () => {
      await Promise.all(running);
      check();
    },
  };
}

/** Does the work for every item, some at a time. After a failure no more is started, and nothing is left running. */
export async function inParallel<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const lanes = openLanes();
  try {
    for (const item of items) await lanes.start(() => work(item));
  } finally {
    await lanes.done();
  }
}
