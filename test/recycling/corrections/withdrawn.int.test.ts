/** Records that a correction has withdrawn take no new fact, on whatever route. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPENAPI_FILE } from '../../../src/openapi.ts';
import { batchInput, type Enterprise, useApp } from '../../app/fixture.ts';

const app = useApp();
const AT = '2026-10-10T08:00:00+08:00';
const FINDING = { ppm: 970_000, method: 'XRF', laboratory: '演示检测中心', sampledAt: AT };
let own: Enterprise;
let other: Enterprise;
let batteries: string;
let supply: { readonly id: string; readonly batchId: string };
let run: string;
let product: string;
let paste: string;
let countId: string;

async function post(path: string, body: object) {
  const { status, json, text } = await own.post(`/v1${path}`, { ...body });
  if (status >= 300) throw new Error(`${path} ${status}: ${text}`);
  return json;
}
const correct = (path: string, body: object) => own.post(`/v1${path}/corrections`, { reason: '重复登记', ...body });

beforeAll(async () => {
  own = await app.enterprise({ kind: 'recycler' });
  other = await app.enterprise({ kind: 'recycler' });
  await app.authority.post(`/v1/parties/${own.partyId}/licences`, {
    ...{ number: '演示证8', mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示厅' },
    ...{ validFrom: '2026-01-01', validTo: '2027-01-01' },
  });
  const input = batchInput(own.siteId, { massGrams: 100_000, pieces: 10, occurredAt: AT });
  batteries = (await post('/batches', input)).id;
  supply = await post('/supplies', {
    ...{ siteId: own.siteId, sourceKind: 'crude_lead', supplierName: '演示', massGrams: 9_000, receivedAt: AT },
    assay: FINDING,
  });
  const feed = await post('/supplies', {
    ...{ siteId: own.siteId, sourceKind: 'crude_lead', supplierName: '演示', massGrams: 9_000, receivedAt: AT },
    assay: FINDING,
  });
  run = (await post('/runs', { siteId: own.siteId, startedAt: AT, process: 'integrated' })).id;
  await post(`/runs/${run}/feeds`, { fedAt: AT, lines: [{ batchId: feed.batchId, massGrams: 9_000 }] });
  const outputs = [
    { material: 'plastics_light', massGrams: 2_000 },
    { material: 'lead_paste', massGrams: 1_000 },
  ];
  const { batches } = await post(`/runs/${run}/outputs`, { yieldedAt: AT, outputs });
  [product, paste] = batches.map(({ id }: { id: string }) => id);
  const lines = [
    { item: 'batteries', massGrams: 100_100, pieces: 11, leadPpm: 600_000 },
    { item: 'paste', massGrams: 1_100, leadPpm: 600_000 },
  ];
  countId = (await post('/stock-counts', { siteId: own.siteId, countedOn: '2026-10-14', countedBy: '演示员', lines }))
    .id;
  await post(`/batches/${batteries}/corrections`, { reason: '重复登记', massGrams: 0, pieces: 0 });
  await post(`/supplies/${supply.id}/corrections`, { reason: '重复登记', massGrams: 0 });
  for (const id of [product, paste]) {
    await post(`/runs/${run}/outputs/${id}/corrections`, { reason: '重复登记', massGrams: 0 });
  }
});

const said = { reasonCode: 'entry', reason: '漏登' };

/** Each route that takes a batch, with a request about a withdrawn one that was right before. */
const ROUTES: Readonly<Record<string, () => readonly [path: string, body: object, pointer: string]>> = {
  '/v1/assays': () => ['/assays', { batchId: batteries, ...FINDING }, '#/body/batchId'],
  '/v1/analyses': () => [
    '/analyses',
    { ...FINDING, basis: 'batch', batchId: batteries, substance: 'water' },
    '#/body/batchId',
  ],
  '/v1/batches/{id}/split': () => [`/batches/${batteries}/split`, { massGrams: 1_000, pieces: 1 }, '#/params/id'],
  '/v1/batches/merge': () => ['/batches/merge', { batchIds: [batteries, paste] }, '#/body/batchIds/0'],
  '/v1/batches/{id}/dispositions': () => [
    `/batches/${product}/dispositions`,
    { kind: 'disposal', massGrams: 1, receiverName: '演示', occurredAt: AT },
    '#/params/id',
  ],
  '/v1/runs/{id}/feeds': () => [
    `/runs/${run}/feeds`,
    { fedAt: AT, lines: [{ batchId: supply.batchId, massGrams: 1_000 }] },
    '#/body/lines/0/batchId',
  ],
  '/v1/manifests': () => [
    '/manifests',
    {
      ...{
        consignorSiteId: own.siteId,
        carrierId: own.partyId,
        receiverId: other.partyId,
        receiverSiteId: other.siteId,
      },
      lines: [{ batchId: batteries, massGrams: 1_000, pieces: 1, packaging: 'pallet', packages: 1 }],
    },
    '#/body/lines/0/batchId',
  ],
  '/v1/stock-counts/{id}/adjustments': () => [
    `/stock-counts/${countId}/adjustments`,
    { item: 'batteries', ...said, batches: [{ batchId: batteries, countedGrams: 100, countedPieces: 1 }] },
    '#/body/batches/0/batchId',
  ],
};
/** Corrections say what is right about a withdrawn batch, and are held to a rule of their own. */
const CORRECTIONS = '/v1/batches/{id}/corrections';

