/** A PostgreSQL of this run alone, in a temporary folder on a free port. */
import { access, chmod, chown, constants, mkdir, mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries, serverAccount } from '../../src/platform/embedded-postgres/binaries.ts';
import { renewOwnerPassword } from '../../src/platform/embedded-postgres/owner-password.ts';
import { reachableBinaries } from '../../src/platform/embedded-postgres/root-data.ts';
import { initialiseCluster, launchServer, POSTGRES_USER } from '../../src/platform/embedded-postgres/server.ts';
import { freePort } from '../../src/platform/process/port.ts';
import { guard } from './guardian.ts';

export type TestPostgres = {
  /** Address of the database `postgres`, as superuser. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

const MODEST = {
  shared_buffers: '64MB',
  max_connections: '200',
  max_wal_size: '512MB',
  timezone: 'UTC',
} as const;

/** Tests throw their data away, so they need not wait for a disk; nothing else differs from the real thing. */
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off' } as const;

/** Folder in memory, as Linux has it. */
const IN_MEMORY = '/dev/shm';
/** Free memory with which the data is kept in memory: some times what all tests together write. */
const ROOM_BYTES = 4 * 2 ** 30;

/**
 * Starts one. With `durable` it waits for the disk as a production server does, which is what a benchmark has to
 * measure.
 */
export async function startTestPostgres(
  options: { readonly durable?: boolean; readonly settings?: Readonly<Record<string, string>> } = {},
): Promise<TestPostgres> {
  const { durable = false, settings = {} } = options;
  const folder = durable ? await mkdtemp(join(tmpdir(), 'leadloop-postgres-')) : await makeDataFolder('postgres');
  await chmod(folder, 0o755);
  const account = await serverAccount();
  const cluster = {
    binaries: await reachableBinaries(await findBinaries(), account),
    account,
    dataFolder: join(folder, 'data'),
  };
  await mkdir(cluster.dataFolder, { mode: 0o700 });
  if (account !== undefined) await chown(cluster.dataFolder, account.uid, account.gid);
  await initialiseCluster(cluster, { durable });
  const password = await renewOwnerPassword(cluster, durable ? {} : NOT_DURABLE);
  const server = await launchServer(cluster, {
    port: await freePort(),
    settings: { ...MODEST, ...(durable ? {} : NOT_DURABLE), ...settings },
  });
  const guardian = guard(server.pid, folder);
  const url = `postgres://${POSTGRES_USER}:${password}@127.0.0.1:${server.port}/postgres`;
  await requireOwn(url, cluster.dataFolder);
  return { url, stop: () => guardian.release() };
}

/**
 * Makes a folder for data that tests throw away. In memory, no test waits for a disk: a server that waits for it, as it does in
 * production, starts there in a quarter of the time.
 */
export async function makeDataFolder(name: string): Promise<string> {
  return mkdtemp(join((await hasRoomInMemory()) ? IN_MEMORY : tmpdir(), `leadloop-${name}-`));
}

/**
 * Checks that data may be kept in memory. Every test file has a database of its own, which is a folder of 800 files. Copying
 * and deleting it costs less than half there.
 */
async function hasRoomInMemory(): Promise<boolean> {
  try {
    await access(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = await statfs(IN_MEMORY);
    return Math.min(bavail * bsize, process.availableMemory()) > ROOM_BYTES;
  } catch {
    return false;
  }
}

/** Runs one statement in its own connection. */
export async function execute(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'leadloop-test-setup' });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}

/** Two runs on one machine must never write into each other's server. */
async function requireOwn(url: string, dataFolder: string): Promise<void> {
  const [row] = await execute(url, 'show data_directory');
  if (row?.data_directory !== dataFolder) throw new Error(`The server at ${url} is not the one in ${dataFolder}`);
}
