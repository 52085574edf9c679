/**
 * Where root keeps what the account of PostgreSQL could not reach in its own place, such as a project below /root: the
 * databases, each with a link to it in the place it belongs, and copies of the programs.
 */
import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, readdir, readFile, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, makeFolder } from '../process/folder.ts';
import { StartupError } from '../process/startup-error.ts';
import { type Account, type Binaries, findClosedFolder } from './binaries.ts';
import { followLink, linkTo, ORIGIN } from './root-data-link.ts';

export const SHELTER = '/var/lib/leadloop';

/** Where a database is, without links in its path, and what the operator has to know about it. */
export type Place = { readonly folder: string; readonly notices: readonly string[] };

const run = promisify(execFile);
/** What a start that was refused may have left in a folder without data. */
const LEFT_BY_REFUSED_START = ['lock', 'holder', 'port', 'password', 'data.unfinished'];
const NAME_MAX = 80;

/**
 * The place of the database of `folder`: the folder itself, or, when the account cannot reach it and it holds no data, a
 * folder in the shelter with a link to it.
 * @throws StartupError when a link leads nowhere or to the database of another folder, or the shelter cannot be written
 */
export async function placeOf(folder: string, account: Account, shelter: string = SHELTER): Promise<Place> {
  await makeFolder(dirname(folder));
  const own = join(await realpath(dirname(folder)), basename(folder));
  const entry = await lstat(own).catch(() => undefined);
  if (entry?.isSymbolicLink()) return followLink(own, await findClosedFolder(own, account));
  const closed = await findClosedFolder(entry === undefined ? own : join(own, 'data'), account);
  if (closed === undefined || (entry !== undefined && !(await isCleared(own)))) return { folder: own, notices: [] };
  const earlier = await inShelter(shelter, closed, async () => {
    const left = await databasesOf(own, shelter);
    const home = await mkdtemp(join(shelter, `${nameOf(own)}-`));
    await chmod(home, 0o755);
    await linkTo(home, own);
    return left;
  });
  const place = await followLink(own, closed);
  const notices = earlier.map(
    (home) => `An earlier database of this folder is still in ${home}; remove it when it is not needed.`,
  );
  return { ...place, notices: [...place.notices, ...notices] };
}

/**
 * The programs, or a copy in the shelter, made once per version, when the account cannot reach them.
 * @throws StartupError when the shelter cannot be written
 */
export async function reachableBinaries(
  binaries: Binaries,
  account: Account,
  shelter: string = SHELTER,
): Promise<Binaries> {
  const closed = await findClosedFolder(binaries.postgres, account);
  if (closed === undefined) return binaries;
  const native = resolve(dirname(binaries.postgres), '..');
  const copy = join(shelter, `postgresql-${await versionOf(native)}-${process.platform}-${process.arch}`);
  const at = (folder: string): Binaries => ({
    postgres: join(folder, 'bin', basename(binaries.postgres)),
    initdb: join(folder, 'bin', basename(binaries.initdb)),
  });
  if ((await lstat(copy).catch(() => undefined)) === undefined) {
    await inShelter(shelter, closed, () => copyWhole(native, copy, at));
  }
  return at(copy);
}

/** A copy is there entirely and works, or not at all, whatever interrupts it. */
async function copyWhole(native: string, copy: string, at: (folder: string) => Binaries): Promise<void> {
  const unfinished = await mkdtemp(`${copy}.unfinished-`);
  try {
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', unfinished]);
    const { postgres, initdb } = at(unfinished);
    await Promise.all([run(postgres, ['--version']), run(initdb, ['--version'])]).catch((error: unknown) => {
      throw new StartupError(`The PostgreSQL programs in ${native} do not run; run "npm ci" again.`, { cause: error });
    });
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another start was faster.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  }
}

async function inShelter<Result>(shelter: string, closed: string, act: () => Promise<Result>): Promise<Result> {
  try {
    await makeShelter(shelter);
    return await act();
  } catch (error) {
    const code = codeOf(error);
    if (error instanceof StartupError || code === undefined) throw error;
    throw new StartupError(
      `PostgreSQL does not run as root, the account "postgres" it runs as may not enter ${closed}, and ${shelter}, which could be used instead, cannot be written (${code}); start as an ordinary user, move the project to another folder, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** What an operator made stays as it is; what is made here must not depend on his umask. */
async function makeShelter(shelter: string): Promise<void> {
  if ((await lstat(shelter).catch(() => undefined)) !== undefined) return;
  await makeFolder(shelter);
  await chmod(shelter, 0o755);
}

/** Whether nothing is left of the folder: data is never moved, so that of somebody else is never taken either. */
async function isCleared(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch(() => undefined);
  if (entries === undefined || entries.some((name) => !LEFT_BY_REFUSED_START.includes(name))) return false;
  for (const name of entries) await rm(join(folder, name), { recursive: true, force: true });
  await rmdir(folder);
  return true;
}

async function databasesOf(own: string, shelter: string): Promise<string[]> {
  const homes = (await readdir(shelter)).map((name) => join(shelter, name));
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

/** `/root/leadloop/.leadloop/postgres` to `root-leadloop-.leadloop-postgres`. */
function nameOf(path: string): string {
  return path
    .replace(/[^A-Za-z0-9._]+/g, '-')
    .slice(1)
    .slice(-NAME_MAX);
}
