import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, batchInput, type Enterprise, useApp } from '../app/fixture.ts';

const app = useApp();
const AT = '2026-10-14T12:00:00+08:00';

let smelter: Enterprise;
let other: Enterprise;

async function ok(answering: Promise<Answer>) {
  const { status, json, text } = await answering;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
}

const openRun = async (): Promise<string> =>
  (await ok(smelter.post('/v1/runs', { siteId: smelter.siteId, startedAt: AT, process: 'smelting' }))).id;

const reagent = async (massGrams: number): Promise<string> =>
  (
    await ok(
      smelter.post('/v1/supplies', {
        siteId: smelter.siteId,
        sourceKind: 'reagent',
        supplierName: '演示试剂厂',
        massGrams,
        receivedAt: AT,
      }),
    )
  ).batchId;

const crudeLead = async (massGrams: number): Promise<string> => {
  const supply = {
    siteId: smelter.siteId,
    sourceKind: 'crude_lead',
    supplierName: '演示冶炼厂',
    massGrams,
    receivedAt: AT,
  };
  const assay = { ppm: 970_000, method: 'XRF', laboratory: '演示检测中心', sampledAt: AT };
  return (await ok(smelter.post('/v1/supplies', { ...supply, assay }))).batchId;
};

const feedWith = (run: string, batchId: string, massGrams: number) =>
  smelter.post(`/v1/runs/${run}/feeds`, { fedAt: AT, lines: [{ batchId, massGrams }] });

const yieldOf = (run: string, material: string, massGrams: number) =>
  smelter.post(`/v1/runs/${run}/outputs`, { yieldedAt: AT, outputs: [{ material, massGrams }] });

const sumOfAccounts = async (): Promise<number> => {
  const { rows } = await app.database.db.execute<{ sum: string }>(sql`
    select (select coalesce(sum(mass_grams), 0) from batches)
      - (select coalesce(sum(mass_grams), 0) from movements where from_boundary is not null)
      + (select coalesce(sum(mass_grams), 0) from movements where to_boundary is not null) as sum`);
  return Number(rows[0]?.sum);
};

beforeAll(async () => {
  smelter = await app.enterprise({ kind: 'recycler' });
  other = await app.enterprise({ kind: 'recycler' });
});

