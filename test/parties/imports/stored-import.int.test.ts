import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { collectWork } from '../../../src/app.ts';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { useApp } from '../../app/fixture.ts';
import { csv, sendTo } from './files.ts';

const app = useApp();
const ROWS = 2_001;

/** A row, and rows from a serial on, of which some are changed by their place. */
const table = (from: number, changes: Readonly<Record<number, string[]>> = {}) =>
  csv(
    ['uscc', 'name', 'divisionCode'],
    ...Array.from(
      { length: ROWS },
      (_, at) => changes[at] ?? [composeUscc('91', '450100', from + at), `演示${from + at}`, '450100'],
    ),
  );
const run = (id: string) => collectWork(app.deps).handlers.import?.(id);
const read = async (id: string, language = 'en') =>
  (await app.authority.get(`/v1/imports/${id}`, { 'accept-language': language })).json;
const registered = async (from: number) => {
  const { rows } = await app.database.db.$client.query(
    'select count(*)::int as parties from parties where uscc between $1 and $2',
    [composeUscc('91', '450100', from), composeUscc('91', '450100', from + ROWS - 1)],
  );
  return rows[0].parties;
};

describe('an import of more than 2000 rows', { timeout: 180_000 }, () => {
  it('is answered with 202 and its address, runs in the background, and is stored once for a key', async () => {
    const key = randomUUID();
    const first = await sendTo(app, table(10_000), { key });
    expect([first.status, first.json.state, first.json.progress, first.headers.location]).toEqual([
      ...[202, 'waiting', { rows: ROWS, judged: 0 }, `/v1/imports/${first.json.id}`],
    ]);
    const again = await sendTo(app, table(10_000), { key });
    expect([again.status, again.json.id, again.headers['idempotency-replayed']]).toEqual([202, first.json.id, 'true']);
    expect(await registered(10_000)).toBe(0);
    await Promise.all([run(first.json.id), run(first.json.id)]);
    await run(first.json.id);
    const done = await read(first.json.id);
    expect([done.state, done.applied, done.counts]).toEqual([
      ...['finished', true, { rows: ROWS, registered: ROWS, unchanged: 0, refused: 0 }],
    ]);
    expect(done.rows[0].id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await registered(10_000)).toBe(ROWS);
    const { rows } = await app.database.db.$client.query('select count(rows)::int as kept from import_parts');
    expect(rows[0].kept).toBe(0);
  });

  it('in the mode all registers nothing when one row is refused, and reports it in the language of the reader', async () => {
    const same = [composeUscc('91', '450100', 20_000), '演示20000', '450100'];
    const { json } = await sendTo(app, table(20_000, { 1999: same, 5: ['', '甲', '450100'] }));
    await run(json.id);
    const [en, zh] = [await read(json.id), await read(json.id, 'zh')];
    expect([en.state, en.applied, en.counts.refused, await registered(20_000)]).toEqual(['finished', false, 2, 0]);
    // A repetition is found although its first row is in an earlier part.
    expect(en.faults.map(({ line, rule }: { line: number; rule: string }) => [line, rule])).toEqual([
      [7, 'custom'],
      [2_001, 'row-repeated'],
    ]);
    expect([en.faults[1].detail, zh.faults[1].detail]).toEqual([
      'The row describes the same record as line 2.',
      '与第 2 行重复。',
    ]);
  });

  it('in the mode rows registers the valid rows, and goes on after an interruption with the next part', async () => {
    const { json } = await sendTo(app, table(30_000, { 7: ['x', '乙', '450100'] }), { query: '?mode=rows' });
    const { db } = app.deps;
    let parts = 0;
    const broken = {
      ...app.deps,
      db: new Proxy(db, {
        get: (target, name) =>
          name === 'transaction' && ++parts > 2
            ? () => Promise.reject(new Error('killed'))
            : Reflect.get(target, name, target),
      }),
    };
    await expect(collectWork(broken).handlers.import?.(json.id)).rejects.toThrow('killed');
    expect(await registered(30_000)).toBe(1_000);
    expect((await read(json.id)).state).toBe('running');
    await run(json.id);
    const done = await read(json.id);
    expect([done.state, done.applied, done.counts]).toEqual([
      ...['finished', true, { rows: ROWS, registered: ROWS - 1, unchanged: 0, refused: 1 }],
    ]);
    expect(await registered(30_000)).toBe(ROWS - 1);
  });

  it('as a trial registers nothing', async () => {
    const { status, json } = await sendTo(app, table(40_000), { query: '?dryRun=true' });
    await run(json.id);
    const done = await read(json.id);
    expect([status, done.state, done.applied, done.counts.registered, done.rows[0].id]).toEqual([
      ...[202, 'finished', false, ROWS, null],
    ]);
    expect(await registered(40_000)).toBe(0);
  });

  it('is stopped after several failed attempts', async () => {
    const { json } = await sendTo(app, table(50_000));
    await app.database.db.$client.query(`update import_parts set rows = '[{}]' where import_id = $1`, [json.id]);
    for (let attempt = 0; attempt < 5; attempt++) await expect(run(json.id)).rejects.toThrow();
    expect((await read(json.id)).state).toBe('failed');
    await run(json.id);
  });

  it('is found by the sweep when its wake-up was lost', async () => {
    const { json } = await sendTo(app, table(60_000));
    const woken: string[] = [];
    const wakeAll = async (_: string, keys: readonly string[]) => void woken.push(...keys);
    const clock = () => new Date(app.clock.now.getTime() + 60_000);
    const sweep = collectWork({ ...app.deps, clock, wakeAll }).sweeps.find(({ name }) => name === 'imports');
    await sweep?.pass();
    expect(woken).toEqual([json.id]);
  });

  it('is unknown under another id', async () => {
    const { status, json } = await app.authority.get(`/v1/imports/${randomUUID()}`);
    expect([status, json.code]).toEqual([404, 'import-missing']);
  });
});
