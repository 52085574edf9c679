import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTasks } from '../../../src/platform/process/task.ts';

const TASK = new URL('../../../src/platform/process/task.ts', import.meta.url).href;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-task-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes a module that answers with an expression of its input. */
async function moduleOf(name: string, answer: string): Promise<URL> {
  const path = join(folder, `${name}.mjs`);
  await writeFile(path, `import { answerTask } from '${TASK}';\nanswerTask(async (input) => ${answer});\n`);
  return pathToFileURL(path);
}

/** Returns the ids of the processes that this one started and that have not ended. */
function childrenOf(): Set<number> {
  const stats = readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return Number(parent) === process.pid && state !== 'Z' ? Number(pid) : [];
    } catch {
      return [];
    }
  });
  return new Set(stats);
}

const LIMITS = { timeMs: 20_000, memoryMb: 128 };

it('returns what the other process makes of its input and the address of the database', async () => {
  const run = createTasks('postgres://here', LIMITS);
  const answer = await run(await moduleOf('echo', '({ ...input, one: 1n, other: process.pid })'), { at: new Date(7) });
  expect(answer).toEqual({ databaseUrl: 'postgres://here', at: new Date(7), one: 1n, other: expect.any(Number) });
  expect(answer).not.toMatchObject({ other: process.pid });
});

it.each([
  ['fails', 'Promise.reject(new Error("no figure"))', 'no figure', LIMITS],
  ['ends', 'process.exit(3)', 'ended: 3', LIMITS],
  ['takes too long', 'new Promise(() => setInterval(() => {}, 1000))', 'SIGKILL', { ...LIMITS, timeMs: 1_500 }],
])('says that the other process %s', async (name, answer, said, limits) => {
  const run = createTasks('postgres://here', limits);
  const failed = await run(await moduleOf(name.replaceAll(' ', '-'), answer), {}).catch((error: unknown) => error);
  expect(failed).toMatchObject({ name: 'TaskFailure', reason: 'failed', message: expect.stringContaining(said) });
});

it('gives a module that does not begin in time one try', async () => {
  const run = createTasks('postgres://here', { ...LIMITS, timeMs: 1_500 });
  const tries = join(folder, 'tries');
  const begun = `import { appendFileSync } from 'node:fs';\nappendFileSync(${JSON.stringify(tries)}, 'one ');\n`;
  await writeFile(join(folder, 'stuck.mjs'), `${begun}await new Promise(() => setInterval(() => {}, 1_000));\n`);
  const stuck = pathToFileURL(join(folder, 'stuck.mjs'));
  await expect(run(stuck, {})).rejects.toMatchObject({ reason: 'failed', message: expect.stringContaining('in time') });
  expect(await readFile(tries, 'utf8')).toBe('one ');
});

it('runs one after the other, and refuses what would wait too long', async () => {
  const run = createTasks('postgres://here', LIMITS);
  const slow = await moduleOf('slow', 'new Promise((done) => setTimeout(() => done(process.pid), 100))');
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => run(slow, {})));
  const refused = all.flatMap((one) => (one.status === 'rejected' ? one.reason.reason : []));
  expect(refused).toEqual(['busy', 'busy', 'busy']);
  expect(new Set(all.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))).size).toBe(9);
});

it('ends the work of a caller that went away, and gives its place to the next', async () => {
  const run = createTasks('postgres://here', LIMITS);
  const endless = await moduleOf('endless', 'new Promise(() => setInterval(() => {}, 1000))');
  const quick = await moduleOf('quick', '"done"');
  const [working, waiting] = [new AbortController(), new AbortController()];
  const gone = [
    run(endless, {}, { gone: working.signal }),
    ...Array.from({ length: 8 }, () => run(endless, {}, { gone: waiting.signal })),
    run(endless, {}, { gone: AbortSignal.abort() }),
  ].map((one) => one.catch((error: unknown) => error));
  await expect(run(quick, {})).rejects.toMatchObject({ reason: 'busy' });
  waiting.abort();
  const next = run(quick, {});
  working.abort();
  expect(await next).toBe('done');
  for (const one of await Promise.all(gone)) expect(one).toMatchObject({ name: 'TaskFailure', reason: 'gone' });
});

it('keeps a process for the next caller of the module, which has loaded it meanwhile', async () => {
  const run = createTasks('postgres://here', LIMITS);
  const module = await moduleOf('loaded', '({ pid: process.pid, loadedAt: performance.timeOrigin + loaded })');
  await appendFile(fileURLToPath(module), 'const loaded = performance.now();\n');
  const first = await run(module, {});
  await sleep(1_000);
  const askedAt = Date.now();
  const second = (await run(module, {})) as { readonly pid: number; readonly loadedAt: number };
  expect(second).not.toMatchObject({ pid: (first as typeof second).pid });
  expect(second.loadedAt).toBeLessThan(askedAt);
});

it('ends a process for which no caller came, and the one that waits for another module', async () => {
  const run = createTasks('postgres://here', LIMITS, LIMITS, 700);
  const [one, other] = [await moduleOf('one', 'process.pid'), await moduleOf('other', 'process.pid')];
  const before = childrenOf();
  await run(one, {});
  const [first] = [...childrenOf()].filter((pid) => !before.has(pid));
  await run(other, {});
  await expect.poll(() => childrenOf().has(first ?? 0)).toBe(false);
  await expect.poll(() => [...childrenOf()].filter((pid) => !before.has(pid)), { timeout: 5_000 }).toEqual([]);
});

it('starts another process when the one that waited has died', async () => {
  const run = createTasks('postgres://here', LIMITS);
  const module = await moduleOf('killed', 'process.pid');
  const before = childrenOf();
  await run(module, {});
  const [waiting = 0] = [...childrenOf()].filter((pid) => !before.has(pid));
  // This process does not know of the death yet when it asks.
  process.kill(waiting, 'SIGKILL');
  expect(await run(module, {})).toEqual(expect.any(Number));
});

it('runs what takes long in a place of its own, with a longer limit', async () => {
  const run = createTasks('postgres://here', { ...LIMITS, timeMs: 1_500 }, LIMITS);
  const slow = await moduleOf('slower', 'new Promise((done) => setTimeout(() => done(input.name), 3_000))');
  const quick = await moduleOf('quick', '"done"');
  const ends: unknown[] = [];
  const long = run(slow, { name: 'long' }, { long: true }).then((name) => ends.push(name));
  const short = run(quick, {}).then((name) => ends.push(name));
  await Promise.all([long, short]);
  expect(ends).toEqual(['done', 'long']);
  await expect(run(slow, {})).rejects.toMatchObject({ reason: 'failed' });
});

it('gives what takes long as much memory as this process has', async () => {
  const run = createTasks('postgres://here');
  const heap = await moduleOf('heap', '(await import("node:v8")).getHeapStatistics().heap_size_limit');
  const [long, short] = [await run(heap, {}, { long: true }), await run(heap, {})];
  expect(long).toBeGreaterThanOrEqual(getHeapStatistics().heap_size_limit - 1_048_576);
  expect(short).toBeLessThan(long as number);
});

it('ends without an error when its parent ended while it worked', async () => {
  const busy = '(process.send("begun"), Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300))';
  const child = fork(fileURLToPath(await moduleOf('orphan', busy)), [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let errors = '';
  child.stderr?.on('data', (piece) => {
    errors += piece;
  });
  child.send({});
  const [begun] = await once(child, 'message');
  expect(begun).toEqual({ begun: true });
  await once(child, 'message');
  child.disconnect();
  const [[code]] = await Promise.all([once(child, 'exit'), child.stderr && once(child.stderr, 'end')]);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
});
