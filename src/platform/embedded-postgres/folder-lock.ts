/** Locks a folder, so that only one process uses it at a time. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathTooLong } from '../process/folder.ts';
import { StartupError } from '../process/startup-error.ts';

export type FolderLock = {
  /** Releases the lock; may be called again. */
  readonly release: () => void;
};

/** Maximum length of a path. SQLite takes 512 bytes, including its suffix for the name; PostgreSQL takes 1024. */
const PATH_BYTES_MAX = 480;

/**
 * Locks the folder by a lock of the operating system on an open file, which SQLite takes portably. The lock ends with
 * the process, also when it is killed, so no stored process number is needed.
 * @throws StartupError when another run has the lock, or the path is too long
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  if (Buffer.byteLength(folder) > PATH_BYTES_MAX) throw pathTooLong(folder);
  const holder = join(folder, 'holder');
  const lock = new DatabaseSync(join(folder, 'lock'));
  try {
    // The file is never written, so no journal file may be left next to it.
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    const pid = await readFile(holder, 'utf8').catch(() => 'unknown');
    throw new StartupError({
      en: `The data folder ${folder} is in use by another run of Leadloop (process ${pid.trim()}); stop that one or choose another folder.`,
      zh: `数据目录 ${folder} 正由另一个 Leadloop 进程（${pid.trim()}）使用；请先停止该进程，或改用其他目录。`,
    });
  }
  await writeFile(holder, `${process.pid}\n`);
  return {
    release: () => {
      if (lock.isOpen) lock.close();
    },
  };
}
