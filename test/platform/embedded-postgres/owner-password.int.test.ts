/** The password of the owner: each start has its own, and keeps it in memory. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findBinaries, serverAccount } from '../../../src/platform/embedded-postgres/binaries.ts';
import { reachableBinaries } from '../../../src/platform/embedded-postgres/root-data.ts';
import { execute } from '../../setup/postgres-server.ts';
import { passwordOf, REFUSED, useCluster, withPassword } from './cluster.ts';

const { at, start, startElsewhere } = useCluster();

test('the password is in no argument, no variable and no file of a server', async () => {
  const { url, pid } = await start();
  const password = passwordOf(url);
  // Read as the account of the server: a root without capabilities may not read the variables of others.
  const read = [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`];
  const running = execFileSync('cat', read, { ...(await serverAccount()), encoding: 'latin1' });
  expect(running).toContain('postgres');
  expect(running).not.toContain(password);
  const entries = await readdir(at.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const contents = await Promise.all(files.map(async (file) => ({ file, content: await readFile(file) })));
  expect(contents.filter(({ content }) => content.includes(password)).map(({ file }) => file)).toEqual([]);
});

/** Leaves a folder as releases before did: the password of the owner is in a file. */
async function keepInFile(url: string) {
  await execute(url, "alter role leadloop password 'kept in a file'");
  await writeFile(join(at.folder, 'password'), 'kept in a file\n', { mode: 0o600 });
}

test('the password that an earlier release kept in a file ends with the next start', async () => {
  const before = await start();
  await keepInFile(before.url);
  await before.stop();
  const after = await start();
  await expect(execute(withPassword(after.url, 'kept in a file'), 'select 1')).rejects.toThrow(REFUSED);
  expect(await readdir(at.folder)).not.toContain('password');
  expect(await execute(after.url, 'select 1 as one')).toContainEqual({ one: 1 });
});

test('the password in a file does not open the server that follows a killed one', async () => {
  const killed = await startElsewhere();
  await keepInFile(killed.url);
  await killed.kill();
  const kept = withPassword(killed.url, 'kept in a file');
  expect(await execute(kept, 'select 1 as one')).toEqual([{ one: 1 }]);
  const { url } = await start();
  expect(withPassword(url, '')).toBe(withPassword(killed.url, ''));
  await expect(execute(kept, 'select 1')).rejects.toThrow(REFUSED);
});

test('a server without listeners that a killed start left is stopped', async () => {
  const before = await start();
  await before.stop();
  const account = await serverAccount();
  const { postgres } = await reachableBinaries(await findBinaries(), account);
  const left = spawn(postgres, ['--single', '-D', join(at.folder, 'data'), 'postgres'], {
    ...{ ...account, stdio: ['pipe', 'pipe', 'inherit'] as const, env: { LC_ALL: 'C' } },
  });
  onTestFinished(() => void left.kill('SIGKILL'));
  const ended = once(left, 'exit');
  await once(left.stdout, 'data');
  expect(await readFile(join(at.folder, 'data', 'postmaster.pid'), 'utf8')).toMatch(new RegExp(`^-${left.pid}\\n`));
  const { url } = await start();
  await ended;
  expect(await execute(url, 'select 1 as one')).toContainEqual({ one: 1 });
});
