/** Sends wake-ups, many in one call. */
import type { WakeUp } from './backend.ts';

export type Sender = {
  /** Resolves when the wake-up was sent or given up, or after a second if that is earlier. */
  readonly send: (wakeUps: readonly WakeUp[]) => Promise<void>;
  /** Resolves when no call is running. */
  readonly drained: () => Promise<void>;
};

const PATIENCE_MS = 1_000;

/**
 * Sends wake-ups with one call to the server at a time. Later wake-ups go with the next call, each key once. A busy
 * writer that wakes the same partner a thousand times a second costs a few calls.
 */
export function startSender(
  deliver: (wakeUps: readonly WakeUp[]) => Promise<void>,
  onFailure: (error: Error, wakeUps: readonly WakeUp[]) => void,
): Sender {
  const pending = new Map<string, WakeUp>();
  let underWay = Promise.resolve();
  let next: Promise<void> | undefined;

  const deliverPending = async () => {
    next = undefined;
    const wakeUps = [...pending.values()];
    pending.clear();
    try {
      await deliver(wakeUps);
    } catch (error) {
      onFailure(error instanceof Error ? error : new Error(String(error)), wakeUps);
    }
  };

  const schedule = (): Promise<void> => {
    if (next === undefined) {
      next = underWay.then(deliverPending);
      underWay = next;
    }
    return next;
  };

  return {
    send: async (wakeUps) => {
      if (wakeUps.length === 0) return;
      for (const wakeUp of wakeUps) pending.set(JSON.stringify([wakeUp.topic, wakeUp.key]), wakeUp);
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(patience.resolve, PATIENCE_MS);
      await Promise.race([schedule(), patience.promise]);
      clearTimeout(timer);
    },
    drained: () => underWay,
  };
}
