/** Stops servers that outlived the process that started them. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartupError } from '../process/startup-error.ts';

/** A number above all process numbers of a kernel. */
const NOBODY = '2147483646';
const FAST_STOP_MS = 20_000;
const HARSH_STOP_MS = 5_000;

const run = promisify(execFile);

/**
 * Stops the server that a killed run left on the data folder. The caller must have locked the folder.
 * @throws StartupError when the server does not end
 */
export async function stopOrphan(dataFolder: string): Promise<void> {
  const pidFile = join(dataFolder, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const [first = '', ...rest] = text.split('\n');
  // A negative number is that of a server without listeners, which sets the password of a start. It ends by another signal.
  const pid = Math.abs(Number(first));
  const gently = first.startsWith('-') ? 'SIGTERM' : 'SIGINT';
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  if (!(await servesFolder(pid, dataFolder))) {
    // The number was given to another process since, and PostgreSQL would take that one for a running server. The rest
    // of the file stays: by it PostgreSQL recognises sessions that are still alive.
    await writeFile(pidFile, [NOBODY, ...rest].join('\n'));
    return;
  }
  if ((await stopped(pid, gently, FAST_STOP_MS)) || (await stopped(pid, 'SIGQUIT', HARSH_STOP_MS))) return;
  throw new StartupError({
    en: `A PostgreSQL server of an earlier run (process ${pid}) still uses ${dataFolder} and does not stop; end it and start again.`,
    zh: `上次运行的 PostgreSQL（进程 ${pid}）仍在使用 ${dataFolder}，且无法停止；请结束该进程后重新启动。`,
  });
}

async function stopped(pid: number, signal: NodeJS.Signals, limitMs: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch {
    return !isAlive(pid);
  }
  const deadline = performance.now() + limitMs;
  while (performance.now() < deadline) {
    if (!isAlive(pid) || (await isZombie(pid))) return true;
    await sleep(50);
  }
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function servesFolder(pid: number, dataFolder: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() =>
    run('ps', ['-o', 'command=', '-p', String(pid)]).then(
      ({ stdout }) => stdout,
      () => '',
    ),
  );
  return command.includes('postgres') && command.includes(dataFolder);
}

/**
 * Returns true for a process that has ended but was not collected by its parent: a container without an init process
 * never collects it.
 */
async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /\) Z /.test(stat);
}
