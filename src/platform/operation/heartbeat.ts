/** Checks a dependency at an interval, so that no caller waits for the check. */
import type { Check } from './health.ts';

export type Heartbeat = {
  /** Fails when the last answer is too old. */
  readonly check: (needed: boolean) => Check;
  readonly stop: () => void;
};

const EVERY_MS = 5_000;
const STALE_MS = 20_000;

export function startHeartbeat(name: string, beat: () => Promise<unknown>): Heartbeat {
  let answeredAt: number | undefined;
  const listen = () =>
    void beat().then(
      () => {
        answeredAt = performance.now();
      },
      () => undefined,
    );
  listen();
  const timer = setInterval(listen, EVERY_MS);
  timer.unref();
  const look = async () => {
    if (answeredAt === undefined || performance.now() - answeredAt > STALE_MS)
      throw new Error(`${name} does not answer`);
  };
  return { check: (needed) => ({ name, needed, look }), stop: () => clearInterval(timer) };
}
