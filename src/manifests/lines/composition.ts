/** Composition of batches: the shares, by mass, of the batches that were merged into them, through any number of steps. */

/** An exact share of one. */
export type Share = { readonly numerator: bigint; readonly denominator: bigint };

/** Mass that went from one batch into another. */
export type Joined = { readonly childId: string; readonly parentId: string; readonly massGrams: number };

export const WHOLE: Share = { numerator: 1n, denominator: 1n };

/**
 * Returns the shares of the beginnings of each batch; a batch without parents consists of itself. All mass of a batch has one
 * composition, because a batch takes mass from others only when it is opened. The shares of a batch add up to one.
 */
export function compositionsOf(
  batchIds: readonly string[],
  joined: readonly Joined[],
): Map<string, ReadonlyMap<string, Share>> {
  const parents = Map.groupBy(joined, ({ childId }) => childId);
  const known = new Map<string, ReadonlyMap<string, Share>>();
  const entered = new Set<string>();
  const open = [...batchIds];
  for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
    const from = parents.get(id) ?? [];
    const missing = entered.has(id) ? [] : from.filter(({ parentId }) => !known.has(parentId));
    entered.add(id);
    if (missing.length > 0) {
      open.push(...missing.map(({ parentId }) => parentId));
    } else {
      open.pop();
      if (!known.has(id)) known.set(id, from.length === 0 ? new Map([[id, WHOLE]]) : mixedOf(from, known));
    }
  }
  return new Map(batchIds.map((id) => [id, known.get(id) ?? new Map()]));
}

function mixedOf(from: readonly Joined[], known: ReadonlyMap<string, ReadonlyMap<string, Share>>): Map<string, Share> {
  // Corrections can leave nothing of all parts; the parts then count alike.
  const total = from.reduce((sum, { massGrams }) => sum + BigInt(massGrams), 0n);
  const weightOf = ({ massGrams }: Joined): Share =>
    total > 0n
      ? { numerator: BigInt(massGrams), denominator: total }
      : { numerator: 1n, denominator: BigInt(from.length) };
  const mixed = new Map<string, Share>();
  for (const part of from) {
    const weight = weightOf(part);
    if (weight.numerator === 0n) continue;
    for (const [id, share] of known.get(part.parentId) ?? []) {
      mixed.set(id, sumOf(mixed.get(id), productOf(weight, share)));
    }
  }
  return mixed;
}

const productOf = (a: Share, b: Share): Share => lowest(a.numerator * b.numerator, a.denominator * b.denominator);

function sumOf(a: Share | undefined, b: Share): Share {
  if (!a) return b;
  return lowest(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

function lowest(numerator: bigint, denominator: bigint): Share {
  let [a, b] = [numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}
