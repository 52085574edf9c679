/** Ten thousand rows against the production process, also when it is killed midway. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { ImportReport } from '../../../src/parties/imports/schemas.ts';
import { TABLE_CONTENT_TYPES, toXlsx } from '../../../src/platform/table/index.ts';
import { migrate, runCommand } from '../../setup/commands.ts';
import { useDatabase } from '../../setup/database.ts';
import { type Entry, startEntry } from '../../setup/entry-point.ts';
import { useRedis } from '../../setup/redis.ts';
import { csv } from './files.ts';

const ROWS = 10_000;
/** Rows of a file during which the process is killed: enough for several transactions. */
const ROWS_CUT = 4_000;

const database = useDatabase();
const redis = useRedis();
let env: Record<string, string>;
let folder: string;
let token: string;
let api: Api;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-import-'));
  env = { DATABASE_URL: database.url, REDIS_URL: redis.url, LEADLOOP_DATA_DIR: folder, LEADLOOP_PORT: '0' };
  await migrate(env);
  token = (await runCommand('token', env, ['--authority', '--scope', 'parties:write'])).out.trim();
  api = await start();
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

type Api = Entry & { readonly address: string };

async function start(): Promise<Api> {
  const entry = startEntry('api', env);
  const [, address = ''] = await entry.waitForOutput(/"address":"(http:[^"]+)"/);
  return { ...entry, address };
}

async function send(address: string, file: string | Buffer, query: string, key: string, type = 'text/csv') {
  const answer = await fetch(`${address}/v1/imports/parties${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type, 'idempotency-key': key },
    body: file,
  });
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(300);
  return { status: answer.status, json: ImportReport.parse(JSON.parse(text)) };
}

async function registered(from: number): Promise<{ parties: number; entries: number }> {
  const { rows } = await database.db.$client.query(
    `select (select count(*)::int from parties where uscc between $1 and $2) as parties,
       (select count(*)::int from journal_entries where kind = 'party.registered' and payload->>'uscc' between $1 and $2) as entries`,
    [composeUscc('91', '450100', from), composeUscc('91', '450100', from + ROWS - 1)],
  );
  return rows[0];
}

/** Waits until something is true, for half a minute at most. */
async function until(check: () => Promise<boolean>): Promise<void> {
  for (const start = Date.now(); Date.now() - start < 30_000; await sleep(5)) if (await check()) return;
  throw new Error('it never came to be');
}

const logTime = (what: string, since: number) =>
  process.stderr.write(`${what}: ${((performance.now() - since) / 1000).toFixed(2)} s\n`);

/** Kills the process midway, and sends the file again to the next process, which is returned. */
async function killWithinAll(api: Api): Promise<Api> {
  const file = csv(...tableOf(30_000, { length: ROWS_CUT }));
  const cut = send(api.address, file, '?mode=all', 'cut').catch(() => 'cut');
  await until(async () => {
    const { rows } = await database.db.$client.query(
      `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
           and backend_xid is not null and xact_start < clock_timestamp() - interval '200 milliseconds'`,
    );
    return rows.length > 0;
  });
  api.kill('SIGKILL');
  expect(await cut).toBe('cut');
  expect(await api.ended).toBeNull();
  expect(await registered(30_000)).toEqual({ parties: 0, entries: 0 });
  const next = await start();
  const { json } = await send(next.address, file, '?mode=all', 'cut');
  expect(json.counts).toEqual({ rows: ROWS_CUT, registered: ROWS_CUT, unchanged: 0, refused: 0 });
  expect(await registered(30_000)).toEqual({ parties: ROWS_CUT, entries: ROWS_CUT });
  return next;
}

/** Does the same in the mode `rows`: it continues after the killed process, and no organisation is registered twice. */
async function killBetweenRows(api: Api): Promise<Api> {
  const file = csv(...tableOf(40_000, { length: ROWS_CUT }));
  const cut = send(api.address, file, '?mode=rows', 'parts').catch(() => 'cut');
  await until(async () => (await registered(40_000)).parties > 0);
  api.kill('SIGKILL');
  expect(await cut).toBe('cut');
  expect(await api.ended).toBeNull();
  const { parties, entries } = await registered(40_000);
  expect(parties).toBeLessThan(ROWS_CUT);
  expect([parties % 500, entries]).toEqual([0, parties]);
  const next = await start();
  const { json } = await send(next.address, file, '?mode=rows', 'parts');
  expect(json.counts).toEqual({ rows: ROWS_CUT, registered: ROWS_CUT - parties, unchanged: parties, refused: 0 });
  expect(await registered(40_000)).toEqual({ parties: ROWS_CUT, entries: ROWS_CUT });
  return next;
}

describe(`${ROWS} organisations`, { timeout: 180_000 }, () => {
  it('are imported with a report on each of 200 faulty rows, and as a whole when all are valid', async () => {
    let since = performance.now();
    const { status, json } = await send(api.address, csv(...tableOf(10_000, { faulty: 200 })), '?mode=rows', 'faulty');
    logTime('10 000 rows by rows, 200 of them faulty, CSV', since);
    expect([status, json.counts]).toEqual([200, { rows: ROWS, registered: 9_800, unchanged: 0, refused: 200 }]);
    expect(new Set(json.faults.map(({ line }) => line)).size).toBe(200);
    expect(json.faults[1]).toMatchObject({ line: 52, column: 3, field: 'divisionCode' });
    expect(await registered(10_000)).toEqual({ parties: 9_800, entries: 9_800 });
    since = performance.now();
    const all = await send(api.address, csv(...tableOf(10_000)), '', 'whole');
    logTime('the same made right, all or nothing, CSV', since);
    expect(all.json.counts).toEqual({ rows: ROWS, registered: 200, unchanged: 9_800, refused: 0 });
    const workbook = await toXlsx('parties', tableOf(20_000));
    since = performance.now();
    const sheet = await send(api.address, workbook, '', 'sheet', TABLE_CONTENT_TYPES.xlsx);
    logTime('10 000 rows, all or nothing, XLSX', since);
    expect(sheet.json.counts).toEqual({ rows: ROWS, registered: ROWS, unchanged: 0, refused: 0 });
  });

  it('are all registered or none of them, if the process is killed midway; by rows, the next one goes on', async () => {
    const next = await killWithinAll(api);
    const last = await killBetweenRows(next);
    last.kill('SIGTERM');
    expect(await last.ended).toBe(0);
  });
});
