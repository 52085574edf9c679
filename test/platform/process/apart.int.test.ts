/** Rights of a process that reads files from outside. */
import { access } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runApart } from '../../../src/platform/process/apart.ts';

const PROGRAM = new URL('./apart-process.ts', import.meta.url);
const LIMITS = { timeMs: 60_000, memoryMb: 64, outputMax: 10_000 };

it('may write no file, not even among the compiled modules that it shares, and open no connection', async () => {
  const compiled = dirname(getCompileCacheDir() ?? '');
  const words = [compiled, dirname(compiled), tmpdir()].map((folder) => join(folder, `apart-${process.pid}`));
  const lines = await Array.fromAsync(runApart(PROGRAM, { input: Buffer.alloc(0), words }, LIMITS));
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { writing: words.map(() => 'ERR_ACCESS_DENIED'), connecting: 'ERR_ACCESS_DENIED', names: ['NODE_COMPILE_CACHE'] },
  ]);
  for (const path of words) await expect(access(path)).rejects.toThrow('ENOENT');
});
