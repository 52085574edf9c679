/** A cluster that the tests of a file start and stop one after the other, here and in another process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import {
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '../../../src/platform/embedded-postgres/embedded-postgres.ts';
import { guard } from '../../setup/guardian.ts';
import { makeDataFolder } from '../../setup/postgres-server.ts';

const SCRIPT = fileURLToPath(new URL('embedded-postgres-process.ts', import.meta.url));

/** Call it at the top of a test file. The long path of the folder contains spaces, quotes and Chinese. */
export function useCluster() {
  const at = { top: '', folder: '' };
  beforeAll(async () => {
    at.top = await makeDataFolder('embedded');
    await chmod(at.top, 0o755);
    at.folder = join(at.top, `铅 循环's "data"`, 'x'.repeat(120), 'y'.repeat(120));
  });
  afterAll(() => rm(at.top, { recursive: true, force: true }));

  async function start(options: Partial<EmbeddedPostgresOptions> = {}) {
    const server = await startEmbeddedPostgres({ folder: at.folder, ...options });
    const guardian = guard(server.pid, join(at.top, `guarded-${server.pid}`));
    onTestFinished(async () => {
      await server.stop();
      await guardian.release();
    });
    return server;
  }

  /** Runs a server in the folder in another process. */
  async function startElsewhere() {
    const child = spawn(process.execPath, [SCRIPT, at.folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    const { url, pid } = JSON.parse(chunk.toString()) as { url: string; pid: number };
    const guardian = guard(pid, join(at.top, `guarded-${pid}`));
    onTestFinished(() => guardian.release());
    const kill = async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    };
    return { url, pid, kill, child };
  }

  return { at, start, startElsewhere };
}

export const passwordOf = (url: string) => new URL(url).password;
export const withPassword = (url: string, password: string) => Object.assign(new URL(url), { password }).href;
export const REFUSED = 'password authentication failed';

export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Ended, but not yet collected by its parent.
  return !/\) Z /.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
}
