/** The link from the folder of a database to its data in the root data folder, and the way back. */
import { readFile, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../process/folder.ts';
import { StartupError } from '../process/startup-error.ts';

/** File in a data folder that names the folder it belongs to. */
export const ORIGIN = 'origin';

/** Makes the link. If another start was faster, deletes the data folder instead. */
export async function linkTo(home: string, own: string): Promise<void> {
  await writeFile(join(home, ORIGIN), `${own}\n`);
  try {
    await symlink(home, own);
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/**
 * Follows a link. One that was moved with its project takes its database along; of two, only the first may use it. A
 * link that the operator made is followed without a notice.
 * @throws StartupError when it leads nowhere, or is a copy
 */
export async function followLink(own: string, unreachable: string | undefined) {
  const home = await realpath(own).catch(() => undefined);
  if (home === undefined) {
    throw new StartupError({
      en: `${own} points to ${await readlink(own)}, which does not exist; restore it, or remove the link to begin with an empty database.`,
      zh: `${own} 所链接的 ${await readlink(own)} 不存在；请恢复该目录，或删除链接，从空数据库开始。`,
    });
  }
  const origin = await readFile(join(home, ORIGIN), 'utf8').catch(() => undefined);
  if (origin === undefined) return { folder: home, notices: [] };
  const owner = origin.trimEnd();
  if (owner !== own) {
    if ((await realpath(owner).catch(() => undefined)) === home) {
      throw new StartupError({
        en: `${own} is a copy and points to the database of ${owner}; start there, or remove the link to begin with an empty database here.`,
        zh: `${own} 是副本，链接到 ${owner} 的数据库；请在原处启动，或删除链接，在此处从空数据库开始。`,
      });
    }
    await writeFile(join(home, ORIGIN), `${own}\n`);
  }
  const why =
    unreachable === undefined
      ? { en: '', zh: '' }
      : {
          en: `: PostgreSQL does not run as root, and its own account may not enter ${unreachable}`,
          zh: `：PostgreSQL 不能以 root 身份运行，其账户无权进入 ${unreachable}`,
        };
  const notice = {
    en: `The database of ${own} is kept in ${home}${why.en}.`,
    zh: `${own} 的数据库保存在 ${home}${why.zh}。`,
  };
  return { folder: home, notices: [notice] };
}
