/** One record, however its identifiers are written: in addresses, queries, bodies, files and keys. */
import { beforeAll, describe, expect, it } from 'vitest';
import { composeUscc } from '../../src/core/identifiers/uscc.ts';
import { assignNumber } from '../../src/manifests/index.ts';
import { adoptParty } from '../../src/parties/service.ts';
import { newId } from '../../src/platform/ids.ts';
import { csv, sendTo } from '../parties/imports/files.ts';
import { type Answer, batchInput, type Enterprise, useApp } from './fixture.ts';

const app = useApp();
const AT = '2026-10-14T12:00:00+08:00';

let collector: Enterprise;
let smelter: Enterprise;

async function ok(answering: Promise<Answer>) {
  const { status, json, text } = await answering;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
}

const up = (id: string): string => id.toUpperCase();
const LICENCE = {
  ...{ number: 'GX-1', mode: 'recycling', wasteCodes: ['900-052-31'], annualLimitGrams: 1_000_000 },
  ...{ validFrom: '2026-01-01', validTo: '2031-01-01', issuer: '演示主管部门' },
};
const licencesOf = (partyId: string) => `/v1/parties/${partyId}/licences`;
const batchOf = async (own: Enterprise, changes = {}): Promise<string> =>
  (await ok(own.post('/v1/batches', batchInput(own.siteId, changes)))).id;

const lineOf = (batchId: string, massGrams: number) => ({
  ...{ batchId, massGrams, pieces: 1, packaging: 'pallet', packages: 1 },
});
const draft = (batchId: string, massGrams = 15_000) => ({
  carrierId: up(collector.partyId),
  receiverId: up(smelter.partyId),
  consignorSiteId: up(collector.siteId),
  receiverSiteId: up(smelter.siteId),
  lines: [lineOf(up(batchId), massGrams)],
});

let serial = 0;
async function submitted(massGrams = 15_000): Promise<string> {
  const batch = await batchOf(collector, { massGrams });
  const { id } = await ok(collector.post('/v1/manifests', draft(batch, massGrams)));
  await ok(collector.post(`/v1/manifests/${up(id)}/submit`, { at: AT }));
  const number = `2026450100${String(++serial).padStart(4, '0')}`;
  const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  await app.deps.db.transaction((tx) =>
    assignNumber(tx, app.deps, { actor, id, number, at: new Date(AT).toISOString() }),
  );
  return id;
}

async function arrivedLoad(massGrams: number): Promise<string> {
  const id = await submitted(massGrams);
  const step = (own: Enterprise, name: string, body = {}) =>
    ok(own.post(`/v1/manifests/${up(id)}/${name}`, { at: AT, ...body }));
  await step(collector, 'hand-over');
  await step(collector, 'depart', { plates: ['桂ａ·12345 '], permitNumber: ' 桂交运１号', from: '南宁市\t' });
  await step(smelter, 'arrive');
  return id;
}

const accept = (id: string, acceptedGrams: number) =>
  smelter.post(`/v1/manifests/${id}/accept`, {
    at: AT,
    lines: [{ line: 1, acceptedGrams, acceptedPieces: 1, treatmentMethod: 'Ｒ4' }],
  });

beforeAll(async () => {
  collector = await app.enterprise();
  smelter = await app.enterprise({ kind: 'recycler' });
  await ok(app.authority.post(licencesOf(smelter.partyId), { ...LICENCE, annualLimitGrams: null, number: 'GX-0' }));
});

