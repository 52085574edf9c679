import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { familyOf } from './family.ts';
import { startPart } from './part.ts';

const ended: (() => void)[] = [];
afterEach(() => {
  for (const end of ended.splice(0)) end();
});

/** Runs a shell whose child is in a session of its own, as the sessions of PostgreSQL are. */
const WITH_SESSION = 'setsid sh -c "while sleep 0.02; do echo >> $0; done" "$0" & wait';

describe('a part under faults', () => {
  it('has a family that reaches across sessions', async () => {
    const parent = spawn('sh', ['-c', 'setsid sleep 60 & wait'], { stdio: 'ignore' });
    const pid = parent.pid ?? 0;
    ended.push(() => familyOf(pid).forEach((one) => void process.kill(one, 'SIGKILL')));
    await expect.poll(() => familyOf(pid).length, { timeout: 10_000 }).toBe(2);
    expect(familyOf(pid)[0]).toBe(pid);
  });

  it('is paused as a whole, goes on afterwards, and leaves nothing behind when it is killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'leadloop-part-'));
    const [beats, logFile] = [join(folder, 'beats'), join(folder, 'log')];
    const count = () => readFile(beats, 'utf8').then(({ length }) => length);
    const part = startPart({
      name: 'part',
      command: 'sh',
      args: ['-c', WITH_SESSION, beats],
      env: process.env,
      logFile,
    });
    await expect.poll(() => count().catch(() => 0), { timeout: 10_000 }).toBeGreaterThan(3);
    const family = familyOf(part.pid() ?? 0);
    const paused = part.pause(600);
    await sleep(100);
    const before = await count();
    await sleep(300);
    expect(await count()).toBe(before);
    expect(await paused).toBe(true);
    await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(before);
    expect(part.kill()).toBe(true);
    const stopped = part.stop();
    await expect.poll(() => family.filter(isRunning), { timeout: 10_000 }).toEqual([]);
    await stopped;
    expect(part.kill()).toBe(false);
    await rm(folder, { recursive: true, force: true });
  });
});

/** True for a process that has not ended. One that waits for its parent to look has ended. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
