/**
 * Load shedding: answers 503 instead of letting all callers wait. It begins when the event loop, heap or connection queue
 * is saturated, or when a new request would wait too long.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { Reason } from '../reasons.ts';
import { nowMs } from './allowance.ts';
import { expectWait } from './expected-wait.ts';

export type LoadLimits = {
  /** Maximum mean delay of the event loop, in milliseconds; 0 sets no limit. */
  readonly loopDelayMs: number;
  /** Maximum number of callers that wait for a database connection; 0 sets no limit. */
  readonly waitingMax: number;
  /** Longest expected wait of a new request, in milliseconds; 0 sets no limit. */
  readonly waitMaxMs: number;
  /** Duration of one sample of the event loop's delay, in milliseconds; 1000 if absent. */
  readonly sampleMs?: number;
  /** Duration for which a refusal is held back, in milliseconds; 2000 if absent. */
  readonly holdMs?: number;
};

const SAMPLE_MS = 1_000;
const RESOLUTION_MS = 20;
/** Maximum used share of the heap: above it the process mostly collects garbage, and then ends. */
const HEAP_SHARE_MAX = 0.92;
/** Number of bad samples in a row. A single one is one long task, which is over when it is noticed. */
const BAD_SAMPLES = 2;

export type Load = {
  /**
   * Returns the reason why the process accepts no more work, worded for the caller; undefined when it accepts work.
   * Cheap to call.
   */
  readonly excess: () => Reason | undefined;
  /** Counts an admitted request as in flight. Returns the function that counts its end. */
  readonly enter: () => () => void;
  readonly stop: () => void;
};

/** Starts sampling. `waiting` returns the number of callers that wait for a database connection. */
export function watchLoad(
  { loopDelayMs, waitingMax, waitMaxMs, sampleMs = SAMPLE_MS }: LoadLimits,
  waiting: () => number,
): Load {
  const wait = expectWait(nowMs);
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let slow = 0;
  let full = 0;
  const timer = setInterval(() => {
    const meanMs = delay.mean / 1e6 - RESOLUTION_MS;
    delay.reset();
    const { used_heap_size, heap_size_limit } = getHeapStatistics();
    slow = loopDelayMs > 0 && meanMs > loopDelayMs ? slow + 1 : 0;
    full = used_heap_size > heap_size_limit * HEAP_SHARE_MAX ? full + 1 : 0;
  }, sampleMs);
  timer.unref();
  return {
    excess: () => {
      if (slow >= BAD_SAMPLES) return 'loop-slow';
      if (full >= BAD_SAMPLES) return 'memory-full';
      if (waitingMax > 0 && waiting() > waitingMax) return 'database-busy';
      if (waitMaxMs > 0 && wait.ms() > waitMaxMs) return 'requests-waiting';
      return undefined;
    },
    enter: () => {
      wait.enter();
      return wait.leave;
    },
    stop: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}
