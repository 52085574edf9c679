/** One system as a child process. It is restarted whenever it ends unexpectedly. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Guardian } from './guardian.ts';

export type ChildOptions = {
  readonly name: string;
  /** Entry point and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly guardian: Guardian;
  /** Called when the process ends repeatedly, so that waiting for it is useless. */
  readonly onHopeless: (error: Error) => void;
};

export type Child = {
  /** Kills the process as a power cut would, and does not restart it. */
  readonly knockOut: () => void;
  /** Starts the process again after `kill`. */
  readonly revive: () => void;
  /** Requests the end of the process, then forces it. */
  readonly stop: () => Promise<void>;
  /** Number of restarts after unexpected ends. */
  readonly restarts: () => number;
};

const RESTARTS_MAX = 50;
const QUICK_MS = 3_000;
const QUICK_DEATHS_MAX = 8;
const RESTART_PAUSE_MS = 200;
const STOP_LIMIT_MS = 30_000;
/** Search path of the child process: programs of the system only, not those of the operator's shell. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export function startChild(options: ChildOptions): Child {
  let child: ChildProcess | undefined;
  let wanted = true;
  let restarts = 0;
  let quickDeaths = 0;

  const launch = () => {
    const startedAt = performance.now();
    const started = spawnEntry(options);
    child = started;
    started.once('exit', (code, signal) => {
      options.guardian.forget(started.pid);
      child = undefined;
      if (!wanted) return;
      restarts += 1;
      quickDeaths = performance.now() - startedAt < QUICK_MS ? quickDeaths + 1 : 0;
      if (restarts > RESTARTS_MAX || quickDeaths > QUICK_DEATHS_MAX) {
        const how = signal ?? `exit code ${code}`;
        options.onHopeless(new Error(`${options.name} does not stay up (${how}); see ${options.logFile}`));
        return;
      }
      void sleep(RESTART_PAUSE_MS).then(() => wanted && child === undefined && launch());
    });
  };
  launch();

  return {
    knockOut: () => {
      wanted = false;
      child?.kill('SIGKILL');
    },
    revive: () => {
      wanted = true;
      if (child === undefined) launch();
      else child.once('exit', () => wanted && child === undefined && launch());
    },
    stop: async () => {
      wanted = false;
      if (child === undefined) return;
      const ending = child;
      const exited = once(ending, 'exit');
      ending.kill('SIGTERM');
      const timer = setTimeout(() => ending.kill('SIGKILL'), STOP_LIMIT_MS);
      await exited;
      clearTimeout(timer);
    },
    restarts: () => restarts,
  };
}

/** A session of its own: a Ctrl-C in the terminal reaches the demo only, which stops its systems in order. */
function spawnEntry({ command, env, logFile, guardian }: ChildOptions): ChildProcess {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [...command], {
    env: { PATH, NO_COLOR: '1', ...env },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.once('error', () => undefined);
  guardian.watch(child.pid);
  return child;
}
