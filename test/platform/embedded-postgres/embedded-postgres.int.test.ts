import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '../../../src/platform/embedded-postgres/embedded-postgres.ts';
import { StartupError } from '../../../src/platform/process/startup-error.ts';
import { execute } from '../../setup/postgres-server.ts';
import { isAlive, passwordOf, REFUSED, useCluster, withPassword } from './cluster.ts';

const isRoot = process.getuid?.() === 0;
const { at, start, startElsewhere } = useCluster();

async function refusal(options: EmbeddedPostgresOptions): Promise<string> {
  const outcome = await startEmbeddedPostgres(options).then(
    async (server) => {
      await server.stop();
      return 'it started';
    },
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(StartupError);
  const { message } = outcome as StartupError;
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(message).not.toContain('\n');
  return message;
}

test('the first start makes a durable server for this machine alone, and a database', async () => {
  const { url } = await start();
  const [settings] = await execute(
    url,
    `select current_database() as database, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages,
            current_setting('listen_addresses') as addresses, current_setting('server_version_num')::int / 10000 as major`,
  );
  expect(settings).toEqual({
    database: 'leadloop',
    fsync: 'on',
    commit: 'on',
    pages: 'on',
    addresses: '127.0.0.1',
    major: 18,
  });
  expect(await readdir(at.folder)).not.toContain('password');
  await execute(url, 'create table kept (mass_grams bigint); insert into kept values (18250)');
  const stranger = Object.assign(new URL(url), { password: 'guessed' }).href;
  await expect(execute(stranger, 'select 1')).rejects.toThrow('password authentication failed');
});

test('the next start has the data and the port of the first, and a password of its own', async () => {
  const before = await start();
  await before.stop();
  expect(await isAlive(before.pid)).toBe(false);
  const after = await start();
  expect(passwordOf(after.url)).not.toBe(passwordOf(before.url));
  expect(withPassword(after.url, '')).toBe(withPassword(before.url, ''));
  await expect(execute(before.url, 'select 1')).rejects.toThrow(REFUSED);
  expect(await execute(after.url, 'select mass_grams from kept')).toEqual([{ mass_grams: '18250' }]);
});

test('another port is found when the stored one is taken', async () => {
  const first = await start();
  await first.stop();
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  await once(squatter, 'listening');
  onTestFinished(() => void squatter.close());
  const second = await start();
  expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
  expect(await execute(second.url, 'select count(*)::int as count from kept')).toEqual([{ count: 1 }]);
});

test('a second run on the folder learns which process uses it', async () => {
  const other = await startElsewhere();
  expect(await refusal({ folder: at.folder })).toBe(
    `The data folder ${at.folder} is in use by another run of Leadloop (process ${other.child.pid}); stop that one or choose another folder.`,
  );
  expect(await execute(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await other.kill();
});

test('a server left by a killed process is stopped and its data kept', async () => {
  const killed = await startElsewhere();
  await execute(killed.url, 'insert into kept values (7)');
  await killed.kill();
  expect(await isAlive(killed.pid)).toBe(true);
  const { url, pid } = await start();
  expect(pid).not.toBe(killed.pid);
  expect(await isAlive(killed.pid)).toBe(false);
  expect(await execute(url, 'select count(*)::int as count from kept')).toEqual([{ count: 2 }]);
});

test('a killed server recovers what was committed', async () => {
  const killed = await startElsewhere();
  await execute(killed.url, 'insert into kept values (8)');
  process.kill(killed.pid, 'SIGKILL');
  await killed.kill();
  const { url } = await start();
  expect(await execute(url, 'select count(*)::int as count from kept')).toEqual([{ count: 3 }]);
});

test('a process number that another process has now is not taken for a server', async () => {
  const before = await start();
  const pidFile = join(at.folder, 'data', 'postmaster.pid');
  const [, ...rest] = (await readFile(pidFile, 'utf8')).split('\n');
  await before.stop();
  const bystander = spawn('sleep', ['60']);
  onTestFinished(() => void bystander.kill());
  await writeFile(pidFile, [bystander.pid, ...rest].join('\n'));
  const { url } = await start();
  expect(await execute(url, 'select count(*)::int as count from kept')).toEqual([{ count: 3 }]);
  expect(bystander.exitCode).toBeNull();
});

test('the unexpected end of a server is reported', async () => {
  const exited = Promise.withResolvers<void>();
  const { pid } = await start({ onExit: exited.resolve });
  process.kill(pid, 'SIGKILL');
  await exited.promise;
});

test('an ordered stop is not reported as an unexpected end', async () => {
  const onExit = vi.fn();
  const server = await startEmbeddedPostgres({ folder: at.folder, onExit });
  await server.stop();
  await sleep(50);
  expect(onExit).not.toHaveBeenCalled();
});

test('an incomplete cluster of a killed first start is made again', async () => {
  const fresh = join(at.top, 'half');
  await mkdir(join(fresh, 'data.unfinished', 'base'), { recursive: true });
  await writeFile(join(fresh, 'data.unfinished', 'PG_VERSION'), '18\n');
  const { url } = await start({ folder: fresh });
  expect(await execute(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('data of another PostgreSQL version is refused', async () => {
  const old = join(at.top, 'old');
  await mkdir(join(old, 'data'), { recursive: true });
  await writeFile(join(old, 'data', 'PG_VERSION'), '15\n');
  expect(await refusal({ folder: old })).toContain('was made by PostgreSQL 15 and this release brings PostgreSQL 18');
});

test('a folder with something else in the place of the data is refused and left alone', async () => {
  const other = join(at.top, 'other');
  await mkdir(join(other, 'data'), { recursive: true });
  await writeFile(join(other, 'data', 'thesis.txt'), 'ten years of work');
  expect(await refusal({ folder: other })).toContain('is not one of PostgreSQL');
  expect(await readFile(join(other, 'data', 'thesis.txt'), 'utf8')).toBe('ten years of work');
});

test('a full disk is refused before anything is written to it', async () => {
  const message = await refusal({ folder: join(at.top, 'full'), minFreeBytes: Number.MAX_SAFE_INTEGER });
  expect(message).toMatch(/^Only \d+ MB of disk space are left/);
});

test('a folder below a file is refused', async () => {
  await writeFile(join(at.top, 'file'), '');
  expect(await refusal({ folder: join(at.top, 'file', 'postgres') })).toContain('cannot be written (ENOTDIR)');
});

test('a folder that may not be written is refused', async () => {
  const closed = join(at.top, 'read-only');
  await mkdir(closed, { mode: 0o555 });
  // Root may write everywhere, so the check runs as another account.
  if (isRoot) process.seteuid?.(65534);
  onTestFinished(() => {
    if (isRoot) process.seteuid?.(0);
  });
  expect(await refusal({ folder: join(closed, 'postgres') })).toContain('cannot be written (EACCES)');
});

test('a path may have spaces, quotes and Chinese characters, and be long', async () => {
  const { url } = await start();
  expect(await execute(url, 'show data_directory')).toEqual([{ data_directory: join(at.folder, 'data') }]);
});

test('a path too long for PostgreSQL is refused', async () => {
  const long = join(at.top, ...Array.from({ length: 9 }, () => 'z'.repeat(120)));
  expect(await refusal({ folder: long })).toMatch(/too long/);
});

test('a server that is killed while it starts is reported in one sentence', async () => {
  const message = await refusal({
    folder: at.folder,
    onLog: (line) => {
      const pid = /database system is ready/.test(line)
        ? readFileSync(join(at.folder, 'data', 'postmaster.pid'), 'utf8')
        : '';
      if (pid) process.kill(Number(pid.split('\n')[0]), 'SIGKILL');
    },
  });
  expect(message).toBe('PostgreSQL ended, and Leadloop with it; start again, nothing that was answered is lost.');
});
