/** Repeats a pass while the process lives: at once while it finds work, and at growing intervals while idle. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { UseCaseLog } from '../deps.ts';

export type Loop = { readonly stop: () => Promise<void> };

export type LoopOptions = {
  readonly name: string;
  /** Does some work and returns its amount; 0 means that there was no work. Must be safe to repeat after a crash. */
  readonly pass: () => Promise<number>;
  /** Maximum pause when idle, in milliseconds. */
  readonly idleMs: number;
  readonly log: UseCaseLog;
};

const FIRST_PAUSE_MS = 10;
const PAUSE_AFTER_ERROR_MS = 1_000;

export function startLoop({ name, pass, idleMs, log }: LoopOptions): Loop {
  const stopping = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const ended = (async () => {
    let pauseMs = FIRST_PAUSE_MS;
    while (!stopping.signal.aborted) {
      try {
        const done = await pass();
        pauseMs = done > 0 ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, idleMs);
        if (done === 0) await pause(pauseMs);
      } catch (error) {
        log.warn({ err: error, loop: name }, 'pass failed, will be repeated');
        await pause(PAUSE_AFTER_ERROR_MS);
      }
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}
