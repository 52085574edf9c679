import { beforeAll, describe, expect, it } from 'vitest';
import { assignNumber } from '../../src/manifests/index.ts';
import { type Answer, batchInput, type Client, type Enterprise, useApp } from '../app/fixture.ts';
import { certificateFileOf } from './certificate.ts';
import { observed } from './observing.ts';
import { ok } from './plant.ts';

const app = useApp();
const AT = '2026-10-10T08:00:00+08:00';
const RATE = '/v1/recovery?period=2026-10&partyId=';
let smelter: Enterprise;
let point: Enterprise;
let neighbour: Enterprise;
/** Batch of 10 t that the smelter accepted. */
let received: string;

async function license(partyId: string, mode: string): Promise<void> {
  await ok(
    app.authority.post(`/v1/parties/${partyId}/licences`, {
      number: `${mode}-${partyId.slice(-6)}`,
      mode,
      wasteCodes: ['900-052-31', '321-016-48'],
      validFrom: '2026-01-01',
      validTo: '2030-01-01',
      issuer: '演示生态环境厅',
    }),
  );
}

let serial = 0;

/** Sends batteries from the collection point to the smelter, which accepts a part of them. */
async function deliver(massGrams: number, acceptedGrams: number): Promise<string> {
  serial += 1;
  const declaration = { massGrams, pieces: 10, occurredAt: '2026-10-02T10:00:00+08:00' };
  const batch = await ok(point.post('/v1/batches', batchInput(point.siteId, declaration)));
  const { id } = await ok(
    point.post('/v1/manifests', {
      carrierId: neighbour.partyId,
      receiverId: smelter.partyId,
      consignorSiteId: point.siteId,
      receiverSiteId: smelter.siteId,
      lines: [{ batchId: batch.id, massGrams, pieces: 10, packaging: 'pallet', packages: 2 }],
    }),
  );
  const step = (by: Client, path: string, body: Record<string, unknown>) =>
    ok(by.post(`/v1/manifests/${id}/${path}`, body));
  await step(point, 'submit', { at: '2026-10-03T08:00:00+08:00' });
  const number = `20264501${String(serial).padStart(6, '0')}`;
  const national = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  await app.database.db.transaction((tx) =>
    assignNumber(tx, app.deps, { actor: national, id, number, at: '2026-10-03T00:30:00.000Z' }),
  );
  await step(point, 'hand-over', { at: '2026-10-03T09:00:00+08:00' });
  await step(neighbour, 'depart', { at: '2026-10-03T09:30:00+08:00', plates: ['桂A12345'], from: '演示收集点' });
  await step(smelter, 'arrive', { at: '2026-10-03T12:00:00+08:00' });
  const refused = massGrams - acceptedGrams;
  const pieces = { acceptedPieces: refused > 0 ? 9 : 10, refusedPieces: refused > 0 ? 1 : 0 };
  const line = { line: 1, acceptedGrams, treatmentMethod: 'R4' };
  const decided = await (refused > 0
    ? step(smelter, 'accept-partially', {
        at: '2026-10-03T13:00:00+08:00',
        lines: [{ ...line, ...pieces, refusedGrams: refused }],
        differenceKinds: ['quantity'],
      })
    : step(smelter, 'accept', {
        at: '2026-10-03T13:00:00+08:00',
        lines: [{ ...line, acceptedPieces: 10 }],
      }));
  return decided.lines[0].receivedBatchId;
}

const REPORTED = { method: 'XRF', laboratory: '演示检测中心', laboratoryKind: 'external', sampledAt: AT };
const assay = (batchId: string, ppm: number, more: object = {}) =>
  smelter.post('/v1/assays', { batchId, ppm, ...REPORTED, ...more });

const count = async (countedOn: string, lines: object[], more: object = {}) => {
  const line = { siteId: smelter.siteId, countedOn, countedBy: '演示盘点人', lines, ...more };
  return observed(app.authority, await smelter.post('/v1/stock-counts', line));
};

