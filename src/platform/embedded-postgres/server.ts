/** One PostgreSQL server process: makes its data, starts it, stops it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account, Binaries } from './binaries.ts';

/** The superuser of every cluster made here. */
export const POSTGRES_USER = 'leadloop';

export type Cluster = {
  readonly binaries: Binaries;
  readonly account: Account;
  /** Data folder (PGDATA). */
  readonly dataFolder: string;
};

export type LaunchOptions = {
  readonly port: number;
  /** Server settings that differ from the defaults of PostgreSQL. */
  readonly settings: Readonly<Record<string, string>>;
  readonly onLog?: (line: string) => void;
};

export type PostgresServer = {
  readonly pid: number;
  readonly port: number;
  /** Resolves when the process has ended for any reason. */
  readonly exited: Promise<void>;
  /** Stops the server: ends sessions and writes a checkpoint; stops it by force after 20 s. */
  readonly stop: () => Promise<void>;
};

/** Last output of the server or of initdb before it ended. */
export class ServerExit extends Error {
  override readonly name = 'ServerExit';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.at(-1) ?? 'PostgreSQL ended without a word');
    this.lines = lines;
  }
}

const READY = 'database system is ready to accept connections';
const START_LIMIT_MS = 120_000;
const FAST_STOP_MS = 20_000;
const HARSH_STOP_MS = 5_000;
const LAST_WORDS_MS = 500;
const LINES_KEPT = 40;

/**
 * Makes an empty cluster. Its owner has no password, so there is no login before one is set. The collation is PostgreSQL's
 * own, so the order of text does not depend on the machine.
 * @throws ServerExit
 */
export async function initialiseCluster(
  { binaries, account, dataFolder }: Cluster,
  options: { readonly durable: boolean },
): Promise<void> {
  const child = spawn(
    binaries.initdb,
    [
      `--pgdata=${dataFolder}`,
      `--username=${POSTGRES_USER}`,
      '--auth-local=reject',
      '--auth-host=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(options.durable ? [] : ['--no-sync']),
    ],
    { ...account, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: environment() },
  );
  const lines = collectLines([child.stdout, child.stderr]);
  child.once('error', (error) => lines.push(error.message));
  const succeeded = once(child, 'close').then(([code]) => code === 0);
  if (!(await succeeded.catch(() => false))) throw new ServerExit(lines);
}

/**
 * Starts a server on 127.0.0.1 alone, in a session of its own: a Ctrl-C in the terminal belongs to us, and we stop the
 * server last.
 * @throws ServerExit when it ends before it accepts connections
 */
export async function launchServer(
  { binaries, account, dataFolder }: Cluster,
  { port, settings, onLog }: LaunchOptions,
): Promise<PostgresServer> {
  const all = { ...settings, listen_addresses: '127.0.0.1', unix_socket_directories: '', lc_messages: 'C' };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', dataFolder, '-p', String(port), ...flags], {
    ...account,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment(),
  });
  const exited = ended(child);
  const ready = Promise.withResolvers<void>();
  const lines = collectLines([child.stderr], (line) => {
    onLog?.(line);
    if (line.includes(READY)) ready.resolve();
  });
  child.once('error', (error) => lines.push(error.message));
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  limit.addEventListener('abort', () => ready.reject(new ServerExit([...lines, 'it was not ready within 120 s'])));
  const failed = exited.then(() => Promise.reject(new ServerExit(lines)));
  failed.catch(() => undefined);
  // A process that ends without the ordered shutdown takes its server with it.
  const lastResort = () => child.kill('SIGINT');
  process.once('exit', lastResort);
  void exited.then(() => process.off('exit', lastResort));
  try {
    await Promise.race([ready.promise, failed]);
  } catch (error) {
    await stopChild(child, exited);
    throw error;
  }
  return { pid: child.pid ?? 0, port, exited, stop: () => stopChild(child, exited) };
}

async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.pid === undefined) return;
  const within = (ms: number) => Promise.race([exited.then(() => true), sleep(ms, false, { ref: false })]);
  child.kill('SIGINT');
  if (await within(FAST_STOP_MS)) return;
  child.kill('SIGQUIT');
  if (await within(HARSH_STOP_MS)) return;
  child.kill('SIGKILL');
  await exited;
}

/** Waits for the end of the process and of its output. Sessions that outlive the process may keep the output open. */
async function ended(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close').catch(() => undefined);
  await once(child, 'exit').catch(() => undefined);
  await Promise.race([closed, sleep(LAST_WORDS_MS, undefined, { ref: false })]);
}

/** Keeps the last lines of an output. */
export function collectLines(streams: readonly Readable[], onLine?: (line: string) => void): string[] {
  const lines: string[] = [];
  for (const stream of streams) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > LINES_KEPT) lines.shift();
      onLine?.(line);
    });
  }
  return lines;
}

/** Returns the environment of the programs, without PG* variables of the operator's shell, which could select other data. */
export function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries([
    ...Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && name !== 'NODE_OPTIONS'),
    ['LC_ALL', 'C'],
    ['TZ', 'UTC'],
  ]);
}