describe('a withdrawn batch', () => {
  it('is refused by each route that takes a batch, and no other route takes one', () => {
    type Schema = Readonly<Record<string, unknown>>;
    const description = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8'));
    const resolved = (text: string): string =>
      text.replaceAll(/\{"\$ref":"#\/components\/schemas\/(\w+)"\}/g, (_, name) =>
        resolved(JSON.stringify(description.components.schemas[name])),
      );
    const takes = ([path, { post: operation }]: [string, { post?: { requestBody?: Schema } }]) =>
      operation !== undefined &&
      (/^\/v1\/batches\/\{id\}/.test(path) ||
        /"batchIds?":/.test(resolved(JSON.stringify(operation.requestBody ?? {}))));
    const found = (Object.entries(description.paths) as Parameters<typeof takes>[0][]).filter(takes);
    expect(found.map(([path]) => path).toSorted()).toEqual([...Object.keys(ROUTES), CORRECTIONS].toSorted());
  });

  it.each(Object.keys(ROUTES))('takes no new fact by %s', async (route) => {
    const [path, body, pointer] = ROUTES[route]?.() ?? ['', {}, ''];
    const { status, json } = await own.post(`/v1${path}`, { ...body });
    expect([status, json.code, json.pointer]).toEqual([409, 'batch-withdrawn', pointer]);
    const chinese = await own.post(`/v1${path}`, { ...body }, { 'accept-language': 'zh-CN' });
    expect(chinese.json.title).toBe('批次已撤销');
  });

  it('whatever it came from: a declaration, a supply, an output', async () => {
    for (const batchId of [batteries, supply.batchId, product, paste]) {
      const { status, json } = await own.post('/v1/assays', { batchId, ...FINDING });
      expect([status, json.code]).toEqual([409, 'batch-withdrawn']);
      expect((await own.get(`/v1/batches/${batchId}`)).json.state).toBe('withdrawn');
    }
  });

  it('takes facts again once a correction has brought it back', async () => {
    const { id } = await post('/batches', batchInput(own.siteId, { massGrams: 5_000, pieces: 5, occurredAt: AT }));
    expect((await correct(`/batches/${id}`, { massGrams: 0, pieces: 0 })).status).toBe(201);
    expect((await own.post('/v1/assays', { batchId: id, ...FINDING })).status).toBe(409);
    expect((await correct(`/batches/${id}`, { massGrams: 5_000, pieces: 5 })).status).toBe(201);
    expect((await own.post('/v1/assays', { batchId: id, ...FINDING })).status).toBe(201);
  });

  it('is no batch that was used up', async () => {
    const { id } = await post('/batches', batchInput(own.siteId, { massGrams: 5_000, pieces: 5, occurredAt: AT }));
    await post(`/runs/${run}/feeds`, { fedAt: AT, lines: [{ batchId: id, massGrams: 5_000, pieces: 5 }] });
    expect((await own.get(`/v1/batches/${id}`)).json).toMatchObject({ massGrams: 0, pieces: 0 });
    expect((await own.post('/v1/assays', { batchId: id, ...FINDING })).status).toBe(201);
  });
});

describe('a withdrawn record', () => {
  const refused = async (path: string, body: object) => {
    const { status, json } = await correct(path, body);
    expect([status, json.code, json.pointer], path).toEqual([409, 'correction-of-withdrawn', '#/body/massGrams']);
  };

  it('takes no other value while it stays withdrawn: batch, supply, feed, disposition', async () => {
    await refused(`/batches/${batteries}`, { supplierName: '演示' });
    await refused(`/supplies/${supply.id}`, { documentNumber: 'F1' });
    const { batches } = await post(`/runs/${run}/outputs`, {
      ...{ yieldedAt: AT, outputs: [{ material: 'plastics_light', massGrams: 100 }] },
    });
    const sold = await post(`/batches/${batches[0].id}/dispositions`, {
      ...{ kind: 'use', massGrams: 100, receiverName: '演示', contractNumber: 'C1', occurredAt: AT },
    });
    expect((await correct(`/dispositions/${sold.id}`, { massGrams: 0 })).status).toBe(201);
    await refused(`/dispositions/${sold.id}`, { confirmationNumber: 'Q1' });
    const back = await correct(`/dispositions/${sold.id}`, { massGrams: 90, confirmationNumber: 'Q1' });
    expect(back.json.after).toEqual({ massGrams: 90, confirmationNumber: 'Q1' });

    const bought = await post('/supplies', {
      ...{ siteId: own.siteId, sourceKind: 'reagent', supplierName: '演示', massGrams: 500, receivedAt: AT },
    });
    await post(`/runs/${run}/feeds`, { fedAt: AT, lines: [{ batchId: bought.batchId, massGrams: 500 }] });
    const { items } = (await own.get(`/v1/runs/${run}/movements?limit=200`)).json;
    const feed = items.find((one: { batchId: string }) => one.batchId === bought.batchId);
    expect((await correct(`/runs/${run}/feeds/${feed.id}`, { massGrams: 0 })).status).toBe(201);
    await refused(`/runs/${run}/feeds/${feed.id}`, { pieces: 3 });
  });
});
