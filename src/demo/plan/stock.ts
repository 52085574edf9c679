/** Planned stock of every site, so that a load is in stock before it leaves. */
import { type Amount, type Group, groupKey, sumOf } from './battery.ts';

/** A batch in stock. `ref` is its name until the service has given it an id. */
export type PlannedBatch = Group &
  Amount & {
    readonly ref: string;
    readonly availableAt: number;
    /** The consignor, if the batch came on a manifest. */
    readonly consignor: string | null;
  };

export type Stock = {
  readonly put: (site: string, batches: readonly PlannedBatch[]) => void;
  /** Returns the stock of a site at a moment and leaves it there. */
  readonly on: (site: string, at: number) => readonly PlannedBatch[];
  /** Removes and returns the stock of a site at a moment. */
  readonly take: (site: string, at: number) => readonly PlannedBatch[];
};

export function createStock(): Stock {
  const sites = new Map<string, PlannedBatch[]>();
  const on = (site: string, at: number) => (sites.get(site) ?? []).filter(({ availableAt }) => availableAt <= at);
  return {
    put: (site, batches) => void sites.set(site, [...(sites.get(site) ?? []), ...batches]),
    on,
    take: (site, at) => {
      const taken = on(site, at);
      sites.set(
        site,
        (sites.get(site) ?? []).filter((batch) => !taken.includes(batch)),
      );
      return taken;
    },
  };
}

/** Batches of one kind, risk class and condition, with their total. `refs` are the names of these batches in the plan. */
export type Pile = Group & Amount & { readonly refs: readonly string[] };

/** Groups batches by kind, risk class and condition: one line of a manifest each. */
export function pileUp(batches: readonly PlannedBatch[]): Pile[] {
  const piles = Map.groupBy(batches, groupKey);
  return [...piles.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, alike]) => {
      const [first] = alike;
      if (!first) return [];
      const { batteryKind, riskClass, condition } = first;
      return [{ batteryKind, riskClass, condition, ...sumOf(alike), refs: alike.map(({ ref }) => ref) }];
    });
}
