/** Folders to which this installation writes. */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { StartupError } from './startup-error.ts';

/**
 * Makes a folder and its missing parents. The recursive mkdir of Node never returns below a folder that accepts no
 * entries, such as /proc, and uses a full core meanwhile.
 */
export async function makeFolder(path: string, mode = 0o755): Promise<void> {
  if (await isMade(path, mode)) return;
  const parent = dirname(resolve(path));
  if (parent !== resolve(path)) await makeFolder(parent, mode);
  if (!(await isMade(path, mode))) await mkdir(path, { mode });
}

/** Makes one folder. Returns false when its parent is missing. */
async function isMade(path: string, mode: number): Promise<boolean> {
  try {
    await mkdir(path, { mode });
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return false;
    if (code !== 'EEXIST') throw error;
    if ((await stat(path)).isDirectory()) return true;
    throw Object.assign(new Error(`${path} is not a folder`), { code: 'ENOTDIR' });
  }
}

/** Makes a folder when missing, and tests that it is writable. @throws StartupError when that is not possible */
export async function requireWritable(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    const probe = join(folder, `.writable-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw folderError(error, folder);
  }
}

/** Turns an error of the file system into a sentence for the operator; returns any other error unchanged. */
export function folderError(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
    case 'EINVAL':
      return new StartupError(
        {
          en: `The data folder ${folder} cannot be written (${code}); give your account write access or choose another folder.`,
          zh: `数据目录 ${folder} 无法写入（${code}）；请为当前账户授予写权限，或改用其他目录。`,
        },
        { cause: error },
      );
    case 'ENAMETOOLONG':
      return pathTooLong(folder, error);
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartupError(
        {
          en: `There is no disk space left for ${folder}; free some and start again.`,
          zh: `${folder} 所在磁盘已无空间；请释放空间后重新启动。`,
        },
        {
          cause: error,
        },
      );
    default:
      return error;
  }
}

export function pathTooLong(folder: string, cause?: unknown): StartupError {
  return new StartupError(
    {
      en: `The path of the data folder ${folder} is too long; choose a shorter one.`,
      zh: `数据目录 ${folder} 的路径过长；请改用较短的路径。`,
    },
    { cause },
  );
}

/** Returns the code of an error of the operating system. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
