/** Processes that the suite starts end with it, also when a test fails or the run is killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from './commands.ts';
import { useDatabase } from './database.ts';
import { type Entry, startEntry } from './entry-point.ts';
import { useRedis } from './redis.ts';

const database = useDatabase();
const redis = useRedis();
let env: Record<string, string>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leadloop-entry-'));
  env = {
    DATABASE_URL: database.url,
    LEADLOOP_OWNER_URL: database.ownerUrl,
    REDIS_URL: redis.url,
    LEADLOOP_DATA_DIR: folder,
    LEADLOOP_PORT: '0',
    LEADLOOP_METRICS_PORT: '0',
  };
  await migrate(env);
});
afterAll(() => rm(env.LEADLOOP_DATA_DIR ?? '', { recursive: true, force: true }));

let left: Entry;

it('a process that a test leaves behind', async () => {
  left = startEntry('api', env);
  await left.waitForOutput(/"address"/);
});

it('has ended, in order, before the next test begins', async () => {
  expect(await Promise.race([left.ended, sleep(0, 'it still runs')])).toBe(0);
});

it('a process ends also when the run is killed, which runs no hook any more', async () => {
  const guardian = fileURLToPath(new URL('guardian.ts', import.meta.url));
  const run = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { spawn } from 'node:child_process';
       const { guard } = await import(${JSON.stringify(guardian)});
       const child = spawn('sleep', ['60'], { stdio: 'ignore', detached: true });
       guard(child.pid);
       console.log(child.pid);
       setInterval(() => undefined, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [output] = await once(run.stdout, 'data');
  const pid = Number(String(output));
  expect(isAlive(pid)).toBe(true);
  run.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
