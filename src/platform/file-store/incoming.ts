/** Files on their way in and out: each in a temporary file of its own, hashed while it is written. Memory stays flat. */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf, makeFolder } from '../process/folder.ts';
import { FileStoreOutage } from './outage.ts';

/** A whole file in its temporary place. */
export type Incoming = {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The first and the last bytes, at most `EDGE_BYTES` of each. */
  readonly head: Buffer;
  readonly tail: Buffer;
  /** Removes the temporary file. It may be called again, and after the file was moved. */
  readonly discard: () => Promise<void>;
};

/** The file has more bytes than its limit. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** The sender broke off before the end of the file. */
export class FileCutOff extends Error {
  override readonly name = 'FileCutOff';
}

const EDGE_BYTES = 64 * 1024;

/** Age after which a temporary file belongs to a process that has ended, in milliseconds. */
const LEFT_OVER_MS = 3_600_000;

const ENDING = '.part';

/**
 * Writes a stream to a temporary file in a folder, and to the disk before it returns. The stream is not destroyed on
 * failure, because a request must still be answered.
 * @throws FileTooLarge, FileCutOff, FileStoreOutage
 */
export async function receive(body: Readable, folder: string, limitBytes: number): Promise<Incoming> {
  const path = join(folder, `${randomUUID()}${ENDING}`);
  const discard = () => rm(path, { force: true });
  try {
    const file = await onDisk(async () => {
      await makeFolder(folder, 0o700);
      return open(path, 'wx+', 0o600);
    });
    try {
      return { path, discard, ...(await write(body, file, limitBytes)) };
    } finally {
      await file.close();
    }
  } catch (error) {
    await discard().catch(() => undefined);
    throw error;
  }
}

async function write(body: Readable, file: FileHandle, limitBytes: number) {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of chunksOf(body)) {
    sizeBytes += chunk.length;
    if (sizeBytes > limitBytes) throw new FileTooLarge(`the file has more than ${limitBytes} bytes`);
    hash.update(chunk);
    await onDisk(() => file.appendFile(chunk));
  }
  const length = Math.min(EDGE_BYTES, sizeBytes);
  const [head, tail] = [Buffer.alloc(length), Buffer.alloc(length)];
  await onDisk(async () => {
    await file.sync();
    await file.read(head, 0, length, 0);
    await file.read(tail, 0, length, sizeBytes - length);
  });
  return { sha256: hash.digest('hex'), sizeBytes, head, tail };
}

async function* chunksOf(body: Readable): AsyncGenerator<Buffer> {
  const chunks = body.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const next = await chunks.next().catch((error) => {
        throw new FileCutOff('the file ended early', { cause: error });
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Without it, the iterator keeps the stream paused, and the rest of a refused body could not be drained.
    await chunks.return?.();
  }
}

const onDisk = <Result>(work: () => Promise<Result>): Promise<Result> =>
  work().catch((error) => {
    throw new FileStoreOutage('place', `a temporary file cannot be written (${codeOf(error) ?? 'unknown'})`, error);
  });

/** Reads a temporary file once. Its name is removed before the first byte is read, so a killed process leaves nothing. */
export async function readOnce({ path, discard }: Incoming): Promise<Readable> {
  const file = await open(path, 'r');
  const bytes = file.createReadStream();
  // Windows keeps the name of an open file.
  if (process.platform === 'win32') bytes.once('close', () => void discard().catch(() => undefined));
  else await discard();
  return bytes;
}

/** Removes temporary files that a killed process left. Files of running requests are younger. */
export async function removeLeftOver(folder: string, now: number): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const name of names.filter((one) => one.endsWith(ENDING))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || now - found.mtimeMs < LEFT_OVER_MS) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
