/** Files that a killed `npm start` leaves: none has a token, or a password of the owner of the database. */
import { chmod, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { POSTGRES_USER } from '../../../src/platform/embedded-postgres/server.ts';
import { type Entry, startEntry } from '../../setup/entry-point.ts';
import { inParallel } from '../../setup/parallel.ts';
import { makeDataFolder } from '../../setup/postgres-server.ts';

let folder: string;
let data: string;
let entry: Entry | undefined;

beforeAll(async () => {
  folder = await makeDataFolder('left');
  data = join(folder, 'data');
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  // As root, PostgreSQL runs under another account, which must be able to enter.
  await Promise.all([chmod(folder, 0o755), chmod(temporary, 0o1777)]);
});

afterAll(async () => {
  entry?.kill('SIGINT');
  await entry?.ended;
  await rm(folder, { recursive: true, force: true });
});

const PATIENCE_MS = 240_000;

type Left = { readonly name: string; readonly content: Buffer };

async function leftFiles(): Promise<Left[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path) => ({
      name: relative(folder, path),
      content: await readFile(path).catch(() => Buffer.alloc(0)),
    })),
  );
}

const namesWith = (files: readonly Left[], ...texts: string[]) =>
  files.filter(({ content }) => texts.some((text) => content.includes(text))).map(({ name }) => name);

const CLUSTER = 'data/postgres/data';

/** Lists what a stranger would try as a password: every long word outside the cluster, and of its settings. */
function wordsOf(files: readonly Left[]): string[] {
  const readable = files.filter(({ name }) => !name.startsWith(CLUSTER) || dirname(name) === CLUSTER);
  const words = readable.flatMap(({ content }) => {
    const lines = content.toString('latin1').split('\n');
    return lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.match(/[\w-]{16,}/g) ?? []);
  });
  return [...new Set(words)];
}

const logIn = (url: string) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client,
    () => undefined,
  );
};

async function logsIn(url: string): Promise<boolean> {
  const client = await logIn(url);
  await client?.end();
  return client !== undefined;
}

type Rights = { superuser: boolean; bypass: boolean; creates: boolean; owns: boolean; programs: boolean };

async function rightsOf(url: string): Promise<Rights | undefined> {
  const client = await logIn(url);
  const result = await client?.query<Rights>(`
    select rolsuper as superuser, rolbypassrls as bypass, rolcreaterole or rolcreatedb as creates,
      pg_has_role(current_user, (select relowner from pg_class where oid = 'parties'::regclass), 'member') as owns,
      pg_has_role(current_user, 'pg_execute_server_program', 'member') as programs
    from pg_roles where rolname = current_user`);
  await client?.end();
  return result?.rows[0];
}

async function start() {
  const temporary = join(folder, 'temporary');
  const env = { LEADLOOP_DATA_DIR: data, LEADLOOP_PORT: '0', TMPDIR: temporary, LEADLOOP_LOG_LEVEL: 'debug' };
  entry = startEntry('local', env, ['--json']);
  const [line] = await entry.waitForOutput(/^\{.*\}\n/);
  return { entry, ...(JSON.parse(line) as { url: string; token: string; databaseUrl: string }) };
}

const statusOf = async (url: string, token: string) =>
  (await fetch(`${url}/v1/parties`, { headers: { authorization: `Bearer ${token}` } })).status;

it(
  'a killed start leaves no token, and nothing that logs in as the owner at the server that lives on',
  async () => {
    const killed = await start();
    expect(await statusOf(killed.url, killed.token)).toBe(200);
    killed.entry.kill('SIGKILL');
    await killed.entry.ended;

    const files = await leftFiles();
    expect(namesWith(files, killed.token)).toEqual([]);
    expect(namesWith(files, 'postgres://leadloop:', 'postgres://postgres:')).toEqual([]);
    expect(killed.entry.output.err).not.toContain(killed.token);
    expect(killed.entry.output.err).not.toMatch(/postgres:\/\/leadloop:/);

    // The server lives on: the address for commands still works, for a user without rights beyond the service.
    expect((await stat(join(data, 'ready.json'))).mode & 0o077).toBe(0);
    expect(await rightsOf(killed.databaseUrl)).toEqual({
      ...{ superuser: false, bypass: false, creates: false, owns: false, programs: false },
    });
    const words = wordsOf(files);
    expect(words).toContain(new URL(killed.databaseUrl).password);
    const asOwner = (password: string) =>
      Object.assign(new URL(killed.databaseUrl), { username: POSTGRES_USER, password, pathname: 'postgres' }).href;
    const opening: string[] = [];
    await inParallel(words, async (word) => {
      if (await logsIn(asOwner(word))) opening.push(...namesWith(files, word));
    });
    expect(opening).toEqual([]);

    // The next start ends that server, and goes on with its data.
    const again = await start();
    expect(await statusOf(again.url, killed.token)).toBe(200);
    expect(await logsIn(killed.databaseUrl)).toBe(false);
    expect(await rightsOf(again.databaseUrl)).toMatchObject({ superuser: false, owns: false });
  },
  PATIENCE_MS,
);
