import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** Most that is read of a body that is refused already, in bytes, and for how long. */
const DRAINED_MAX = 32 * 1024 * 1024;
const DRAINING_MS = 5_000;

/**
 * Reads what a refused body still sends, and throws it away. Many clients read no answer before they have sent all:
 * hung up on, they would see a broken connection and not the reason. Who sends more, or slower, is hung up on.
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
