/** A process that ends only by a fault: it starts again at once, as a container that restarts unless it is stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { familyOf } from './family.ts';

export type PartOptions = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Account of the process; that of this process by default. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
};

export type Part = {
  readonly name: string;
  /** Its process; undefined while it is not running. */
  readonly pid: () => number | undefined;
  /** Ends the process and its children as a power cut would. It starts again after a moment. Returns false while it is down. */
  readonly kill: () => boolean;
  /** Stops the process and its children for some time; they notice nothing but the clock. Returns false while it is down. */
  readonly pause: (ms: number) => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

// A signal alone would end this process without its exit handlers.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(1));

/** Sends a signal; a process that has ended meanwhile does not need it. */
function send(pid: number, kind: NodeJS.Signals): void {
  try {
    process.kill(pid, kind);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

const RESTART_MS = 300;
const STOP_LIMIT_MS = 20_000;

export function startPart({ name, command, args, env, logFile, account }: PartOptions): Part {
  const log = createWriteStream(logFile, { flags: 'a' });
  let child: ChildProcess | undefined;
  let wanted = true;
  const launch = () => {
    // A group of its own: a signal from the terminal does not reach it.
    const started = spawn(command, args, { ...account, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [started.stdout, started.stderr]) stream.pipe(log, { end: false });
    started.once('exit', () => {
      child = undefined;
      if (wanted) void sleep(RESTART_MS).then(() => wanted && launch());
    });
    child = started;
  };
  const signal = (kind: NodeJS.Signals): boolean => {
    if (child?.pid === undefined) return false;
    for (const pid of familyOf(child.pid)) send(pid, kind);
    return true;
  };
  // Whatever ends this process, nothing of it stays behind.
  process.once('exit', () => signal('SIGKILL'));
  launch();
  return {
    name,
    pid: () => child?.pid,
    kill: () => signal('SIGKILL'),
    pause: async (ms) => {
      if (!signal('SIGSTOP')) return false;
      await sleep(ms);
      return signal('SIGCONT');
    },
    stop: async () => {
      wanted = false;
      const last = child;
      if (last === undefined) return;
      const ended = once(last, 'exit');
      // The process alone: PostgreSQL ends its sessions itself.
      last.kill('SIGINT');
      await Promise.race([ended, sleep(STOP_LIMIT_MS, undefined, { ref: false }).then(() => signal('SIGKILL'))]);
      await ended;
    },
  };
}
