/** Random numbers that are equal for equal seeds on every machine, so that a month can be repeated exactly. */
export type Random = {
  /** A whole number from `least` to `greatest`, both included. */
  readonly int: (least: number, greatest: number) => number;
  /** 0 or more, less than 1. */
  readonly share: () => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** Picks by weight. */
  readonly weigh: <Item extends { readonly weight: number }>(items: readonly [Item, ...Item[]]) => Item;
};

/** The generator mulberry32: 32 bits of state, good enough for trade, not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, greatest: number) => least + Math.floor(share() * (greatest - least + 1));
  return {
    share,
    int,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    weigh: (items) => {
      let left = share() * items.reduce((sum, { weight }) => sum + weight, 0);
      for (const item of items) {
        left -= item.weight;
        if (left < 0) return item;
      }
      return items[0];
    },
  };
}
