/** A Redis of this run alone, from wherever this machine can get one. */
import { execFile, spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { freePort } from '../../src/platform/process/port.ts';
import { guard } from './guardian.ts';

export type TestRedis = {
  readonly url: string;
  /** Origin of this Redis, for the log. */
  readonly source: string;
  readonly stop: () => Promise<void>;
};

type Program = { readonly path: string; readonly libraries?: string; readonly source: string };

const IMAGE = 'redis:8';
const run = promisify(execFile);

/**
 * Tries, in this order: REDIS_URL, `redis-server` on the PATH, a container engine, the Debian package. The package is
 * unpacked into a folder of the user and not installed.
 * @throws Error that says how to get one, when none of these works
 */
export async function startTestRedis(): Promise<TestRedis> {
  const given = process.env.REDIS_URL;
  if (given !== undefined && given !== '') {
    return { url: given, source: 'REDIS_URL', stop: async () => undefined };
  }
  const installed = await findInstalled();
  if (installed !== undefined) return startProgram(installed);
  const failures: string[] = [];
  for (const attempt of [startContainer, startUnpacked]) {
    try {
      return await attempt();
    } catch (error) {
      failures.push(`${attempt.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    'The tests need a Redis and found none. Install one ("apt-get install redis-server", "brew install redis"), ' +
      `start Docker, or set REDIS_URL to one that may be filled and emptied.\n${failures.join('\n')}`,
  );
}

/** Finds a program that can be started, killed and started again: on the PATH, or in the Debian package. */
export async function findProgram(): Promise<Program> {
  return (await findInstalled()) ?? unpackedProgram();
}

async function findInstalled(): Promise<Program | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const folder of folders) {
    const path = join(folder, 'redis-server');
    if (await exists(path)) return { path, source: path };
  }
  return undefined;
}

/** Starts a program on a free port and waits until this very process answers. */
async function startProgram({ path, libraries, source }: Program): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'leadloop-redis-'));
  const port = await freePort();
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  };
  const child = spawn(
    path,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(libraries !== undefined && { LD_LIBRARY_PATH: libraries }) },
    },
  );
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.once('error', (error) => output.push(error.message));
  const url = `redis://127.0.0.1:${port}`;
  if (child.pid === undefined || !(await answers(url, child.pid))) {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    throw new Error(`${path} did not start: ${output.join('').trim().slice(-500)}`);
  }
  child.unref();
  const guardian = guard(child.pid, folder);
  return { url, source, stop: () => guardian.release() };
}

/** Returns true when a Redis answers, and, if a process number is given, when it is that process. */
async function answers(url: string, pid?: number): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  try {
    const info = await Promise.race([client.info('server'), sleep(10_000, '', { ref: false })]);
    return info.includes(pid === undefined ? 'process_id:' : `process_id:${pid}\r\n`);
  } finally {
    client.disconnect();
  }
}

async function startContainer(): Promise<TestRedis> {
  // Tried first, because testcontainers takes long to notice that no engine is there.
  await run('docker', ['info'], { timeout: 10_000 });
  const { GenericContainer } = await import('testcontainers');
  const container = await new GenericContainer(IMAGE)
    .withExposedPorts(6379)
    .withCommand(['redis-server', '--save', '', '--protected-mode', 'no', '--maxmemory-policy', 'noeviction'])
    .start();
  const url = `redis://${container.getHost()}:${container.getMappedPort(6379)}`;
  if (!(await answers(url))) {
    await container.stop();
    throw new Error(`the container ${IMAGE} does not answer at ${url}`);
  }
  return { url, source: `container ${IMAGE}`, stop: async () => void (await container.stop()) };
}

const startUnpacked = async (): Promise<TestRedis> => startProgram(await unpackedProgram());

async function unpackedProgram(): Promise<Program> {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const root = join(cache, 'leadloop', `redis-${process.arch}`);
  const path = join(root, 'usr', 'bin', 'redis-server');
  if (!(await exists(path))) await unpackDebianPackage(root);
  const libraries = await foldersOfLibraries(join(root, 'usr', 'lib'));
  return { path, libraries: libraries.join(delimiter), source: `Debian package in ${root}` };
}

/** Fetches the package and what this machine lacks of its dependencies. Needs no rights and changes nothing else. */
async function unpackDebianPackage(root: string): Promise<void> {
  const work = `${root}.${process.pid}`;
  const [lists, archives, unpacked] = ['lists', 'archives', 'unpacked'].map((name) => join(work, name));
  if (lists === undefined || archives === undefined || unpacked === undefined) throw new Error('unreachable');
  await Promise.all([lists, archives].map((folder) => mkdir(join(folder, 'partial'), { recursive: true })));
  await mkdir(unpacked);
  try {
    const options = [
      ['Dir::State::lists', lists],
      ['Dir::Cache::archives', archives],
      ['Dir::Cache::pkgcache', ''],
      ['Dir::Cache::srcpkgcache', ''],
      ['Debug::NoLocking', 'true'],
      ['APT::Sandbox::User', ''],
    ].flatMap(([name, value]) => ['-o', `${name}=${value}`]);
    await run('apt-get', [...options, '-q', 'update']);
    await run('apt-get', [...options, '-qy', '--download-only', '--no-install-recommends', 'install', 'redis-server']);
    for (const file of await readdir(archives)) {
      if (file.endsWith('.deb')) await run('dpkg-deb', ['-x', join(archives, file), unpacked]);
    }
    await mkdir(dirname(root), { recursive: true });
    await rename(unpacked, root).catch(async (error: unknown) => {
      // Another run unpacked it meanwhile.
      if (!(await exists(root))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function foldersOfLibraries(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const files = entries.filter((entry) => /\.so(\.|$)/.test(entry));
  return [...new Set(files.map((file) => dirname(join(folder, file))))];
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
