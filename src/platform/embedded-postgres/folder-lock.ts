/** A folder that one process uses at a time. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathTooLong } from '../process/folder.ts';
import { StartupError } from '../process/startup-error.ts';

export type FolderLock = {
  /** May be called again. */
  readonly release: () => void;
};

/** SQLite takes paths of 512 bytes at most, with what it appends to the name. PostgreSQL takes 1024. */
const PATH_BYTES_MAX = 480;

/**
 * Takes the folder by a lock of the operating system on an open file, which SQLite takes the same way everywhere. It
 * ends with the process, also when that is killed, so no process number has to be trusted.
 * @throws StartupError when another run has it, or its path is too long
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  if (Buffer.byteLength(folder) > PATH_BYTES_MAX) throw pathTooLong(folder);
  const holder = join(folder, 'holder');
  const lock = new DatabaseSync(join(folder, 'lock'));
  try {
    // Nothing is ever written, so no journal may be left beside it.
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    const pid = await readFile(holder, 'utf8').catch(() => 'unknown');
    throw new StartupError(
      `The data folder ${folder} is in use by another run of Leadloop (process ${pid.trim()}); stop that one or choose another folder.`,
    );
  }
  await writeFile(holder, `${process.pid}\n`);
  return {
    release: () => {
      if (lock.isOpen) lock.close();
    },
  };
}
