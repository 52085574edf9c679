/** Public interface of the store of files. */
import { join } from 'node:path';
import type { BytePlace, FileStore, Found } from './file-store.ts';
import { folderPlace } from './folder-place.ts';
import { readOnce, receive, removeLeftOver } from './incoming.ts';
import { FileStoreOutage } from './outage.ts';
import { type BucketSettings, s3Place } from './s3-place.ts';
import { type ScannerSettings, scanWith } from './scanner.ts';

export type { FileStore, Found } from './file-store.ts';
export { FileCutOff, FileTooLarge, type Incoming } from './incoming.ts';
export { FileStoreOutage } from './outage.ts';

export type FileStoreSettings = {
  /** Folder of temporary files, and of the bytes unless a bucket is given. */
  readonly folder: string;
  readonly bucket?: BucketSettings | undefined;
  readonly scanner?: ScannerSettings | undefined;
};

/** Pause between two looks for temporary files that were left over, in milliseconds. */
const LOOK_MS = 3_600_000;

/** Opens the store. Folders are made when the first file arrives, so a process without them still serves all else. */
export function openFileStore({ folder, bucket, scanner }: FileStoreSettings): FileStore {
  const incoming = join(folder, 'incoming');
  const place = bucket === undefined ? folderPlace(join(folder, 'stored')) : s3Place(bucket);
  let lookedAt = 0;
  return {
    receive: async (body, limitBytes) => {
      const now = Date.now();
      if (now - lookedAt >= LOOK_MS) {
        lookedAt = now;
        await removeLeftOver(incoming, now);
      }
      return receive(body, incoming, limitBytes);
    },
    scan: scanWith(scanner),
    keep: place.keep,
    find: (sha256) => find(place, incoming, sha256),
    remove: place.remove,
  };
}

/** The bytes are copied to this machine first: what was compared with the hash is what is given out. */
async function find(place: BytePlace, folder: string, sha256: string): Promise<Found> {
  const bytes = await place.open(sha256);
  if (bytes === undefined) return { state: 'gone' };
  try {
    const copy = await receive(bytes, folder, Number.POSITIVE_INFINITY);
    if (copy.sha256 === sha256) return { state: 'whole', bytes: await readOnce(copy), sizeBytes: copy.sizeBytes };
    await copy.discard();
    return { state: 'changed' };
  } catch (error) {
    throw error instanceof FileStoreOutage ? error : new FileStoreOutage('place', 'the bytes cannot be read', error);
  } finally {
    bytes.destroy();
  }
}
