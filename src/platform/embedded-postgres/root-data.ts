/**
 * Root data: databases and programs that PostgreSQL's account cannot reach in their own place, such as below /root. The
 * own folder of each database contains a link to its data; programs are copied.
 */
import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, readdir, readFile, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Bilingual } from '../../core/messages/language.ts';
import { codeOf, makeFolder } from '../process/folder.ts';
import { StartupError } from '../process/startup-error.ts';
import { type Account, type Binaries, findUnreachableFolder } from './binaries.ts';
import { followLink, linkTo, ORIGIN } from './root-data-link.ts';

const ROOT_DATA = '/var/lib/leadloop';

/** Folder of a database, without links in its path, and notices for the operator about it. */
export type Place = { readonly folder: string; readonly notices: readonly Bilingual[] };

const run = promisify(execFile);
/** Files that a refused start may have left in a folder without data. */
const LEFT_BY_REFUSED_START = ['lock', 'holder', 'port', 'password', 'data.unfinished'];
const NAME_MAX = 80;

/**
 * Finds the data folder of `folder`: the folder itself, or a folder in the root data with a link to it. The latter is
 * used when the account cannot reach the folder and it holds no data.
 * @throws StartupError when a link leads nowhere or to the database of another folder, or the root data cannot be written
 */
export async function findDataFolder(folder: string, account: Account, rootData: string = ROOT_DATA): Promise<Place> {
  await makeFolder(dirname(folder));
  const own = join(await realpath(dirname(folder)), basename(folder));
  const entry = await lstat(own).catch(() => undefined);
  if (entry?.isSymbolicLink()) return followLink(own, await findUnreachableFolder(own, account));
  const unreachable = await findUnreachableFolder(entry === undefined ? own : join(own, 'data'), account);
  if (unreachable === undefined || (entry !== undefined && !(await isCleared(own))))
    return { folder: own, notices: [] };
  const earlier = await inRootData(rootData, unreachable, async () => {
    const databases = await databasesOf(own, rootData);
    const home = await mkdtemp(join(rootData, `${nameOf(own)}-`));
    await chmod(home, 0o755);
    await linkTo(home, own);
    return databases;
  });
  const place = await followLink(own, unreachable);
  const notices = earlier.map(
    (home): Bilingual => ({
      en: `An earlier database of this folder is still in ${home}; remove it when it is not needed.`,
      zh: `本目录以前的数据库仍在 ${home}；不再需要时请删除。`,
    }),
  );
  return { ...place, notices: [...place.notices, ...notices] };
}

/**
 * Returns the programs, or their copy in the root data when the account cannot reach them; made once per version.
 * @throws StartupError when the root data cannot be written
 */
export async function reachableBinaries(
  binaries: Binaries,
  account: Account,
  rootData: string = ROOT_DATA,
): Promise<Binaries> {
  const unreachable = await findUnreachableFolder(binaries.postgres, account);
  if (unreachable === undefined) return binaries;
  const native = resolve(dirname(binaries.postgres), '..');
  const copy = join(rootData, `postgresql-${await versionOf(native)}-${process.platform}-${process.arch}`);
  const at = (folder: string): Binaries => ({
    postgres: join(folder, 'bin', basename(binaries.postgres)),
    initdb: join(folder, 'bin', basename(binaries.initdb)),
  });
  if ((await lstat(copy).catch(() => undefined)) === undefined) {
    await inRootData(rootData, unreachable, () => copyWhole(native, copy, at));
  }
  return at(copy);
}

/** Copies the programs completely and tests them, or not at all, also when interrupted. */
async function copyWhole(native: string, copy: string, at: (folder: string) => Binaries): Promise<void> {
  const unfinished = await mkdtemp(`${copy}.unfinished-`);
  try {
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', unfinished]);
    const { postgres, initdb } = at(unfinished);
    await Promise.all([run(postgres, ['--version']), run(initdb, ['--version'])]).catch((error: unknown) => {
      throw new StartupError(
        {
          en: `The PostgreSQL programs in ${native} do not run; run "npm ci" again.`,
          zh: `${native} 中的 PostgreSQL 程序无法运行；请重新执行 npm ci。`,
        },
        { cause: error },
      );
    });
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another start was faster.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  }
}

async function inRootData<Result>(rootData: string, unreachable: string, act: () => Promise<Result>): Promise<Result> {
  try {
    await makeRootData(rootData);
    return await act();
  } catch (error) {
    const code = codeOf(error);
    if (error instanceof StartupError || code === undefined) throw error;
    throw new StartupError(
      {
        en: `PostgreSQL does not run as root, and the account "postgres" it runs as may not enter ${unreachable}. The folder ${rootData}, which could be used instead, cannot be written (${code}). Start as an ordinary user, move the project to another folder, or set DATABASE_URL.`,
        zh: `PostgreSQL 不能以 root 身份运行，其账户 postgres 无权进入 ${unreachable}。备用目录 ${rootData} 也无法写入（${code}）。请以普通用户启动，或将本项目移至其他目录，或设置 DATABASE_URL。`,
      },
      { cause: error },
    );
  }
}

/** Makes a folder with rights that do not depend on the operator's umask; an existing folder is left unchanged. */
async function makeRootData(rootData: string): Promise<void> {
  if ((await lstat(rootData).catch(() => undefined)) !== undefined) return;
  await makeFolder(rootData);
  await chmod(rootData, 0o755);
}

/**
 * Deletes a folder that contains only remains of a refused start; returns true when it is gone. Data is never deleted.
 */
async function isCleared(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch(() => undefined);
  if (entries === undefined || entries.some((name) => !LEFT_BY_REFUSED_START.includes(name))) return false;
  for (const name of entries) await rm(join(folder, name), { recursive: true, force: true });
  await rmdir(folder);
  return true;
}

async function databasesOf(own: string, rootData: string): Promise<string[]> {
  const homes = (await readdir(rootData)).map((name) => join(rootData, name));
  const belongs = await Promise.all(
    homes.map(async (home) => {
      const data = await lstat(join(home, 'data')).catch(() => undefined);
      const origin = await readFile(join(home, ORIGIN), 'utf8').catch(() => undefined);
      return data !== undefined && origin?.trimEnd() === own;
    }),
  );
  return homes.filter((_, at) => belongs[at]);
}

async function versionOf(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Turns `/root/leadloop/.leadloop/postgres` into `root-leadloop-.leadloop-postgres`. */
function nameOf(path: string): string {
  return path
    .replace(/[^A-Za-z0-9._]+/g, '-')
    .slice(1)
    .slice(-NAME_MAX);
}
