/** Runs an entry point of src as the process it is in production. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { guard } from './guardian.ts';

/** Variables of this machine that a process of the tests needs. It gets no others but its own. */
const { PATH, HOME, NODE_COMPILE_CACHE, NODE_OPTIONS } = process.env;

/** Variables of a shell that types commands. Its npm may run on an older Node, so options for Node reach scripts only. */
export const shellEnvironment = { PATH, HOME, NODE_COMPILE_CACHE, npm_config_node_options: NODE_OPTIONS } as const;

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));

/** Limit for a process to end in order, with the server it may have started, before it is killed. */
export const PATIENCE_MS = 10_000;

const running = new Set<ChildProcess>();

/** The processes that run now. */
export const runningEntries = (): ReadonlySet<ChildProcess> => new Set(running);

/** Ends every process that is not among those to keep. */
export async function endEntries(kept: ReadonlySet<ChildProcess> = new Set()): Promise<void> {
  await Promise.all([...running].filter((child) => !kept.has(child)).map(end));
}

async function end(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGINT');
  if (await Promise.race([closed.then(() => true), sleep(PATIENCE_MS, false, { ref: false })])) return;
  child.kill('SIGKILL');
  await closed;
}

export type Entry = {
  readonly output: { out: string; err: string };
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Resolves when standard output has matched. Rejects when the process ends before, with its output. */
  readonly waitForOutput: (pattern: RegExp) => Promise<RegExpExecArray>;
};

export function startEntry(name: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Entry {
  const child = spawn(process.execPath, [`${SOURCES}${name}.ts`, ...args], {
    env: { PATH, HOME, NODE_COMPILE_CACHE, NODE_OPTIONS, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  // The run itself may be killed, and then no hook of it runs any more.
  const guardian = child.pid === undefined ? undefined : guard(child.pid);
  child.once('close', () => {
    running.delete(child);
    guardian?.dismiss();
  });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const waitForOutput = async (pattern: RegExp) => {
    for (;;) {
      const match = pattern.exec(output.out);
      if (match) return match;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${name} ended: ${output.out}${output.err}`);
      await sleep(20);
    }
  };
  return { output, kill: (signal) => void child.kill(signal), ended, waitForOutput };
}

/** Runs an entry point that ends by itself. */
export async function runEntry(name: string, env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const entry = startEntry(name, env, args);
  return { code: await entry.ended, ...entry.output };
}