describe('an id in capitals is the same id', () => {
  it('of a manifest: its history, its copy for partners, its versions and its list', async () => {
    const id = await submitted();
    await app.follow();
    const paths = [`/v1/manifests/${id}/history`, `/v1/exchange/manifests/${id}`, `/v1/manifests/${id}`];
    for (const path of paths) {
      const lower = await app.authority.get(path);
      const upper = await app.authority.get(path.replace(id, up(id)));
      expect([upper.status, upper.json], path).toEqual([200, lower.json]);
    }
    expect((await app.authority.get(`/v1/manifests/${up(id)}/history`)).json.items.length).toBeGreaterThan(1);
    const subject = await app.authority.get(`/v1/journal/subjects/manifest:${up(id)}`);
    expect(subject.json).toEqual((await app.authority.get(`/v1/journal/subjects/manifest:${id}`)).json);
  });

  it('of a batch: split, merge and trace', async () => {
    const [one, two] = [await batchOf(collector, { pieces: 2 }), await batchOf(collector, { pieces: 2 })];
    const split = await collector.post(`/v1/batches/${up(one)}/split`, { massGrams: 5_000, pieces: 1 });
    expect(split.status, split.text).toBe(201);
    const merged = await collector.post('/v1/batches/merge', { batchIds: [up(one), up(two)] });
    expect(merged.status, merged.text).toBe(201);
    expect((await collector.get(`/v1/batches/${up(merged.json.id)}/trace`)).json.steps).toHaveLength(4);
    const twice = await collector.post('/v1/batches/merge', { batchIds: [split.json.id, up(split.json.id)] });
    expect([twice.status, twice.json.code]).toEqual([400, 'request-invalid']);
  });

  it('of a batch in a run, an assay, a supply and a disposition', async () => {
    const siteId = up(smelter.siteId);
    const run = (await ok(smelter.post('/v1/runs', { siteId, startedAt: AT, process: 'Ｓmelting '.toLowerCase() }))).id;
    const supplied = {
      siteId,
      sourceKind: 'crude_lead',
      supplierName: ' 演示冶炼厂\u200b',
      massGrams: 1_000,
      receivedAt: AT,
      assay: { ppm: 970_000, method: 'XRF', laboratory: '演示检测', sampledAt: AT },
    };
    const supply = await ok(smelter.post('/v1/supplies', supplied));
    expect(supply).toMatchObject({ siteId: smelter.siteId, supplierName: '演示冶炼厂' });
    const batchId = up(supply.batchId);
    await ok(smelter.post(`/v1/runs/${up(run)}/feeds`, { fedAt: AT, lines: [{ batchId, massGrams: 1_000 }] }));
    const outputs = [{ material: 'refined_lead', massGrams: 500 }];
    const { batches } = await ok(smelter.post(`/v1/runs/${up(run)}/outputs`, { yieldedAt: AT, outputs }));
    const product = up(batches[0].id);
    const assay = { ppm: 990_000, method: 'XRF', laboratory: '演示检测', sampledAt: AT };
    expect((await ok(smelter.post('/v1/assays', { batchId: product, ...assay }))).batchId).toBe(batches[0].id);
    const sale = { kind: 'sale', massGrams: 100, receiverName: '演示买方', contractNumber: 'HT–1', occurredAt: AT };
    const sold = await ok(smelter.post(`/v1/batches/${product}/dispositions`, sale));
    expect(sold).toMatchObject({ batchId: batches[0].id, contractNumber: 'HT-1' });
  });

  it('of a site: the answer and the sealed journal have the one spelling', async () => {
    const batch = await ok(
      collector.post('/v1/batches', batchInput(up(collector.siteId), { supplierName: '\ufeff某店 ' })),
    );
    expect(batch).toMatchObject({ siteId: collector.siteId, supplierName: '某店' });
    const { rows } = await app.database.db.$client.query('select payload from journal_entries where subject = $1', [
      `batch:${batch.id}`,
    ]);
    expect(rows[0].payload).toMatchObject({ siteId: collector.siteId, supplierName: '某店' });
  });

  it('in a file: of the organisation of a row, and of a registered record', async () => {
    const columns = ['partyId', 'kind', 'name', 'divisionCode'];
    const sites = csv(columns, [up(collector.partyId), 'collection_point', '演示二点', '450100']);
    const { json } = await sendTo(app, sites, { kind: 'sites' });
    expect([json.applied, json.faults]).toEqual([true, []]);
    const site = csv(
      ['id', ...columns],
      [up(json.rows[0].id), up(collector.partyId), 'collection_point', '演示二点', '450100'],
    );
    expect((await sendTo(app, site, { kind: 'sites' })).json.rows[0]).toMatchObject({ outcome: 'unchanged' });
  });

  it('under one idempotency key, in the path and in the body', async () => {
    const batch = await batchOf(collector, { pieces: 3 });
    const headers = { 'idempotency-key': newId() };
    const split = (id: string) => collector.post(`/v1/batches/${id}/split`, { massGrams: 1_000, pieces: 1 }, headers);
    const [first, again] = [await split(batch), await split(up(batch))];
    expect([again.status, again.json, again.headers['idempotency-replayed']]).toEqual([201, first.json, 'true']);
    const key = { 'idempotency-key': newId() };
    const record = (siteId: string) => collector.post('/v1/batches', batchInput(siteId), key);
    const recorded = await record(collector.siteId);
    expect((await record(up(collector.siteId))).json.id).toBe(recorded.json.id);
    const row = (siteId: string) =>
      collector.post('/v1/batches/bulk', [{ idempotencyKey: `${batch}-1`, batch: batchInput(siteId) }]);
    const [one, two] = [await ok(row(collector.siteId)), await ok(row(up(collector.siteId)))];
    expect([two.replayed, two.items[0].id]).toEqual([1, one.items[0].id]);
  });

  it('in a token', async () => {
    const manager = await app.client({ subject: 'm', partyId: up(collector.partyId) });
    expect((await manager.get(`/v1/batches?siteId=${up(collector.siteId)}`)).json.items.length).toBeGreaterThan(0);
    const batch = await ok(manager.post('/v1/batches', batchInput(collector.siteId)));
    expect(batch.partyId).toBe(collector.partyId);
  });

  it('of a site, in the watch on its storage, which warns near the limit and above it', async () => {
    const own = await app.enterprise();
    const site = { kind: 'collection_point', name: '演示限量', divisionCode: '450100', storageLimitGrams: 100_000 };
    const { id } = await ok(app.authority.post(`/v1/parties/${own.partyId}/sites`, site));
    const record = async (siteId: string, massGrams: number) =>
      (await ok(own.post('/v1/batches', batchInput(siteId, { massGrams })))).warnings?.[0].facts;
    await record(id, 80_000);
    let near: { shareBasisPoints: number; stockGrams: number } | undefined;
    // The service reads the stock while it records the first batches.
    for (let tries = 0; near === undefined && tries < 150; tries++) {
      await new Promise((done) => setTimeout(done, 10));
      near = await record(id, 100);
    }
    const { stockGrams = 0 } = near ?? {};
    expect(near).toMatchObject({ shareBasisPoints: 8_000 });
    expect(await record(up(id), 20_000)).toMatchObject({ shareBasisPoints: 10_000, stockGrams: stockGrams + 20_000 });
  });
});

