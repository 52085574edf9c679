/** Processes that are killed while they keep files, at any instant. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openFileStore } from '../../../src/platform/file-store/index.ts';
import { sha256Of } from '../../files/sample.ts';

const PROGRAM = fileURLToPath(new URL('keeping-process.ts', import.meta.url));

/** Lets a process keep files, and kills it a number of milliseconds after its first one. Returns what it acknowledged. */
async function keepUntilKilled(folder: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await new Promise((resolve) => child.once('close', resolve));
  return said.split('\n').slice(0, -1);
}

it('leave whole files under their names, all they acknowledged, and nothing else that stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leadloop-killed-'));
  try {
    const rounds = Array.from({ length: 12 }, (_, round) => keepUntilKilled(folder, 3 + 7 * round));
    const acknowledged = (await Promise.all(rounds)).flat();
    expect(acknowledged.length).toBeGreaterThan(20);
    const stored = (await readdir(join(folder, 'stored'), { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    const names = new Set(stored.map(({ name }) => name));
    expect(acknowledged.filter((sha256) => !names.has(sha256))).toEqual([]);
    for (const { name, parentPath } of stored) expect(sha256Of(await readFile(join(parentPath, name)))).toBe(name);

    const incoming = join(folder, 'incoming');
    for (const name of await readdir(incoming)) await utimes(join(incoming, name), new Date(0), new Date(0));
    await (await openFileStore({ folder }).receive(Readable.from([]), 1)).discard();
    expect(await readdir(incoming)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
