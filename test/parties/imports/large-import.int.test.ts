/** Ten thousand rows against the production processes, also when the worker is killed midway. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { StoredImportResponse } from '../../../src/parties/imports/schemas.ts';
import { TABLE_CONTENT_TYPES, toXlsx } from '../../../src/platform/table/index.ts';
import { migrate, runCommand } from '../../setup/commands.ts';
import { useDatabase } from '../../setup/database.ts';
import { type Entry, startEntry } from '../../setup/entry-point.ts';
import { useRedis } from '../../setup/redis.ts';
import { csv } from './files.ts';

const ROWS = 10_000;
/** Rows of a workbook: more than are imported while the request waits. */
const ROWS_SHEET = 2_500;
/** Rows of a file during which the worker is killed: enough for several transactions. */
const ROWS_CUT = 4_000;

const database = useDatabase();
const redis = useRedis();
let env: Record<string, string>;
let folder: string;
let token: string;
let address: string;
let api: Entry;
let worker: Entry;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-import-'));
  env = {
    DATABASE_URL: database.url,
    LEADLOOP_OWNER_URL: database.ownerUrl,
    REDIS_URL: redis.url,
    LEADLOOP_DATA_DIR: folder,
    LEADLOOP_PORT: '0',
    LEADLOOP_WORKER_PORT: '0',
    LEADLOOP_METRICS_PORT: '0',
  };
  await migrate(env);
  token = (await runCommand('token', env, ['--authority', '--scope', 'parties:write'])).out.trim();
  api = startEntry('api', env);
  [, address = ''] = await api.waitForOutput(/"address":"(http:[^"]+)"/);
  worker = await startWorker();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** `faulty` rows, evenly spread, name no city. */
function tableOf(from: number, { faulty = 0, length = ROWS } = {}): string[][] {
  const rows = Array.from({ length }, (_, at) => [
    composeUscc('91', '450100', from + at),
    `演示单位${from + at}`,
    faulty > 0 && at % (length / faulty) === 0 ? '45' : '450100',
    '演示路1号',
    '某人',
  ]);
  return [['uscc', 'name', 'divisionCode', 'address', 'contactName'], ...rows];
}

async function startWorker(): Promise<Entry> {
  const entry = startEntry('worker', env);
  await entry.waitForOutput(/the worker is ready/);
  return entry;
}

type File = { readonly body: string | Buffer; readonly query?: string; readonly key: string; readonly type?: string };

/** Sends a file and returns the address of its import. */
async function send({ body, query = '', key, type = 'text/csv' }: File): Promise<string> {
  const answer = await fetch(`${address}/v1/imports/parties${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type, 'idempotency-key': key },
    body,
  });
  expect(answer.status, await answer.text()).toBe(202);
  return answer.headers.get('location') ?? '';
}

async function read(location: string): Promise<StoredImportResponse> {
  const answer = await fetch(`${address}${location}`, { headers: { authorization: `Bearer ${token}` } });
  return StoredImportResponse.parse(await answer.json());
}

/** Waits for the end of an import. */
async function result(location: string): Promise<StoredImportResponse> {
  await until(async () => (await read(location)).state === 'finished', 250);
  return read(location);
}

async function registered(from: number): Promise<{ parties: number; entries: number }> {
  const { rows } = await database.db.$client.query(
    `select (select count(*)::int from parties where uscc between $1 and $2) as parties,
       (select count(*)::int from journal_entries where kind = 'party.registered' and payload->>'uscc' between $1 and $2) as entries`,
    [composeUscc('91', '450100', from), composeUscc('91', '450100', from + ROWS - 1)],
  );
  return rows[0];
}

/** Waits until something is true, for two minutes at most. */
async function until(check: () => Promise<boolean>, pauseMs = 5): Promise<void> {
  for (const start = Date.now(); Date.now() - start < 120_000; await sleep(pauseMs)) if (await check()) return;
  throw new Error('it never came to be');
}

const logTime = (what: string, since: number) =>
  process.stderr.write(`${what}: ${((performance.now() - since) / 1000).toFixed(2)} s\n`);

/** Kills the worker, and starts another one. */
async function killWorker(): Promise<void> {
  worker.kill('SIGKILL');
  expect(await worker.ended).toBeNull();
}

const WHOLE = { rows: ROWS_CUT, registered: ROWS_CUT, unchanged: 0, refused: 0 };

/** Kills the worker while it registers all rows together. Returns the address of the import. */
async function killWithinAll(): Promise<string> {
  const location = await send({ body: csv(...tableOf(30_000, { length: ROWS_CUT })), key: 'cut' });
  await until(async () => (await read(location)).progress.judged === ROWS_CUT);
  await killWorker();
  expect(await registered(30_000)).toEqual({ parties: 0, entries: 0 });
  worker = await startWorker();
  return location;
}

/** Kills the worker between parts. Returns the address of the import. */
async function killBetweenRows(): Promise<string> {
  const location = await send({
    body: csv(...tableOf(40_000, { length: ROWS_CUT })),
    query: '?mode=rows',
    key: 'parts',
  });
  await until(async () => (await registered(40_000)).parties > 0);
  await killWorker();
  const { parties, entries } = await registered(40_000);
  expect(parties).toBeLessThan(ROWS_CUT);
  expect([parties % 500, entries]).toEqual([0, parties]);
  worker = await startWorker();
  return location;
}

describe(`${ROWS} organisations`, { timeout: 300_000 }, () => {
  it('are imported with a report on each of 200 faulty rows, and as a whole when all are valid', async () => {
    let since = performance.now();
    const faulty = await send({ body: csv(...tableOf(10_000, { faulty: 200 })), query: '?mode=rows', key: 'faulty' });
    const { counts, faults } = await result(faulty);
    logTime('10 000 rows by rows, 200 of them faulty, CSV', since);
    expect(counts).toEqual({ rows: ROWS, registered: 9_800, unchanged: 0, refused: 200 });
    expect(new Set(faults.map(({ line }) => line)).size).toBe(200);
    expect(faults[1]).toMatchObject({ line: 52, column: 3, field: 'divisionCode' });
    expect(await registered(10_000)).toEqual({ parties: 9_800, entries: 9_800 });
    since = performance.now();
    const whole = await send({ body: csv(...tableOf(10_000)), key: 'whole' });
    expect((await result(whole)).counts).toEqual({ rows: ROWS, registered: 200, unchanged: 9_800, refused: 0 });
    logTime('the same made right, all or nothing, CSV', since);
    const workbook = await toXlsx('parties', tableOf(20_000, { length: ROWS_SHEET }));
    since = performance.now();
    const sheet = await send({ body: workbook, key: 'sheet', type: TABLE_CONTENT_TYPES.xlsx });
    expect((await result(sheet)).counts).toEqual({
      rows: ROWS_SHEET,
      registered: ROWS_SHEET,
      unchanged: 0,
      refused: 0,
    });
    logTime(`${ROWS_SHEET} rows, all or nothing, XLSX`, since);
  });

  it('are all registered or none of them, if the worker is killed midway; by rows, the next one goes on', async () => {
    // The next worker takes over when the lock of the killed one has run out: both imports wait for it at once.
    const cut = await killWithinAll();
    const parts = await killBetweenRows();
    for (const location of [cut, parts]) expect((await result(location)).counts).toEqual(WHOLE);
    for (const from of [30_000, 40_000])
      expect(await registered(from)).toEqual({ parties: ROWS_CUT, entries: ROWS_CUT });
    for (const one of [worker, api]) {
      one.kill('SIGTERM');
      expect(await one.ended).toBe(0);
    }
  });
});
