/** Lead of the outputs of runs against that of their feeds, over the API. */
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { batchInput, type Enterprise, useApp } from '../../app/fixture.ts';

const app = useApp();
const AT = '2026-10-10T08:00:00+08:00';
const TONNE = 1_000_000;
const REFUSED = [422, 'run-lead-exceeds-feeds'];
let own: Enterprise;

async function post(path: string, body: object) {
  const { status, json, text } = await own.post(`/v1${path}`, { ...body });
  if (status >= 300) throw new Error(`${path} ${status}: ${text}`);
  return json;
}
const get = async (path: string) => (await own.get(`/v1${path}`)).json;
const assay = (subject: object, ppm: number) =>
  own.post('/v1/assays', { ...subject, ppm, method: 'XRF', laboratory: '演示检测中心', sampledAt: AT });
const assayed = async (subject: object, ppm: number): Promise<string> => {
  const { status, json, text } = await assay(subject, ppm);
  if (status !== 201) throw new Error(text);
  return json.id;
};

/** Batteries in stock, with an assay unless `ppm` is null. */
async function batteries(tonnes: number, ppm: number | null = 580_000) {
  const input = { massGrams: tonnes * TONNE, pieces: tonnes * 60, occurredAt: AT };
  const { id } = await post('/batches', batchInput(own.siteId, input));
  const assayId = ppm === null ? null : await assayed({ batchId: id }, ppm);
  return { id: id as string, pieces: input.pieces, massGrams: input.massGrams, assayId };
}
type Lot = { readonly id: string; readonly massGrams: number; readonly pieces: number };
const openRun = async (): Promise<string> =>
  (await post('/runs', { siteId: own.siteId, startedAt: AT, process: 'integrated' })).id;
const feedTo = (run: string, lots: readonly Lot[]) =>
  post(`/runs/${run}/feeds`, {
    fedAt: AT,
    lines: lots.map(({ id, massGrams, pieces }) => ({ batchId: id, massGrams, pieces })),
  });
const take = (run: string, outputs: Record<string, number>, headers = {}) =>
  own.post(
    `/v1/runs/${run}/outputs`,
    {
      yieldedAt: AT,
      outputs: Object.entries(outputs).map(([material, tonnes]) => ({ material, massGrams: tonnes * TONNE })),
    },
    headers,
  );
const taken = async (run: string, outputs: Record<string, number>): Promise<string[]> => {
  const { status, json, text } = await take(run, outputs);
  if (status !== 201) throw new Error(text);
  return json.batches.map(({ id }: { id: string }) => id);
};
const correct = (path: string, massGrams: number, more = {}) =>
  own.post(`/v1${path}/corrections`, { reason: '过磅单重量抄录有误', massGrams, ...more });
const saidOf = ({ status, json }: { status: number; json: { code?: string } }) => [status, json.code];
const books = async () => (await app.authority.get('/v1/books')).json;

/** A run that was fed 100 t of batteries with 58 t of lead. */
async function smelting() {
  const lot = await batteries(100);
  const run = await openRun();
  await feedTo(run, [lot]);
  return { run, lot };
}