it('a name that a partner signed enters the register on one line, without invisible marks', async () => {
  const actor = { subject: '44', source: 'partner:44', roles: [], scopes: [] } as const;
  const named = { name: ' 演示\u200b（粤）\n公司\u3000', provinceCode: '44', divisionCode: '4401' };
  const code = { uscc: composeUscc('91', '440100', 77), usccMissingReason: null, address: null };
  const contact = { contactName: null, contactPhone: null };
  const party = await app.deps.db.transaction((tx) =>
    adoptParty(tx, app.deps, { actor, ...named, ...code, ...contact }),
  );
  expect((await app.authority.get(`/v1/parties/${up(party.id)}`)).json.name).toBe('演示（粤） 公司');
});

describe('a licence number is the same number', () => {
  const OTHERS = ['GX-1 ', 'GX-1\u00a0', '\tGX-1', 'GX-1\n', 'gx-1', 'ＧＸ－１', 'GX\u200b-1', 'G X-1', 'GX–1'];

  it('in every spelling, so no second licence lifts the approved scale', async () => {
    const own = await app.enterprise({ kind: 'recycler' });
    await ok(app.authority.post(licencesOf(own.partyId), LICENCE));
    for (const number of OTHERS) {
      const { status, json } = await app.authority.post(licencesOf(own.partyId), { ...LICENCE, number });
      expect([number, status, json.code]).toEqual([number, 409, 'licence-exists']);
    }
    smelter = own;
    expect((await accept(await arrivedLoad(1_000_000), 1_000_000)).status).toBe(200);
    const second = await accept(await arrivedLoad(1_100_000), 1_100_000);
    expect([second.status, second.json.code]).toEqual([422, 'licence-scale-exceeded']);
  });

  it('in a file, whose rows are unchanged', async () => {
    const own = await app.enterprise();
    await ok(app.authority.post(licencesOf(own.partyId), LICENCE));
    const columns = ['partyUscc', 'number', 'mode', 'wasteCodes', 'annualLimitGrams', 'validFrom', 'validTo', 'issuer'];
    const row = (number: string) => [
      ...[own.uscc.toLowerCase(), number, 'recycling', '９００－052－31', '1000000', '2026-01-01', '2031-01-01'],
      '演示主管部门 ',
    ];
    for (const number of OTHERS) {
      const { json } = await sendTo(app, csv(columns, row(number)), { kind: 'licences' });
      expect([number, json.rows[0]?.outcome, json.faults]).toEqual([number, 'unchanged', []]);
    }
    const { json } = await sendTo(app, csv(columns, row('GX-2'), row('gx-2 ')), { kind: 'licences' });
    expect(json.report.faults.map(({ rule }: { rule: string }) => rule)).toEqual(['row-repeated']);
  });

  it('and names known waste codes, each once', async () => {
    const { partyId } = await app.enterprise();
    const register = (wasteCodes: string[]) => app.authority.post(licencesOf(partyId), { ...LICENCE, wasteCodes });
    const unknown = await register(['900-052-31', '999-999-99', '999-999-98']);
    expect([unknown.status, unknown.json.code, unknown.json.codes]).toEqual([
      ...[422, 'waste-code-unknown', ['999-999-99', '999-999-98']],
    ]);
    const twice = await register(['900-052-31', '384-004-31', '900－052－31']);
    expect([twice.status, twice.json.errors[0].pointer]).toEqual([400, '#/body/wasteCodes/2']);
    expect(twice.json.errors[0].detail).toContain('900-052-31 is in the list already');
    const columns = ['partyId', 'number', 'mode', 'wasteCodes', 'validFrom', 'validTo', 'issuer'];
    const row = (codes: string) => [partyId, 'GX-1', 'recycling', codes, '2026-01-01', '2031-01-01', '演示主管部门'];
    const { json } = await sendTo(app, csv(columns, row('900-052-31、999-999-99')), { kind: 'licences' });
    expect(json.report.faults).toMatchObject([{ field: 'wasteCodes', rule: 'waste-code-unknown', letters: 'D' }]);
    expect((await register(['900-052-31', '384-004-31'])).status).toBe(201);
  });

  it('and a natural person is the same person', async () => {
    const columns = ['usccMissingReason', 'name', 'divisionCode'];
    const person = (name: string) => ['natural person', name, '450100'];
    const file = csv(columns, person('李四五六'), person('李四五六 '), person('李四\u200b五六'));
    const { json } = await sendTo(app, file, { query: '?mode=rows' });
    expect(json.counts).toMatchObject({ registered: 1, refused: 2 });
    const later = await sendTo(app, csv(columns, person('李四 五六')));
    expect(later.json.counts).toMatchObject({ registered: 0, unchanged: 1 });
  });
});
