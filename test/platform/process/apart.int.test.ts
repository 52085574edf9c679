/** Rights and limits of a process that reads files from outside. */
import { access } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runApart } from '../../../src/platform/process/apart.ts';

const PROGRAM = new URL('./apart-process.ts', import.meta.url);
const WORKING = new URL('./apart-working.ts', import.meta.url);
const LIMITS = { workMs: 60_000, timeMs: 60_000, memoryMb: 64, outputMax: 10_000 };

it('may write no file, not even among the compiled modules that it shares, and open no connection', async () => {
  const compiled = dirname(getCompileCacheDir() ?? '');
  const words = [compiled, dirname(compiled), tmpdir()].map((folder) => join(folder, `apart-${process.pid}`));
  const lines = await Array.fromAsync(runApart(PROGRAM, { input: Buffer.alloc(0), words }, LIMITS));
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { writing: words.map(() => 'ERR_ACCESS_DENIED'), connecting: 'ERR_ACCESS_DENIED', names: ['NODE_COMPILE_CACHE'] },
  ]);
  for (const path of words) await expect(access(path)).rejects.toThrow('ENOENT');
});

it.each([
  ['stopped by the work that it does', 'work', { workMs: 300 }],
  ['stopped by the clock with little work done', 'wait', { timeMs: 2_000 }],
])('is %s, and says so', async (_, word, limits) => {
  const running = Array.fromAsync(
    runApart(WORKING, { input: Buffer.alloc(0), words: [word] }, { ...LIMITS, ...limits }),
  );
  await expect(running).rejects.toMatchObject({ name: 'ApartFailure', reason: word === 'work' ? 'work' : 'time' });
});

it('yields lines of any length, and the whole ones only', async () => {
  const lines = await Array.fromAsync(
    runApart(WORKING, { input: Buffer.alloc(0), words: ['write'] }, { ...LIMITS, outputMax: 10_000_000 }),
  );
  expect(lines.map(({ length }) => length)).toEqual([0, 2_000_000, 1, 0, 3]);
});
