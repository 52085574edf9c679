/** Bytes in a folder: what `npm start` uses, and services on one machine. */
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf, makeFolder } from '../process/folder.ts';
import { type BytePlace, nameOf } from './file-store.ts';
import { FileStoreOutage } from './outage.ts';

/**
 * Returns the place in a folder. Temporary files must be on the same file system: a file appears under its name by one
 * rename, whole, after its bytes are on the disk. So no process that is killed leaves half a file.
 */
export function folderPlace(folder: string): BytePlace {
  const pathOf = (sha256: string) => join(folder, nameOf(sha256));
  return {
    keep: async ({ path, sha256 }) => {
      const target = pathOf(sha256);
      try {
        await makeFolder(dirname(target), 0o700);
        await rename(path, target);
        await writeNames(dirname(target));
        await writeNames(folder);
      } catch (error) {
        throw outage(error);
      }
    },
    open: (sha256) => openFile(pathOf(sha256)),
    remove: async (sha256) => {
      await rm(pathOf(sha256), { force: true }).catch((error) => {
        throw outage(error);
      });
    },
  };
}

/** Writes the names in a folder to the disk: a rename is durable only then. */
async function writeNames(folder: string): Promise<void> {
  // Windows opens no folders; its file system keeps a journal of names.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openFile(path: string): Promise<Readable | undefined> {
  try {
    return (await open(path, 'r')).createReadStream();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw outage(error);
  }
}

const outage = (error: unknown) =>
  new FileStoreOutage('place', `the folder of files cannot be used (${codeOf(error) ?? 'unknown'})`, error);
