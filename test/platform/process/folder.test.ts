import { chmod, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder, requireWritable } from '../../../src/platform/process/folder.ts';
import { StartupError } from '../../../src/platform/process/startup-error.ts';

let top = '';
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'leadloop-folder-'));
});
afterAll(() => rm(top, { recursive: true, force: true }));

describe('a folder', () => {
  it('is made with those above it, and again, also by several at once', async () => {
    const deep = join(top, 'a', 'b', 'c');
    await Promise.all([makeFolder(deep), makeFolder(deep), makeFolder(join(deep, 'd'))]);
    await makeFolder(deep);
    expect((await stat(join(deep, 'd'))).isDirectory()).toBe(true);
  });

  it('is made where a link leads', async () => {
    await makeFolder(join(top, 'real'));
    await symlink(join(top, 'real'), join(top, 'link'));
    await requireWritable(join(top, 'link'));
  });
});

describe('reports in one sentence a data folder that cannot be written:', () => {
  const refusal = async (folder: string) => {
    const error: unknown = await requireWritable(folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartupError);
    return (error as StartupError).message.replace(top, '…');
  };

  it('a file', async () => {
    await writeFile(join(top, 'file'), '');
    expect(await refusal(join(top, 'file'))).toMatch(/^The data folder …\/file cannot be written \(ENOTDIR\); .+\.$/);
    expect(await refusal(join(top, 'file', 'x'))).toMatch(/\/file\/x cannot be written \(ENOTDIR\)/);
  });

  it('a link to nothing', async () => {
    await symlink(join(top, 'nothing'), join(top, 'dangling'));
    expect(await refusal(join(top, 'dangling'))).toMatch(/dangling cannot be written \(ENOENT\)/);
    expect(await refusal(join(top, 'dangling', 'x'))).toMatch(/dangling\/x cannot be written \(ENOENT\)/);
  });

  it('links in a circle', async () => {
    await symlink(join(top, 'one'), join(top, 'two'));
    await symlink(join(top, 'two'), join(top, 'one'));
    expect(await refusal(join(top, 'one', 'x'))).toMatch(/cannot be written \(ELOOP\)/);
  });

  it('a name too long', async () => {
    expect(await refusal(join(top, 'x'.repeat(300)))).toMatch(/^The path of the data folder .+ is too long;/);
  });

  it('a folder of others', async () => {
    const closed = join(top, 'read-only');
    await makeFolder(closed);
    await chmod(closed, 0o555);
    await chmod(top, 0o755);
    // Root may write everywhere, so the check runs as another account.
    if (process.getuid?.() === 0) process.seteuid?.(65534);
    onTestFinished(() => {
      if (process.getuid?.() === 0) process.seteuid?.(0);
    });
    expect(await refusal(closed)).toMatch(/cannot be written \(EACCES\)/);
    expect(await refusal(join(closed, 'x'))).toMatch(/cannot be written \(EACCES\)/);
  });

  it('a system folder that takes no entries', async () => {
    // /proc on Linux, /dev on macOS: neither accepts new folders, and their errors differ.
    const closed = process.platform === 'linux' ? '/proc/leadloop/x' : '/dev/leadloop/x';
    expect(await refusal(closed)).toMatch(/^The data folder \/\w+\/leadloop\/x cannot be written \(\w+\)/);
  });
});
