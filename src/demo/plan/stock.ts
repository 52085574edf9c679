/** What stands where, as the plan knows it: so that every load it plans is there when it leaves. */
import { type Amount, type Group, groupKey, sumOf } from './battery.ts';

/** A lot in stock. `ref` names the batch that the service will have made of it. */
export type Lot = Group &
  Amount & {
    readonly ref: string;
    readonly availableAt: number;
    /** Who sent it, when it came on a manifest. */
    readonly consignor: string | null;
  };

export type Stock = {
  readonly put: (site: string, lots: readonly Lot[]) => void;
  /** Everything that stands on a site at a moment, without taking it away. */
  readonly on: (site: string, at: number) => readonly Lot[];
  /** Takes it all away. */
  readonly take: (site: string, at: number) => readonly Lot[];
};

export function createStock(): Stock {
  const sites = new Map<string, Lot[]>();
  const on = (site: string, at: number) => (sites.get(site) ?? []).filter(({ availableAt }) => availableAt <= at);
  return {
    put: (site, lots) => void sites.set(site, [...(sites.get(site) ?? []), ...lots]),
    on,
    take: (site, at) => {
      const taken = on(site, at);
      sites.set(
        site,
        (sites.get(site) ?? []).filter((lot) => !taken.includes(lot)),
      );
      return taken;
    },
  };
}

/** Lots that are alike, put together. */
export type Pile = Group & Amount & { readonly refs: readonly string[] };

export function pileUp(lots: readonly Lot[]): Pile[] {
  const piles = Map.groupBy(lots, groupKey);
  return [...piles.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, alike]) => {
      const [first] = alike;
      if (!first) return [];
      const { batteryKind, riskClass, condition } = first;
      return [{ batteryKind, riskClass, condition, ...sumOf(alike), refs: alike.map(({ ref }) => ref) }];
    });
}
