/** What the README tells a newcomer to type is typed here, letter by letter. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { shellEnvironment, startEntry } from './setup/entry-point.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

async function firstBatchIn(readme: string): Promise<string[]> {
  const text = await readFile(join(ROOT, readme), 'utf8');
  const [, block = ''] = /<!-- first batch -->\s+```sh\n([\s\S]*?)```/.exec(text) ?? [];
  return block.trim().split('\n');
}

it('leads from a fresh start to a token and a first batch with four commands', async () => {
  const commands = await firstBatchIn('README.md');
  expect(commands).toHaveLength(4);
  expect(await firstBatchIn('README.zh-CN.md')).toEqual(commands);
  const folder = await mkdtemp(join(tmpdir(), 'leadloop-readme-'));
  await chmod(folder, 0o755);
  const env = { LEADLOOP_DATA_DIR: join(folder, 'data'), LEADLOOP_PORT: '0' };
  const entry = startEntry('local', env, ['--json']);
  const [line] = await entry.saying(/^\{.*\}\n/);
  const { url } = JSON.parse(line) as { url: string };
  const typed = commands.join('\n').replaceAll('http://127.0.0.1:8450', url);
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', typed], {
    cwd: ROOT,
    env: { ...shellEnvironment, ...env },
  });
  const [recorded, listed] = stdout.replace('}{', '}\n{').split('\n');
  expect(JSON.parse(recorded ?? '')).toMatchObject({ kind: 'battery', massGrams: 198_400, pieces: 12 });
  expect(JSON.parse(listed ?? '').items).toEqual([expect.objectContaining({ massGrams: 198_400 })]);
  entry.kill('SIGINT');
  expect(await entry.ended).toBe(0);
  await rm(folder, { recursive: true, force: true });
}, 120_000);
