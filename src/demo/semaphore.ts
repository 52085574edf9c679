/** A semaphore: limits concurrent work, and admits waiting work in the order of its arrival. */
export type Gate = { readonly enter: () => Promise<void>; readonly leave: () => void };

export function createGate(places: number): Gate {
  let free = places;
  const waiting: (() => void)[] = [];
  return {
    enter: async () => {
      if (free > 0) {
        free -= 1;
        return;
      }
      await new Promise<void>((enter) => waiting.push(enter));
    },
    leave: () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
