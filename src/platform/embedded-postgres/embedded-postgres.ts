/** The PostgreSQL that `npm start` brings along: durable, for this machine only, in one folder. */
import { access, chown, mkdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bilingual } from '../../core/messages/language.ts';
import { openConnection } from '../database/db.ts';
import { passes } from '../database/outage.ts';
import { folderError, requireWritable } from '../process/folder.ts';
import { freePort } from '../process/port.ts';
import { StartupError } from '../process/startup-error.ts';
import { type Account, findBinaries, findUnreachableFolder, POSTGRES_MAJOR, serverAccount } from './binaries.ts';
import { ENDED, exitReason, saysPortTaken, saysStillInUse } from './exit-reason.ts';
import { lockFolder } from './folder-lock.ts';
import { stopOrphan } from './orphan.ts';
import { renewOwnerPassword } from './owner-password.ts';
import { findDataFolder, reachableBinaries } from './root-data.ts';
import {
  type Cluster,
  initialiseCluster,
  launchServer,
  POSTGRES_USER,
  type PostgresServer,
  ServerExit,
} from './server.ts';

export type EmbeddedPostgresOptions = {
  /** Folder of the data, the port and the lock. Made when missing. */
  readonly folder: string;
  readonly onLog?: (line: string) => void;
  /** Notices for the operator about data that is not in the folder itself. */
  readonly onNotice?: (sentence: Bilingual) => void;
  /** Folder in which root keeps data for the account of PostgreSQL; `/var/lib/leadloop` by default. */
  readonly rootData?: string;
  /** Called when the server ends unexpectedly. */
  readonly onExit?: () => void;
  /** Minimum free disk space for a start, in bytes. */
  readonly minFreeBytes?: number;
};