describe('a run', () => {
  it('gains the excess of its outputs, visibly and within the limit, and holds nothing when closed', async () => {
    const run = await openRun();
    await ok(feedWith(run, await reagent(1_000_000), 1_000_000));
    const { run: yielded } = await ok(yieldOf(run, 'slag', 1_150_000));
    expect(yielded).toMatchObject({ fedGrams: 1_000_000, gainedGrams: 150_000, heldGrams: 0 });
    const tooMuch = await yieldOf(run, 'slag', 50_001);
    expect(tooMuch).toMatchObject({ status: 422, json: { code: 'run-gain-implausible', limitGrams: 200_000 } });
    const { run: closed } = await ok(smelter.post(`/v1/runs/${run}/close`, { closedAt: AT, carriedGrams: 50_000 }));
    expect(closed).toMatchObject({ gainedGrams: 200_000, carriedGrams: 50_000, lostGrams: 0, heldGrams: 0 });
    const { items } = (await smelter.get(`/v1/runs/${run}/movements`)).json;
    expect(items.map((one: { kind: string; direction: string }) => `${one.kind} ${one.direction}`)).toEqual([
      'feed in',
      'process_difference in',
      'output out',
      'process_difference in',
      'output out',
    ]);
    expect(await sumOfAccounts()).toBe(0);
    expect((await feedWith(run, await reagent(1), 1)).json.code).toBe('run-closed');
  });

  it('shows under which material an output was recorded when residues share a waste code', async () => {
    const run = await openRun();
    await ok(feedWith(run, await crudeLead(1_000), 1_000));
    const outputs = ['dust', 'sludge', 'refined_lead'].map((material) => ({ material, massGrams: 100 }));
    const answer = await smelter.post(`/v1/runs/${run}/outputs`, { yieldedAt: AT, outputs });
    const shown = ({ material, materialCode }: Record<string, unknown>) => [material, materialCode];
    const made = [
      ['321-029-48', 'dust'],
      ['321-029-48', 'sludge'],
      ['refined_lead', 'refined_lead'],
    ];
    expect([answer.status, answer.headers.location]).toEqual([201, `/v1/runs/${run}`]);
    expect(answer.json.batches.map(shown)).toEqual(made);
    const closed = await ok(smelter.post(`/v1/runs/${run}/close`, { closedAt: AT, carriedGrams: 50 }));
    expect(closed.batches.map(shown)).toEqual([['work_in_progress', 'work_in_progress']]);
    const { items } = (await smelter.get(`/v1/runs/${run}/movements`)).json;
    expect(items.map(shown)).toEqual([
      ['crude_lead', null],
      ...made,
      ['work_in_progress', 'work_in_progress'],
      [null, null],
    ]);
  });

  it('yields nothing before it is fed', async () => {
    const answer = await yieldOf(await openRun(), 'refined_lead', 1);
    expect([answer.status, answer.json.code]).toEqual([422, 'run-gain-implausible']);
  });

  it('is fed no more than a batch holds, by all lines together', async () => {
    const [run, batchId] = [await openRun(), await reagent(100)];
    const line = { batchId, massGrams: 60 };
    const answer = await smelter.post(`/v1/runs/${run}/feeds`, { fedAt: AT, lines: [line, line] });
    expect([answer.status, answer.json.code]).toEqual([422, 'batch-mass-exceeded']);
    expect((await smelter.get(`/v1/batches/${batchId}`)).json.massGrams).toBe(100);
  });

  it('is fed by many at once without drawing more than the batch holds', async () => {
    const [run, batchId] = [await openRun(), await reagent(100)];
    const answers = await Promise.all(Array.from({ length: 12 }, () => feedWith(run, batchId, 10)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(2);
    expect((await smelter.get(`/v1/runs/${run}`)).json).toMatchObject({ fedGrams: 100, heldGrams: 100 });
  });

  it('is fed batteries only with a licence to recycle them', async () => {
    const run = await openRun();
    const batch = await ok(smelter.post('/v1/batches', batchInput(smelter.siteId)));
    expect((await feedWith(run, batch.id, 15_000)).json.code).toBe('batch-quantities-apart');
    const lines = [{ batchId: batch.id, massGrams: 15_000, pieces: 1 }];
    expect((await smelter.post(`/v1/runs/${run}/feeds`, { fedAt: AT, lines })).json.code).toBe('licence-missing');
  });

  it('of another party does not exist, nor do its records', async () => {
    const run = await openRun();
    const batchId = await reagent(10);
    const missing = await Promise.all([
      other.get(`/v1/runs/${run}`),
      other.get(`/v1/runs/${run}/movements`),
      other.post(`/v1/runs/${run}/close`, { closedAt: AT }),
      other.post(`/v1/batches/${batchId}/dispositions`, {
        kind: 'disposal',
        massGrams: 1,
        receiverName: 'x',
        occurredAt: AT,
      }),
      other.post('/v1/assays', { batchId, ppm: 1, method: 'x', laboratory: 'x', sampledAt: AT }),
      other.post('/v1/stock-counts', { siteId: smelter.siteId, countedOn: '2026-10-14', countedBy: 'x', lines: [] }),
    ]);
    expect(missing.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    for (const list of ['runs', 'supplies', 'assays', 'dispositions', 'stock-counts', 'emissions']) {
      expect((await other.get(`/v1/${list}`)).json).toEqual({ items: [], nextCursor: null });
    }
  });
});

describe('a supply that bears lead', () => {
  it('is refused without its assay', async () => {
    const body = { siteId: smelter.siteId, sourceKind: 'crude_lead', supplierName: 'x', massGrams: 1, receivedAt: AT };
    const answer = await smelter.post('/v1/supplies', body);
    expect([answer.status, answer.json.code]).toEqual([422, 'supply-assay-missing']);
  });
});

describe('a repeated request', () => {
  it('has the same answer and is recorded once', async () => {
    const headers = { 'idempotency-key': 'run-once' };
    const body = { siteId: smelter.siteId, startedAt: AT, process: 'smelting' };
    const [first, second] = [
      await smelter.post('/v1/runs', body, headers),
      await smelter.post('/v1/runs', body, headers),
    ];
    expect(second.json).toEqual(first.json);
  });
});
