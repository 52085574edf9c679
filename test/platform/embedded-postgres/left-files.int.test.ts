/** Files that a killed `npm start` leaves: none of them has a token, or the password of the database's owner. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startEntry } from '../../setup/entry-point.ts';

let folder: string;
afterAll(() => rm(folder, { recursive: true, force: true }));

const PATIENCE_MS = 180_000;

/** Lists the files below a folder that contain one of the texts. */
async function filesWith(texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    if (texts.some((text) => content.includes(text))) found.push(relative(folder, path));
  }
  return found;
}

it(
  'a killed start leaves no token and no address of the owner in files or in its log',
  async () => {
    folder = await mkdtemp(join(tmpdir(), 'leadloop-left-'));
    const temporary = join(folder, 'temporary');
    await mkdir(temporary);
    // As root, PostgreSQL runs under another account, which must be able to enter.
    await Promise.all([chmod(folder, 0o755), chmod(temporary, 0o1777)]);
    const data = join(folder, 'data');
    const env = { LEADLOOP_DATA_DIR: data, LEADLOOP_PORT: '0', TMPDIR: temporary, LEADLOOP_LOG_LEVEL: 'debug' };
    const entry = startEntry('local', env, ['--json']);
    const [line] = await entry.waitForOutput(/^\{.*\}\n/);
    const { url, token } = JSON.parse(line);
    const answer = await fetch(`${url}/v1/parties`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    const passwordFile = join(data, 'postgres', 'password');
    const owner = (await readFile(passwordFile, 'utf8')).trim();
    entry.kill('SIGKILL');
    await entry.ended;

    expect(await filesWith([token])).toEqual([]);
    // The one file that must have it, for the next start; only the account of the service may read it.
    expect(await filesWith([owner])).toEqual([relative(folder, passwordFile)]);
    expect((await stat(passwordFile)).mode & 0o077).toBe(0);
    expect(await filesWith(['postgres://leadloop:', 'postgres://postgres:'])).toEqual([]);
    expect((await stat(join(data, 'ready.json'))).mode & 0o077).toBe(0);
    for (const secret of [token, owner]) expect(entry.output.err).not.toContain(secret);
    expect(await filesWith(['leadloop_local'])).toContain('data/ready.json');
  },
  PATIENCE_MS,
);