export type EmbeddedPostgres = {
  /** Address of the database `leadloop` as the owner of all, a superuser, with the password of this start. Never write it to a file. */
  readonly url: string;
  /** Process number of the server. */
  readonly pid: number;
  /** Returns true when the server has ended, or ends within two seconds: connections break before its end is known. */
  readonly hasEnded: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

const DATABASE = 'leadloop';
const MIN_FREE_BYTES = 256 * 1024 * 1024;
const LEFTOVER_SESSIONS_MS = 20_000;
const END_NOTICED_MS = 2_000;

/** Settings for a small machine. The durable defaults of PostgreSQL remain. */
const SETTINGS = {
  shared_buffers: '128MB',
  max_connections: '60',
  log_timezone: 'UTC',
  timezone: 'UTC',
} as const;

/**
 * Starts the server on 127.0.0.1, on its previous port if that is free, and makes its database when missing. A server
 * left by a killed run is stopped first.
 * @throws StartupError when the folder, the disk, the account or the data make it impossible
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = await serverAccount();
  const folder = await openFolder(options, account);
  const lock = await lockFolder(folder);
  try {
    await requireSpace(folder, options.minFreeBytes ?? MIN_FREE_BYTES);
    await requireWayIn(join(folder, 'data'), account);
    const binaries = await reachableBinaries(await findBinaries(), account, options.rootData);
    await requireWayIn(binaries.postgres, account);
    const cluster = { binaries, account, dataFolder: join(folder, 'data') };
    await stopOrphan(cluster.dataFolder);
    await ensureCluster(cluster, folder);
    const password = await whenUnused(() => renewOwnerPassword(cluster));
    await rm(join(folder, 'password'), { force: true });
    const server = await launch(cluster, folder, options.onLog);
    const url = (database: string) => `postgres://${POSTGRES_USER}:${password}@127.0.0.1:${server.port}/${database}`;
    const hasEnded = () => Promise.race([server.exited.then(() => true), sleep(END_NOTICED_MS, false, { ref: false })]);
    await ensureDatabase(url('postgres'), cluster.dataFolder).catch(async (error: unknown) => {
      const reason = passes(error) && (await hasEnded()) ? new StartupError(ENDED, { cause: error }) : error;
      await server.stop();
      throw reason;
    });
    let stopping = false;
    void server.exited.then(() => stopping || options.onExit?.());
    const stop = async () => {
      stopping = true;
      await server.stop();
      lock.release();
    };
    return { url: url(DATABASE), pid: server.pid, hasEnded, stop };
  } catch (error) {
    lock.release();
    throw asStartupError(error, folder);
  }
}

async function openFolder({ folder, rootData, onNotice }: EmbeddedPostgresOptions, account: Account): Promise<string> {
  const path = resolve(folder);
  try {
    const place = await findDataFolder(path, account, rootData);
    await requireWritable(place.folder);
    for (const notice of place.notices) onNotice?.(notice);
    return place.folder;
  } catch (error) {
    throw folderError(error, path);
  }
}

async function requireSpace(folder: string, minFreeBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= minFreeBytes) return;
  const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);
  throw new StartupError({
    en: `Only ${megabytes(free)} MB of disk space are left for ${folder} and ${megabytes(minFreeBytes)} MB are needed; free some and start again.`,
    zh: `${folder} 所在磁盘仅剩 ${megabytes(free)} MB，需要 ${megabytes(minFreeBytes)} MB；请释放空间后重新启动。`,
  });
}

async function requireWayIn(path: string, account: Account): Promise<void> {
  const unreachable = await findUnreachableFolder(path, account);
  if (unreachable === undefined) return;
  throw new StartupError({
    en: `PostgreSQL does not run as root, and the account "postgres" it runs as may not enter ${unreachable}, where ${path} lies; start as an ordinary user, move the project to another folder, or set DATABASE_URL.`,
    zh: `PostgreSQL 不能以 root 身份运行，而其账户 postgres 无权进入 ${path} 所在的 ${unreachable}；请以普通用户启动，或将本项目移至其他目录，或设置 DATABASE_URL。`,
  });
}

/** Makes the cluster at the first start. An incomplete cluster of a killed first start is deleted. */
async function ensureCluster(cluster: Cluster, folder: string): Promise<void> {
  const version = await readFile(join(cluster.dataFolder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) {
    if (Number(version) !== POSTGRES_MAJOR) {
      throw new StartupError({
        en: `The data folder ${cluster.dataFolder} was made by PostgreSQL ${version.trim()} and this release brings PostgreSQL ${POSTGRES_MAJOR}; choose another folder or restore a dump of it.`,
        zh: `数据目录 ${cluster.dataFolder} 由 PostgreSQL ${version.trim()} 创建，本版本自带 PostgreSQL ${POSTGRES_MAJOR}；请改用其他目录，或从导出文件恢复。`,
      });
    }
    return;
  }
  if (await exists(cluster.dataFolder)) {
    throw new StartupError({
      en: `The data folder ${cluster.dataFolder} exists and is not one of PostgreSQL; choose another folder or remove it.`,
      zh: `目录 ${cluster.dataFolder} 已存在，但不是 PostgreSQL 的数据目录；请改用其他目录，或将其删除。`,
    });
  }
  const unfinished = join(folder, 'data.unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  if (cluster.account !== undefined) await chown(unfinished, cluster.account.uid, cluster.account.gid);
  await initialiseCluster({ ...cluster, dataFolder: unfinished }, { durable: true });
  await rename(unfinished, cluster.dataFolder);
}

async function launch(cluster: Cluster, folder: string, onLog?: (line: string) => void): Promise<PostgresServer> {
  const portFile = join(folder, 'port');
  const stored = Number(await readFile(portFile, 'utf8').catch(() => '0'));
  let port = stored > 0 ? stored : await freePort();
  const start = () => launchServer(cluster, { port, settings: SETTINGS, ...(onLog && { onLog }) });
  const server = await whenUnused(start, async (lines) => {
    if (!saysPortTaken(lines)) return false;
    port = await freePort();
    return true;
  });
  await writeFile(portFile, `${port}\n`);
  return server;
}

type Remedy = (lines: readonly string[]) => Promise<boolean>;

/** Repeats work on the data while sessions of a killed run still use it, and after a remedy. */
async function whenUnused<Done>(work: () => Promise<Done>, remedy: Remedy = async () => false): Promise<Done> {
  const deadline = performance.now() + LEFTOVER_SESSIONS_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ServerExit) || performance.now() > deadline) throw error;
      if (saysStillInUse(error.lines)) await sleep(200);
      else if (!(await remedy(error.lines))) throw error;
    }
  }
}

async function ensureDatabase(url: string, dataFolder: string): Promise<void> {
  const client = await openConnection({ url });
  try {
    const { rows } = await client.query<{ folder: string; present: boolean }>(
      `select current_setting('data_directory') as folder,
              exists (select from pg_database where datname = $1) as present`,
      [DATABASE],
    );
    if (rows[0]?.folder !== dataFolder) {
      throw new StartupError({
        en: `The PostgreSQL server that answers is not the one of ${dataFolder}; start again.`,
        zh: `响应的 PostgreSQL 不属于 ${dataFolder}；请重新启动。`,
      });
    }
    if (!rows[0].present) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function asStartupError(error: unknown, folder: string): unknown {
  if (error instanceof ServerExit) return new StartupError(exitReason(error.lines, folder), { cause: error });
  return folderError(error, folder);
}