beforeAll(async () => {
  own = await app.enterprise({ kind: 'recycler' });
  await app.authority.post(`/v1/parties/${own.partyId}/licences`, {
    ...{ number: '演示证7', mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示厅' },
    ...{ validFrom: '2026-01-01', validTo: '2027-01-01' },
  });
});

describe('outputs', () => {
  it('of 120 t of refined lead from 100 t of batteries at 58 % are refused, and nothing is written', async () => {
    const { run } = await smelting();
    const refused = await take(run, { refined_lead: 120 }, { 'accept-language': 'en' });
    expect(saidOf(refused)).toEqual(REFUSED);
    expect(refused.json).toMatchObject({
      ...{ runId: run, fedLeadGrams: 58 * TONNE, outputLeadGrams: 118.8 * TONNE, limitLeadGrams: 59.74 * TONNE },
      ...{ sharePercent: 3, pointer: '#/body/outputs' },
    });
    expect(refused.json.detail).toContain('at least 118.8 t of lead');
    const inChinese = await take(run, { refined_lead: 120 }, { 'accept-language': 'zh-CN' });
    expect(inChinese.json.title).toBe('产出铅量超过投入铅量');
    expect(await get(`/runs/${run}`)).toMatchObject({ yieldedGrams: 0, gainedGrams: 0, heldGrams: 100 * TONNE });
    expect((await get(`/runs/${run}/movements`)).items).toHaveLength(1);
    expect(await books()).toMatchObject({ sumOfAccountsGrams: 0, negativeAccounts: 0, deviatingAccounts: 0 });
  });

  it('are judged whole and with those before them', async () => {
    const { run } = await smelting();
    expect(saidOf(await take(run, { plastics_light: 5, refined_lead: 61 }))).toEqual(REFUSED);
    await taken(run, { plastics_light: 5, refined_lead: 50 });
    expect(saidOf(await take(run, { lead_paste: 19 }))).toEqual(REFUSED);
    await taken(run, { lead_paste: 18, slag: 10 });
    expect(await get(`/runs/${run}`)).toMatchObject({ yieldedGrams: 83 * TONNE });
  });

  it('without any assay hold at most what batteries can hold', async () => {
    const run = await openRun();
    await feedTo(run, [await batteries(10, null)]);
    expect(saidOf(await take(run, { refined_lead: 9 }))).toEqual(REFUSED);
    await taken(run, { refined_lead: 8 });
  });

  it('of parts have the lead of the whole, and of merged batteries the mean', async () => {
    const [poor, rich] = [await batteries(10, 500_000), await batteries(10, 700_000)];
    const part = await post(`/batches/${poor.id}/split`, { massGrams: 4 * TONNE, pieces: 240 });
    const ofPart = await openRun();
    await feedTo(ofPart, [{ id: part.id, massGrams: 4 * TONNE, pieces: 240 }]);
    expect(saidOf(await take(ofPart, { refined_lead: 2.1 }))).toEqual(REFUSED);
    await taken(ofPart, { refined_lead: 2 });
    const all = await post('/batches/merge', { batchIds: [poor.id, rich.id] });
    const ofAll = await openRun();
    await feedTo(ofAll, [{ id: all.id, massGrams: 16 * TONNE, pieces: 960 }]);
    // 6 t at 50 % and 10 t at 70 %.
    expect(saidOf(await take(ofAll, { refined_lead: 10.5 }))).toEqual(REFUSED);
    await taken(ofAll, { refined_lead: 10.3 });
  });

  it('of carried mass hold at most what its run left', async () => {
    const { run } = await smelting();
    await taken(run, { refined_lead: 50 });
    const { batches } = await post(`/runs/${run}/close`, { closedAt: AT, carriedGrams: 40 * TONNE });
    const next = await openRun();
    await feedTo(next, [{ id: batches[0].id, massGrams: 40 * TONNE, pieces: 0 }]);
    // 59.74 t with the tolerance less 49.5 t, and the tolerance of the second run.
    expect(saidOf(await take(next, { refined_lead: 11 }))).toEqual(REFUSED);
    await taken(next, { refined_lead: 10 });
    expect(saidOf(await assay({ batchId: batches[0].id }, 500_000))).toEqual(REFUSED);
    expect((await assay({ batchId: batches[0].id }, 250_000)).status).toBe(201);
  });
});

describe('corrections', () => {
  it('of an output upwards and of a feed downwards are refused beyond the tolerance', async () => {
    const { run } = await smelting();
    const [lead] = await taken(run, { refined_lead: 58 });
    const { items } = await get(`/runs/${run}/movements`);
    expect(saidOf(await correct(`/runs/${run}/outputs/${lead}`, 61 * TONNE))).toEqual(REFUSED);
    expect(saidOf(await correct(`/runs/${run}/feeds/${items[0].id}`, 90 * TONNE, { pieces: 5_400 }))).toEqual(REFUSED);
    expect(await get(`/runs/${run}`)).toMatchObject({ fedGrams: 100 * TONNE, yieldedGrams: 58 * TONNE });
    expect((await correct(`/runs/${run}/outputs/${lead}`, 59 * TONNE)).status).toBe(201);
    expect((await correct(`/runs/${run}/feeds/${items[0].id}`, 99 * TONNE, { pieces: 5_940 })).status).toBe(201);
  });

  it('of records from before the rule stay possible when they make nothing worse', async () => {
    const { run } = await smelting();
    const [paste] = await taken(run, { lead_paste: 80 });
    await app.database.db.execute(sql`
      insert into assays (id, party_id, basis, batch_id, substance, ppm, wet_basis, moisture_ppm, method, laboratory, sampled_at, recorded_at)
      values (gen_random_uuid(), ${own.partyId}, 'batch', ${paste}, 'lead', 900000, true, 0, 'XRF', '演示', ${AT}, ${AT})`);
    const { items } = await get(`/runs/${run}/movements`);
    expect(saidOf(await correct(`/runs/${run}/outputs/${paste}`, 81 * TONNE))).toEqual(REFUSED);
    expect((await correct(`/runs/${run}/outputs/${paste}`, 79 * TONNE)).status).toBe(201);
    expect(saidOf(await correct(`/runs/${run}/feeds/${items[0].id}`, 99 * TONNE, { pieces: 5_940 }))).toEqual(REFUSED);
    expect(saidOf(await take(run, { refined_lead: 1 }))).toEqual(REFUSED);
    await taken(run, { plastics_light: 5 });
    await post(`/runs/${run}/close`, { closedAt: AT, carriedGrams: 0 });
  });
});

describe('assays', () => {
  it('of a feed that would hold less lead than came out are refused, new or replaced', async () => {
    const { run, lot } = await smelting();
    await taken(run, { refined_lead: 58 });
    const replacing = { batchId: lot.id, replacesId: lot.assayId };
    expect(saidOf(await assay(replacing, 500_000))).toEqual(REFUSED);
    await assayed(replacing, 570_000);
    const [unknown, next] = [await batteries(10, null), await openRun()];
    await feedTo(next, [unknown]);
    await taken(next, { refined_lead: 7 });
    expect(saidOf(await assay({ batchId: unknown.id }, 600_000))).toEqual(REFUSED);
    await assayed({ batchId: unknown.id }, 690_000);
  });

  it('of an output, or of the outputs of a run, that would hold more than was fed are refused', async () => {
    const { run } = await smelting();
    const [paste] = await taken(run, { lead_paste: 80 });
    const ofRun = { basis: 'run', runId: run, material: 'lead_paste' };
    const refused = await assay({ batchId: paste }, 800_000);
    expect([...saidOf(refused), refused.json.pointer]).toEqual([...REFUSED, '#/body/ppm']);
    expect(saidOf(await assay(ofRun, 800_000))).toEqual(REFUSED);
    await assayed(ofRun, 740_000);
    await assayed({ batchId: paste }, 745_000);
    expect((await get('/assays?limit=100')).items.filter(({ ppm }: { ppm: number }) => ppm === 800_000)).toEqual([]);
  });

  it('of a batch of another organisation are still unknown to it', async () => {
    const { lot } = await smelting();
    const other = await app.enterprise({ kind: 'recycler' });
    const body = { batchId: lot.id, ppm: 1, method: 'XRF', laboratory: '演示', sampledAt: AT };
    expect((await other.post('/v1/assays', body)).json.code).toBe('batch-missing');
  });
});

describe('at once', () => {
  const created = (answers: readonly { status: number }[]) => answers.filter(({ status }) => status === 201).length;

  it('outputs of one run do not pass together', async () => {
    const { run } = await smelting();
    const answers = await Promise.all(Array.from({ length: 16 }, () => take(run, { refined_lead: 10 })));
    expect(created(answers)).toBe(6);
    expect(new Set(answers.map(saidOf).map(String))).toEqual(new Set(['201,', String(REFUSED)]));
  });

  it('assays of outputs, and of a feed while outputs are recorded, do not pass together', async () => {
    const { run } = await smelting();
    const lots = await Promise.all(Array.from({ length: 10 }, async () => (await taken(run, { lead_paste: 8 }))[0]));
    // Each 8 t hold at least 4.4 t, and 7.2 t with this assay: five of them are possible.
    expect(created(await Promise.all(lots.map((batchId) => assay({ batchId }, 900_000))))).toBe(5);
    const beside = await smelting();
    await taken(beside.run, { refined_lead: 50 });
    const both = await Promise.all([
      take(beside.run, { refined_lead: 8 }),
      assay({ batchId: beside.lot.id, replacesId: beside.lot.assayId }, 500_000),
    ]);
    expect(created(both)).toBe(1);
  });
});
