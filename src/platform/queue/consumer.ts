/** A BullMQ worker, of either backend, as a consumer of wake-ups. */
import type { Consumer, ConsumerOptions } from './backend.ts';

type WorkerLike = {
  on(event: 'error', listener: (error: Error) => void): unknown;
  pause(doNotWaitActive?: boolean): Promise<void>;
  resume(): void;
  close(force?: boolean): Promise<void>;
};

export type JobData = { readonly key: string };

/** The function a worker calls for each job. */
export function processor(run: ConsumerOptions['run']) {
  return (job: { readonly name: string; readonly data: JobData }) => run({ topic: job.name, key: job.data.key });
}

/** Makes the consumer. `release` frees resources that the worker uses but does not own. */
export function asConsumer(
  worker: WorkerLike,
  onTrouble: (error: Error) => void,
  release: () => unknown = () => undefined,
): Consumer {
  // The handler reports failed runs itself. Without a listener, connection errors would end the process.
  worker.on('error', onTrouble);
  const close = async (force: boolean) => {
    await worker.close(force);
    await release();
  };
  return {
    drain: async () => {
      // close() also waits for running work, but once called its waiting cannot be ended early.
      await worker.pause();
      await close(false);
    },
    abandon: () => close(true),
    pause: () => worker.pause(true),
    resume: () => worker.resume(),
  };
}

/** Sets a time limit on a call to the server. */
export async function within<Result>(limitMs: number, what: string, call: Promise<Result>): Promise<Result> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error(`${what} took longer than ${limitMs} ms`)), limitMs);
  try {
    return await Promise.race([call, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
