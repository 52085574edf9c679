import { access, chmod, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalOf } from './setup/commands.ts';
import { runEntry, startEntry } from './setup/entry-point.ts';
import { makeDataFolder } from './setup/postgres-server.ts';

const PATIENCE_MS = 240_000;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await makeDataFolder('local');
  // As root, PostgreSQL runs under another account, which must be able to enter.
  await chmod(folder, 0o755);
  env = { LEADLOOP_DATA_DIR: join(folder, 'data'), LEADLOOP_PORT: '0', LEADLOOP_PROVINCE: '44' };
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

type Ready = { url: string; docs: string; token: string; province: string; databaseUrl: string };

async function start() {
  const entry = startEntry('local', env, ['--json']);
  const [line] = await entry.waitForOutput(/^\{.*\}\n/);
  return { entry, ready: JSON.parse(line) as Ready };
}

async function countKept(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::int as count from journal_subscriptions where name like 'kept %'",
  );
  await client.end();
  return rows[0]?.count ?? 0;
}

/** The output without the log. */
const sentences = (output: string) => output.split('\n').filter((line) => line !== '' && !line.startsWith('{'));

const ENDED = 'PostgreSQL ended, and Leadloop with it; start again, nothing that was answered is lost.';

/** Resolves with the process number of the next server after the server \`before\`, when it accepts connections. */
async function serverReady(before: string): Promise<string> {
  const pidFile = join(folder, 'data', 'postgres', 'data', 'postmaster.pid');
  for (;;) {
    const [pid = '', , , , , , , state] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
    if (pid !== before && state?.startsWith('ready')) return pid;
    await sleep(5);
  }
}

it(
  'reports in one sentence that PostgreSQL was killed, at any moment of the start, also of the first',
  async () => {
    let before = '';
    for (const delayMs of [0, 50, 100, 150, 200]) {
      const entry = startEntry('local', env, ['--json']);
      before = await serverReady(before);
      await sleep(delayMs);
      process.kill(Number(before), 'SIGKILL');
      expect(await entry.ended).toBe(1);
      expect(sentences(entry.output.err)).toEqual([ENDED]);
    }
  },
  PATIENCE_MS,
);

it(
  'survives kill -9 of itself and of PostgreSQL with its data, and prints one sentence when it cannot start',
  async () => {
    const first = await start();
    const asked = await fetch(`${first.ready.url}/v1/parties`, {
      headers: { authorization: `Bearer ${first.ready.token}` },
    });
    expect(asked.status).toBe(200);
    expect((await fetch(first.ready.docs)).status).toBe(200);
    expect(first.ready.province).toBe('44');
    const { token, ...kept } = first.ready;
    const inFile = async () => JSON.parse(await readFile(join(folder, 'data', 'ready.json'), 'utf8'));
    expect(await inFile()).toEqual(kept);

    expect(await refusalOf('local', env)).toMatch(/^The data folder .+ is in use by .+\.\n$/);
    expect(await inFile()).toEqual(kept);

    const client = new pg.Client({ connectionString: first.ready.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query("insert into journal_subscriptions (name) select 'kept ' || generate_series(1, 1000)");
    await client.end();
    first.entry.kill('SIGKILL');
    await first.entry.ended;

    // The moment in which everything has just been reported ready.
    const again = await start();
    process.kill(Number(await serverReady('')), 'SIGKILL');
    expect(await again.entry.ended).toBe(1);
    expect(sentences(again.entry.output.err)).toEqual([ENDED]);

    const third = await start();
    expect(await countKept(third.ready.databaseUrl)).toBe(1_000);
    const still = await fetch(`${third.ready.url}/v1/parties`, {
      headers: { authorization: `Bearer ${first.ready.token}` },
    });
    expect(still.status).toBe(200);
    third.entry.kill('SIGINT');
    expect(await third.entry.ended).toBe(0);
    await expect(access(join(folder, 'data', 'ready.json'))).rejects.toThrow();
    await expect(countKept(third.ready.databaseUrl)).rejects.toThrow();

    const other = createServer().listen(0, '127.0.0.1');
    const port = await new Promise<number>((done) =>
      other.once('listening', () => done((other.address() as { port: number }).port)),
    );
    const refused = await runEntry('local', { ...env, LEADLOOP_PORT: String(port) });
    other.close();
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Port \d+ of 127\.0\.0\.1 is in use .+\.\n$/),
    });
    await expect(countKept(third.ready.databaseUrl)).rejects.toThrow();
  },
  PATIENCE_MS,
);

it.each([
  ['a folder of the system', '/proc/leadloop'],
  ['a file', fileURLToPath(import.meta.url)],
])('says in one sentence that it cannot keep its data in %s', async (_, dataDir) => {
  const err = await refusalOf('local', { ...env, LEADLOOP_DATA_DIR: dataDir });
  expect(err).toMatch(/^The data folder .+ cannot be written .+\.\n$/);
});
