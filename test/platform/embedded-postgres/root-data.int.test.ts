/** Data in a place that PostgreSQL's account can reach. Only root can run a server as another account. */
import { chmod, cp, mkdir, mkdtemp, readdir, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { findBinaries, findUnreachableFolder } from '../../../src/platform/embedded-postgres/binaries.ts';
import { startEmbeddedPostgres } from '../../../src/platform/embedded-postgres/embedded-postgres.ts';
import { findDataFolder, reachableBinaries } from '../../../src/platform/embedded-postgres/root-data.ts';
import { StartupError } from '../../../src/platform/process/startup-error.ts';
import { guard } from '../../setup/guardian.ts';
import { execute } from '../../setup/postgres-server.ts';

const isRoot = process.getuid?.() === 0;

let top = '';
let rootData = '';
/** A project in a home that only its owner enters. */
let home = '';
let folder = '';
/** An account that is not the owner of the home. */
const account = { uid: 65534, gid: 65534 };

beforeAll(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'leadloop-root-data-')));
  await chmod(top, 0o755);
});

afterAll(() => rm(top, { recursive: true, force: true }));

beforeEach(async () => {
  const own = await mkdtemp(join(top, 'test-'));
  await chmod(own, 0o755);
  rootData = join(own, 'root-data');
  home = join(own, 'home');
  folder = join(home, 'project', '.leadloop', 'postgres');
  await mkdir(join(home, 'project'), { recursive: true });
  await chmod(home, 0o700);
});

async function start(at = folder) {
  const notices: string[] = [];
  const server = await startEmbeddedPostgres({ folder: at, rootData, onNotice: ({ en }) => notices.push(en) });
  const guardian = guard(server.pid, join(top, `guarded-${server.pid}`));
  onTestFinished(async () => {
    await server.stop();
    await guardian.release();
  });
  return { ...server, notices };
}

async function refusal(act: Promise<unknown>): Promise<string> {
  const error: unknown = await act.then(
    () => 'it worked',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StartupError);
  const { message } = error as StartupError;
  expect(message).toMatch(/^[^\n]*\.$/);
  return message;
}

test('the outermost folder that keeps an account out is found', async () => {
  expect(await findUnreachableFolder(join(home, 'project', 'data'), account)).toBe(home);
  expect(await findUnreachableFolder(join(home, 'project', 'data'), undefined)).toBeUndefined();
});

describe('without need', () => {
  test('the database stays in its folder and the programs in node_modules', async () => {
    await chmod(home, 0o755);
    expect(await findDataFolder(folder, account, rootData)).toEqual({ folder, notices: [] });
    await chmod(home, 0o700);
    expect(await findDataFolder(folder, undefined, rootData)).toEqual({ folder, notices: [] });
    const packaged = await findBinaries();
    expect(await reachableBinaries(packaged, undefined, rootData)).toBe(packaged);
    await expect(stat(rootData)).rejects.toThrow();
  });
});

