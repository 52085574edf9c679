/** Keeps a worker whose database does not answer from taking work that another worker could do. */
import type { UseCaseLog } from '../deps.ts';
import { within } from '../queue/consumer.ts';
import type { QueueWorker } from '../queue/queue.ts';

/** Maximum wait for the database, in milliseconds. A busy pool answers later than a free one. */
const LIMIT_MS = 3_000;

/**
 * Returns a pass that asks the database, stops the worker from taking work while it does not answer, and lets it go on
 * afterwards. Work of a key that fails here would otherwise come back to this worker at once, and never reach a healthy one.
 */
export function workingOnlyWith(
  ask: () => Promise<unknown>,
  worker: Pick<QueueWorker, 'pause' | 'resume'>,
  log: UseCaseLog,
  limitMs = LIMIT_MS,
): () => Promise<number> {
  let isPaused = false;
  return async () => {
    const error = await within(limitMs, 'The database', ask()).then(
      () => undefined,
      (failure: unknown) => failure,
    );
    if (error !== undefined && !isPaused) {
      log.error({ err: error }, 'the database does not answer: this worker leaves its work to others');
      await worker.pause();
    }
    if (error === undefined && isPaused) {
      log.info({}, 'the database answers again: this worker takes work');
      worker.resume();
    }
    isPaused = error !== undefined;
    return 0;
  };
}