beforeAll(async () => {
  app.clock.now = new Date('2026-11-02T04:00:00.000Z');
  smelter = await app.enterprise({ kind: 'recycler' });
  point = await app.enterprise();
  neighbour = await app.enterprise({ kind: 'recycler' });
  for (const one of [smelter, neighbour]) await license(one.partyId, one === smelter ? 'recycling' : 'transport');
  await license(point.partyId, 'collection');
  Object.assign(REPORTED, { certificateFileId: await certificateFileOf(smelter) });
  received = await deliver(10_100_000, 10_000_000);
}, 60_000);

describe('the lead recovery of a month', () => {
  let run: string;
  let closing: Answer['json'];

  it('has no rate but a reason while stock counts and lead contents are missing', async () => {
    const { status, json } = await smelter.get(RATE + smelter.partyId);
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: 'blocked', rates: null, notCounted: { records: 1, massGrams: 100_000 } });
    expect(json.findings.map(({ code }: { code: string }) => code)).toEqual([
      'STOCK_COUNT_MISSING',
      'BATTERY_ASSAY_MISSING',
      'LINES_NOT_COUNTED',
      'LOADS_AT_GATE',
      'LOADS_WAITING',
    ]);
  });

  it('is made of what was received, fed, yielded, lost and counted', async () => {
    await ok(assay(received, 580_000));
    const supply = await ok(
      smelter.post('/v1/supplies', {
        siteId: smelter.siteId,
        sourceKind: 'crude_lead',
        supplierName: '演示冶炼厂',
        massGrams: 200_000,
        receivedAt: AT,
        assay: { ppm: 1_000_000, ...REPORTED },
      }),
    );
    ({ id: run } = await ok(
      smelter.post('/v1/runs', { siteId: smelter.siteId, startedAt: AT, process: 'integrated' }),
    ));
    const lines = [
      { batchId: received, massGrams: 9_000_000, pieces: 8 },
      { batchId: supply.batchId, massGrams: 200_000 },
    ];
    await ok(smelter.post(`/v1/runs/${run}/feeds`, { fedAt: AT, lines }));
    const outputs = [
      { material: 'refined_lead', massGrams: 5_300_000 },
      { material: 'slag', massGrams: 1_000_000 },
      { material: 'slag_used', massGrams: 300_000 },
      { material: 'plastics_light', massGrams: 500_000 },
    ];
    const { batches } = await ok(smelter.post(`/v1/runs/${run}/outputs`, { yieldedAt: AT, outputs }));
    const [lead, slag, used, plastics] = batches.map(({ id }: { id: string }) => id);
    await ok(assay(lead, 999_900));
    await ok(assay(slag, 16_000));
    await ok(assay(used, 50_000, { wetBasis: false, moisturePpm: 200_000 }));
    const dispose = (id: string, body: object) =>
      ok(smelter.post(`/v1/batches/${id}/dispositions`, { occurredAt: AT, receiverName: '演示接收方', ...body }));
    await dispose(slag, { kind: 'disposal', massGrams: 1_000_000 });
    await dispose(used, { kind: 'use', massGrams: 200_000, contractNumber: 'C1', confirmationNumber: 'K1' });
    await dispose(used, { kind: 'use', massGrams: 100_000, contractNumber: 'C2' });
    await dispose(plastics, { kind: 'use', massGrams: 500_000, contractNumber: 'C3', confirmationNumber: 'K3' });
    await ok(
      smelter.post('/v1/emissions', {
        siteId: smelter.siteId,
        medium: 'air',
        leadGrams: 60,
        method: 'CEMS',
        monitoringPoint: 'DA001',
        occurredAt: AT,
      }),
    );
    closing = await ok(smelter.post(`/v1/runs/${run}/close`, { closedAt: AT, carriedGrams: 50_000 }));
    await ok(count('2026-09-30', []));
    await ok(
      count('2026-10-31', [
        { item: 'batteries', massGrams: 1_000_000, leadPpm: 580_000 },
        { item: 'furnace', massGrams: 50_000, leadPpm: 400_000 },
        { item: 'refined_lead', massGrams: 5_300_000, leadPpm: 999_900 },
      ]),
    );

    const { json } = await smelter.get(RATE + smelter.partyId);
    const terms = Object.fromEntries(json.terms.map((one: { term: string }) => [one.term, one]));
    const grams = Object.fromEntries(
      json.terms.map((one: { term: string; leadGrams: number }) => [one.term, one.leadGrams]),
    );
    expect(grams).toEqual({
      ...{ found_stock: 0, found_work: 0, loss_stock: 0, loss_weighing: 0 },
      ...{ without_manifest: 0, disposal_fed: 0, uncounted_stock: 0, under_way: 0 },
      received: 5_800_000,
      opening_stock: 0,
      closing_stock: 580_000,
      forwarded: 0,
      other_feed: 200_000,
      opening_work: 0,
      closing_work: 20_000,
      products: 5_299_470,
      by_products: 8_000,
      loss_slag: 16_000 + 4_000,
      ...{ loss_sludge: 0, loss_separators: 0, loss_dust: 0, loss_water: 0, loss_other: 0 },
      loss_air: 60,
    });
    expect(terms.by_products).toMatchObject({ records: 2, leadGramsExact: '8000' });
    // 5 220 000 of batteries, 5 400 000 available, 5 307 470 recovered.
    expect(json.balance.available.leadGrams).toBe(5_400_000);
    expect(json.rates).toMatchObject({
      headline: { numerator: '530747', denominator: '540000', percent: '98.29' },
      productsOnly: { percent: '98.14' },
      conservative: { percent: '98.22' },
      unaccountedShare: { percent: '1.34' },
    });
    expect(json.status).toBe('flagged');
    expect(json.findings.map(({ code }: { code: string }) => code)).toEqual([
      ...['LINES_NOT_COUNTED', 'COUNTED_CONTENT_UNKNOWN', 'LOADS_AT_GATE', 'LOADS_WAITING'],
      ...['RESIDUES_WITHOUT_MANIFEST', 'ASSAYS_WITHOUT_CERTIFICATE', 'ASSAYS_NOT_CONFIRMED'],
      ...['WEAK_EVIDENCE_MATTERS', 'SALES_NOT_CONFIRMED', 'TOLERANCES_TOGETHER', 'UNACCOUNTED_SHARE_HIGH'],
    ]);
  });

  it('opens down to the records, and they add up to the terms', async () => {
    const rate = (await smelter.get(RATE + smelter.partyId)).json;
    const records = [];
    for (let cursor = ''; ; ) {
      const page = (
        await smelter.get(`/v1/recovery/records?limit=3&period=2026-10&partyId=${smelter.partyId}${cursor}`)
      ).json;
      records.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    for (const { term, leadGrams, records: number } of rate.terms) {
      const behind = records.filter((record) => record.term === term);
      expect([behind.length, behind.reduce((sum, record) => sum + record.leadGrams, 0)]).toEqual([number, leadGrams]);
    }
    const received = (await smelter.get(`/v1/recovery/records?period=2026-10&term=received&partyId=${smelter.partyId}`))
      .json;
    expect(received.items).toMatchObject([
      { kind: 'manifest_line', subject: expect.stringMatching(/^manifest:/), massGrams: 10_000_000, basis: 'batch' },
    ]);
  });

  it('leaves work in progress on the site when the run is closed, and the rest is lost', async () => {
    const { run: closed, batches } = closing;
    expect(closed).toMatchObject({ state: 'closed', heldGrams: 0, gainedGrams: 0, lostGrams: 2_050_000 });
    expect(batches).toMatchObject([{ kind: 'other_feed', material: 'work_in_progress', massGrams: 50_000 }]);
    const account = (await smelter.get(`/v1/batches/${run}`)).json;
    expect(account).toMatchObject({ kind: 'process', massGrams: 0, pieces: 0 });
  });

  it('follows the correction of an assay, a count and a class', async () => {
    const first = (await smelter.get(`/v1/assays?batchId=${received}`)).json.items[0];
    const again = await assay(received, 590_000);
    expect(again).toMatchObject({ status: 409, json: { code: 'assay-exists' } });
    await ok(assay(received, 590_000, { replacesId: first.id }));
    expect((await assay(received, 600_000, { replacesId: first.id })).status).toBe(409);
    const counted = (await smelter.get('/v1/stock-counts?countedOn=2026-10-31')).json.items[0];
    const lines = [{ item: 'batteries', massGrams: 1_000_000, leadPpm: 590_000 }];
    expect((await count('2026-10-31', lines)).json.code).toBe('stock-count-exists');
    await ok(count('2026-10-31', lines, { replacesId: counted.id }));
    const { json } = await smelter.get(RATE + smelter.partyId);
    const of = (term: string) => json.terms.find((one: { term: string }) => one.term === term).leadGrams;
    expect([of('received'), of('closing_stock'), of('closing_work')]).toEqual([5_900_000, 590_000, 0]);
  });

  it('takes the supplier class for batteries without an assay, and a declared default as an assumption', async () => {
    await deliver(1_000_000, 1_000_000);
    await ok(smelter.post('/v1/assays', { ...REPORTED, basis: 'declared_default', ppm: 500_000 }));
    const assumed = (await smelter.get(RATE + smelter.partyId)).json;
    expect(assumed.assumedAssayShare).toMatchObject({ percent: '9.09' });
    expect(assumed.findings).toContainEqual(expect.objectContaining({ code: 'ASSUMED_ASSAY', severity: 'flag' }));
    await ok(
      smelter.post('/v1/assays', { ...REPORTED, basis: 'supplier_class', supplierId: point.partyId, ppm: 570_000 }),
    );
    const { json } = await smelter.get(RATE + smelter.partyId);
    expect(json.assumedAssayShare).toMatchObject({ percent: '0.00' });
    expect(json.terms[0]).toMatchObject({ term: 'received', leadGrams: 5_900_000 + 570_000, records: 2 });
  });

  it('knows a part of bought feed by the assay of the whole, and own work in progress as no feed from outside', async () => {
    const before = (await smelter.get(RATE + smelter.partyId)).json;
    const { batchId } = await ok(
      smelter.post('/v1/supplies', {
        siteId: smelter.siteId,
        sourceKind: 'concentrate',
        supplierName: '演示矿业',
        massGrams: 10_000,
        receivedAt: AT,
        assay: { ppm: 600_000, ...REPORTED },
      }),
    );
    const part = await ok(smelter.post(`/v1/batches/${batchId}/split`, { massGrams: 1_000, pieces: 0 }));
    const { items } = (await smelter.get(`/v1/batches?siteId=${smelter.siteId}&kind=other_feed`)).json;
    const work = items.find((one: { material: string }) => one.material === 'work_in_progress');
    const { id } = await ok(smelter.post('/v1/runs', { siteId: smelter.siteId, startedAt: AT, process: 'smelting' }));
    const lines = [
      { batchId: part.id, massGrams: 1_000 },
      { batchId: work.id, massGrams: 50_000 },
    ];
    await ok(smelter.post(`/v1/runs/${id}/feeds`, { fedAt: AT, lines }));
    const after = (await smelter.get(RATE + smelter.partyId)).json;
    const fed = (rate: typeof after) => rate.terms.find((one: { term: string }) => one.term === 'other_feed').leadGrams;
    expect(fed(after) - fed(before)).toBe(600);
  });

  it('is visible to the enterprise and the authority, and to no other caller', async () => {
    expect((await app.authority.get(RATE + smelter.partyId)).status).toBe(200);
    for (const path of ['/v1/recovery', '/v1/recovery/records']) {
      const { status, json } = await neighbour.get(`${path}?period=2026-10&partyId=${smelter.partyId}`);
      expect([status, json.code]).toEqual([404, 'party-missing']);
    }
  });
});
