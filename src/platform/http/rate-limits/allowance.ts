/** Allowances by key: a token bucket each, refilled steadily, so that bursts pass and a flood does not. */

/** Maximum number of remembered keys. Above it the oldest is forgotten, so memory is bounded. */
const KEYS_MAX = 50_000;

/** A monotonic clock, in milliseconds. */
export const nowMs = () => performance.now();

export type Allowances = {
  /**
   * Takes a token, or as many as an act costs: while one is left, so the next waits longer. Returns 0, or the seconds until
   * a token is available.
   */
  readonly take: (key: string, cost?: number) => number;
  /** Returns the same number without taking a token. */
  readonly look: (key: string) => number;
  /** Gives back what an act has cost. */
  readonly give: (key: string, cost?: number) => void;
  /** Number of remembered keys. */
  readonly size: () => number;
};

/** Makes token buckets of `perSecond` tokens on average and `burst` tokens at once. `nowMs` is a monotonic clock. */
export function createAllowances(perSecond: number, burst: number, nowMs: () => number): Allowances {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  const refilled = (bucket: { tokens: number; atMs: number }, now: number) =>
    Math.min(burst, bucket.tokens + ((now - bucket.atMs) / 1_000) * perSecond);
  const waitFor = (tokens: number) => (tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond)));
  const remember = (key: string, tokens: number, atMs: number) => {
    const oldest = buckets.size >= KEYS_MAX ? buckets.keys().next().value : undefined;
    if (oldest !== undefined) buckets.delete(oldest);
    buckets.set(key, { tokens, atMs });
  };
  return {
    take: (key, cost = 1) => {
      const now = nowMs();
      const bucket = buckets.get(key);
      if (bucket === undefined) {
        remember(key, burst - cost, now);
        return 0;
      }
      const tokens = refilled(bucket, now);
      const wait = waitFor(tokens);
      bucket.tokens = wait === 0 ? tokens - cost : tokens;
      bucket.atMs = now;
      return wait;
    },
    look: (key) => {
      const bucket = buckets.get(key);
      return bucket === undefined ? 0 : waitFor(refilled(bucket, nowMs()));
    },
    give: (key, cost = 1) => {
      const bucket = buckets.get(key);
      if (bucket !== undefined) bucket.tokens = Math.min(burst, bucket.tokens + cost);
    },
    size: () => buckets.size,
  };
}
