import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** Maximum that is read of a refused body, in bytes and in milliseconds. */
const DRAINED_MAX = 32 * 1024 * 1024;
const DRAINING_MS = 5_000;

/**
 * Reads and discards the rest of a refused body. Many clients read no answer before they have sent all. If the
 * connection were closed earlier, they would see a broken connection instead of the reason. A client that sends more,
 * or slower, is disconnected.
 */
export async function drain(body: Readable): Promise<void> {
  if (body.readableEnded || body.destroyed) return;
  const ended = new Promise<void>((resolve) => {
    let left = DRAINED_MAX;
    body.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) resolve();
    });
    for (const event of ['end', 'close', 'error']) body.once(event, () => resolve());
    body.resume();
  });
  await Promise.race([ended, sleep(DRAINING_MS, undefined, { ref: false })]);
}
