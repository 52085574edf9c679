/** PostgreSQL and Redis that can be killed: each comes back on its port, PostgreSQL with its data. */
import { chmod, chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries, serverAccount } from '../../src/platform/embedded-postgres/binaries.ts';
import { renewOwnerPassword } from '../../src/platform/embedded-postgres/owner-password.ts';
import { reachableBinaries } from '../../src/platform/embedded-postgres/root-data.ts';
import { initialiseCluster, POSTGRES_USER } from '../../src/platform/embedded-postgres/server.ts';
import { freePort } from '../../src/platform/process/port.ts';
import { findProgram } from '../setup/redis-server.ts';
import { type Part, startPart } from './part.ts';

export type Engine = { readonly part: Part; readonly url: string };

/** Waits until a connection answers. @throws Error after a minute */
async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    const answered = await client
      .connect()
      .then(() => client.query('select 1'))
      .then(
        () => true,
        () => false,
      );
    await client.end().catch(() => undefined);
    if (answered) return;
    await sleep(200);
  }
  throw new Error(`${new URL(url).host} does not answer`);
}

/** Makes and starts a cluster that waits for its disk at each commit. */
export async function startPostgres(name: string, folder: string): Promise<Engine> {
  const account = await serverAccount();
  const binaries = await reachableBinaries(await findBinaries(), account);
  const dataFolder = join(folder, `${name}-data`);
  await mkdir(dataFolder, { mode: 0o700 });
  await chmod(folder, 0o755);
  if (account !== undefined) await chown(dataFolder, account.uid, account.gid);
  const cluster = { binaries, account, dataFolder };
  await initialiseCluster(cluster, { durable: true });
  const password = await renewOwnerPassword(cluster);
  const port = await freePort();
  const settings = {
    ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '', lc_messages: 'C', max_connections: '100' },
    ...{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', shared_buffers: '128MB' },
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const part = startPart({
    ...{ name, command: binaries.postgres, args: ['-D', dataFolder, '-p', String(port), ...flags], account },
    ...{ env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH }, logFile: join(folder, `${name}.log`) },
  });
  const url = `postgres://${POSTGRES_USER}:${password}@127.0.0.1:${port}/postgres`;
  await answering(url);
  return { part, url };
}

/** Starts a Redis that keeps nothing: every wake-up may be lost. */
export async function startRedis(name: string, folder: string): Promise<Engine> {
  const { path, libraries } = await findProgram();
  const port = await freePort();
  const part = startPart({
    ...{ name, command: path, logFile: join(folder, `${name}.log`) },
    args: [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--maxmemory-policy',
      'noeviction',
    ],
    env: { PATH: process.env.PATH, ...(libraries !== undefined && { LD_LIBRARY_PATH: libraries }) },
  });
  return { part, url: `redis://127.0.0.1:${port}` };
}