describe('a database in a closed home', () => {
  test('takes the database along when the project is moved, and not when it is copied', async () => {
    await findDataFolder(folder, account, rootData);
    const kept = await readlink(folder);
    const copied = join(home, 'copy');
    await cp(join(home, 'project'), copied, { recursive: true, verbatimSymlinks: true });
    const copy = join(copied, '.leadloop', 'postgres');
    expect(await refusal(findDataFolder(copy, account, rootData))).toBe(
      `${copy} is a copy and points to the database of ${folder}; start there, or remove the link to begin with an empty database here.`,
    );
    await rm(copied, { recursive: true });
    await rename(join(home, 'project'), copied);
    expect((await findDataFolder(copy, account, rootData)).folder).toBe(kept);
    // A new project in the old place must not use the old data.
    expect((await findDataFolder(folder, account, rootData)).folder).not.toBe(kept);
    expect((await findDataFolder(copy, account, rootData)).folder).toBe(kept);
  });

  test('is reported when the database in the root data is gone', async () => {
    await findDataFolder(folder, account, rootData);
    const kept = await readlink(folder);
    await rm(rootData, { recursive: true });
    expect(await refusal(findDataFolder(folder, account, rootData))).toBe(
      `${folder} points to ${kept}, which does not exist; restore it, or remove the link to begin with an empty database.`,
    );
  });

  test('may begin in what a refused start has left, but data is never moved', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'lock'), '');
    expect((await findDataFolder(folder, account, rootData)).folder).toContain(rootData);
    const filled = join(home, 'other', 'postgres');
    await mkdir(join(filled, 'data'), { recursive: true });
    expect(await findDataFolder(filled, account, rootData)).toEqual({ folder: filled, notices: [] });
    if (isRoot) expect(await refusal(start(filled))).toContain(`may not enter ${home}, where`);
    expect(await readdir(filled)).toContain('data');
  });

  test('two first starts at once agree on one place', async () => {
    const places = await Promise.all(Array.from({ length: 5 }, () => findDataFolder(folder, account, rootData)));
    expect(new Set(places.map((place) => place.folder)).size).toBe(1);
    expect(await readdir(rootData)).toHaveLength(1);
  });

  test('is refused with one sentence when there is no root data can be made', async () => {
    await writeFile(rootData, '');
    expect(await refusal(findDataFolder(folder, account, rootData))).toBe(
      `PostgreSQL does not run as root, and the account "postgres" it runs as may not enter ${home}. The folder ${rootData}, which could be used instead, cannot be written (ENOTDIR). Start as an ordinary user, move the project to another folder, or set DATABASE_URL.`,
    );
  });

  test('has the programs copied once, whole, by several starts at once', async () => {
    const packaged = await findBinaries();
    const native = join(home, 'native');
    await cp(join(packaged.postgres, '..', '..'), native, { recursive: true, verbatimSymlinks: true });
    await writeFile(join(home, 'package.json'), '{"version":"18.0.0"}');
    const closed = { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
    const copies = await Promise.all([1, 2, 3].map(() => reachableBinaries(closed, account, rootData)));
    const copy = join(rootData, `postgresql-18.0.0-${process.platform}-${process.arch}`);
    expect(new Set(copies.map(({ postgres }) => postgres))).toEqual(new Set([join(copy, 'bin', 'postgres')]));
    expect(await readdir(rootData)).toEqual([basename(copy)]);
    const made = (await stat(copy)).ctimeMs;
    await reachableBinaries(closed, account, rootData);
    expect((await stat(copy)).ctimeMs).toBe(made);
    await rm(rootData, { recursive: true });
    await rm(join(native, 'lib'), { recursive: true });
    expect(await refusal(reachableBinaries(closed, account, rootData))).toContain('run "npm ci" again');
    expect(await readdir(rootData)).toEqual([]);
  });
});

function rootKeepsItsData(): void {
  /** The place of the first test; the second test continues there. */
  let used = { rootData: '', home: '', folder: '' };

  test('has its database in the root data, by a link, at this start and the next, whatever the umask', async () => {
    const before = process.umask(0o077);
    onTestFinished(() => void process.umask(before));
    const first = await start();
    const kept = await readlink(folder);
    expect(kept).toMatch(/\/root-data\/[\w.-]+-home-project-\.leadloop-postgres-\w+$/);
    expect(first.notices).toEqual([
      `The database of ${folder} is kept in ${kept}: PostgreSQL does not run as root, and its own account may not enter ${home}.`,
    ]);
    await execute(first.url, 'create table kept as select 18250 as mass_grams');
    expect(await refusal(startEmbeddedPostgres({ folder, rootData }))).toMatch(/ is in use by another run of Leadloop/);
    await first.stop();
    const second = await start();
    expect(await readlink(folder)).toBe(kept);
    expect(second.notices).toEqual(first.notices);
    expect(new URL(second.url).port).toBe(new URL(first.url).port);
    expect(await execute(second.url, 'select * from kept')).toEqual([{ mass_grams: 18_250 }]);
    expect(await readdir(kept)).not.toContain('password');
    used = { rootData, home, folder };
  });

  test('starts with an empty database when the data folder was removed, and reports where the earlier database is', async () => {
    ({ rootData, home, folder } = used);
    const earlier = await readlink(folder);
    await rm(join(home, 'project', '.leadloop'), { recursive: true });
    const second = await start();
    expect(await execute(second.url, `select to_regclass('kept') as kept`)).toEqual([{ kept: null }]);
    expect(second.notices).toContain(
      `An earlier database of this folder is still in ${earlier}; remove it when it is not needed.`,
    );
  });
}

/** An ordinary user runs PostgreSQL under the own account, which may enter the own home. */
function othersStayAtHome(): void {
  test('is an ordinary place for an ordinary user', async () => {
    const { url, notices } = await start();
    expect(notices).toEqual([]);
    expect((await readdir(folder)).sort()).toContain('data');
    expect(await execute(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
}

describe('a closed home', isRoot ? rootKeepsItsData : othersStayAtHome);
