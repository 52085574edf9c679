/** Checks a dependency at an interval, so that no caller waits for the check. */
import type { UseCaseLog } from '../deps.ts';
import type { Check } from './health.ts';

export type Heartbeat = {
  /** Fails after two beats in a row that failed, and when the last answer is too old. */
  readonly check: (needed: boolean) => Check;
  readonly stop: () => void;
};

const EVERY_MS = 5_000;
const STALE_MS = 20_000;
/** One failure may be a statement that was cancelled, or a moment of high load. */
const FAILURES_MAX = 1;

/** Starts the beats. The log names the reason when the check begins to fail. */
export function startHeartbeat(
  name: string,
  beat: () => Promise<unknown>,
  { log, everyMs = EVERY_MS }: { readonly log?: UseCaseLog; readonly everyMs?: number } = {},
): Heartbeat {
  let answeredAt: number | undefined;
  let failures = 0;
  let failure: unknown;
  const listen = () =>
    void beat().then(
      () => {
        answeredAt = performance.now();
        failures = 0;
      },
      (error: unknown) => {
        failures += 1;
        failure = error;
        if (failures === FAILURES_MAX + 1) log?.error({ err: error, check: name }, 'a check fails');
      },
    );
  listen();
  const timer = setInterval(listen, everyMs);
  timer.unref();
  const look = async () => {
    if (failures > FAILURES_MAX) throw failure;
    if (answeredAt === undefined || performance.now() - answeredAt > STALE_MS)
      throw new Error(`${name} does not answer`, { cause: failure });
  };
  return { check: (needed) => ({ name, needed, look }), stop: () => clearInterval(timer) };
}
