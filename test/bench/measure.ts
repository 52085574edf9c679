import { setTimeout as sleep } from 'node:timers/promises';

/** One measured figure. */
export type Figure = {
  readonly name: string;
  readonly clients: number;
  readonly recordsPerSecond: number;
  /** Milliseconds of one request or call. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
  /** Ratio to the reference of the same run: the figure that counts on a noisy machine. */
  readonly ratio?: number;
};

/**
 * Repeats a call on several lanes at once for some seconds. A call returns how many records it handled. With `everyMs` each lane
 * calls so often, and waits in between; else it calls again at once, as fast as it is answered.
 */
export async function measureCalls(
  name: string,
  options: { readonly lanes: number; readonly seconds: number; readonly everyMs?: number },
  call: (lane: number) => Promise<number>,
): Promise<Figure> {
  const latencies: number[] = [];
  let records = 0;
  let errors = 0;
  const start = performance.now();
  const end = start + options.seconds * 1_000;
  await Promise.all(
    Array.from({ length: options.lanes }, async (_, lane) => {
      const { everyMs = 0 } = options;
      // The lanes do not call all at once.
      if (everyMs > 0) await sleep((everyMs * lane) / options.lanes);
      while (performance.now() < end) {
        const began = performance.now();
        try {
          const handled = await call(lane);
          records += handled;
        } catch {
          errors++;
        }
        const ms = performance.now() - began;
        latencies.push(ms);
        if (ms < everyMs) await sleep(everyMs - ms);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { name, clients: options.lanes, recordsPerSecond: records / seconds, p50Ms: at(0.5), p99Ms: at(0.99), errors };
}

export const withRatio = (figure: Figure, referencePerSecond: number): Figure => ({
  ...figure,
  ratio: figure.recordsPerSecond / referencePerSecond,
});
