import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, batchInput, type Client, type Enterprise, useApp } from '../app/fixture.ts';

const app = useApp();
const on = (day: number, hour = 8) => `2026-10-0${day}T${String(hour).padStart(2, '0')}:00:00+08:00`;

let smelter: Enterprise;
let point: Enterprise;
let neighbour: Enterprise;
/** A transfer point of the smelter itself. */
let yard: string;

async function ok(answering: Promise<Answer>) {
  const { status, json, text } = await answering;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
}

beforeAll(async () => {
  app.clock.now = new Date('2026-11-02T04:00:00.000Z');
  smelter = await app.enterprise({ kind: 'recycler' });
  point = await app.enterprise();
  neighbour = await app.enterprise({ kind: 'recycler' });
  yard = (
    await ok(
      app.authority.post(`/v1/parties/${smelter.partyId}/sites`, {
        kind: 'transfer_point',
        name: '演示转运点',
        divisionCode: '450100',
      }),
    )
  ).id;
  for (const [{ partyId }, mode] of [
    [smelter, 'recycling'],
    [smelter, 'collection'],
    [smelter, 'transport'],
    [neighbour, 'recycling'],
  ] as const) {
    await ok(
      app.authority.post(`/v1/parties/${partyId}/licences`, {
        number: `演示-${mode}`,
        mode,
        wasteCodes: ['900-052-31'],
        validFrom: '2026-01-01',
        validTo: '2030-01-01',
        issuer: '演示生态环境厅',
      }),
    );
  }
  for (const countedOn of ['2026-09-30', '2026-10-31']) {
    const counted = { siteId: smelter.siteId, countedOn, countedBy: '演示盘点人', lines: [] };
    await ok(smelter.post('/v1/stock-counts', counted));
  }
}, 60_000);

type Load = {
  from: Enterprise;
  to?: Enterprise;
  fromSite: string;
  toSite: string;
  batchId: string;
  massGrams: number;
  pieces?: number;
  day: number;
};

/**
 * Records a manifest on paper, entered at once. By default it goes to a site of the smelter, which carries it itself.
 */
async function submitted({
  from,
  to = smelter,
  fromSite,
  toSite,
  batchId,
  massGrams,
  pieces = 10,
  day,
}: Load): Promise<string> {
  const { id } = await ok(
    from.post('/v1/manifests', {
      carrierId: smelter.partyId,
      receiverId: to.partyId,
      consignorSiteId: fromSite,
      receiverSiteId: toSite,
      lines: [{ batchId, massGrams, pieces, packaging: 'pallet', packages: 1 }],
    }),
  );
  const paper = { at: on(day, 8), number: `纸-${id.slice(-6)}`, reason: '演示', transferCompletedAt: on(day, 8) };
  await ok(from.post(`/v1/manifests/${id}/register-paper`, paper));
  await ok(from.post(`/v1/manifests/${id}/backfill`, { at: on(day, 8) }));
  return id;
}

async function deliver(load: Load): Promise<string> {
  const id = await submitted(load);
  const step = (by: Client, path: string, body: Record<string, unknown>) =>
    ok(by.post(`/v1/manifests/${id}/${path}`, body));
  await step(load.from, 'hand-over', { at: on(load.day, 9) });
  await step(smelter, 'depart', { at: on(load.day, 10), plates: ['桂A12345'], from: '演示' });
  await step(smelter, 'arrive', { at: on(load.day, 11) });
  const line = { line: 1, acceptedGrams: load.massGrams, acceptedPieces: load.pieces ?? 10, treatmentMethod: 'R4' };
  return (await step(smelter, 'accept', { at: on(load.day, 12), lines: [line] })).lines[0].receivedBatchId;
}

const finding = { method: 'XRF', laboratory: '演示检测中心', sampledAt: on(5) };
const bought = async (massGrams: number) =>
  ok(
    smelter.post('/v1/supplies', {
      ...{ siteId: smelter.siteId, sourceKind: 'crude_lead', supplierName: '演示冶炼厂' },
      ...{ massGrams, receivedAt: on(5), assay: { ...finding, ppm: 970_000 } },
    }),
  );

/** Records batteries that the smelter collected itself, without a manifest. */
const own = async (massGrams: number): Promise<string> =>
  (await ok(smelter.post('/v1/batches', batchInput(smelter.siteId, { massGrams, pieces: 10, occurredAt: on(5) })))).id;

/** Tries to give a batch another risk class. */
async function describedAnew(id: string) {
  const { status, json } = await smelter.post(`/v1/batches/${id}/corrections`, { reason: '演示', riskClass: 'II' });
  return [status, json.code];
}

describe('the boundary of the lead recovery rate', () => {
  it('is passed once by a load that comes over a transfer point of the smelter itself', async () => {
    const declaration = { massGrams: 1_000_000, pieces: 10, occurredAt: on(1) };
    const { id: batchId } = await ok(point.post('/v1/batches', batchInput(point.siteId, declaration)));
    const { massGrams } = declaration;
    const atYard = await deliver({ from: point, fromSite: point.siteId, toSite: yard, batchId, massGrams, day: 2 });
    const inside = await deliver({
      ...{ from: smelter, fromSite: yard, toSite: smelter.siteId },
      ...{ batchId: atYard, massGrams, day: 3 },
    });
    await ok(smelter.post('/v1/assays', { ...finding, batchId: inside, ppm: 600_000 }));
    const query = `period=2026-10&partyId=${smelter.partyId}`;
    const { items } = await ok(smelter.get(`/v1/recovery/records?${query}&term=received`));
    expect(items.map((record: { batchId: string; massGrams: number }) => [record.batchId, record.massGrams])).toEqual([
      [inside, massGrams],
    ]);
  });

  it('is left by forwarded batteries with the content they came with, and by none that come back', async () => {
    const declaration = { massGrams: 1_000_000, pieces: 20, occurredAt: on(1) };
    const { id: batchId } = await ok(point.post('/v1/batches', batchInput(point.siteId, declaration)));
    const { massGrams } = declaration;
    const came = { from: point, fromSite: point.siteId, toSite: smelter.siteId };
    const inside = await deliver({ ...came, batchId, massGrams, pieces: 20, day: 2 });
    const general = { ...finding, basis: 'supplier_class', supplierId: point.partyId, ppm: 500_000 };
    await ok(smelter.post('/v1/assays', general));
    const part = await ok(smelter.post(`/v1/batches/${inside}/split`, { massGrams: 400_000, pieces: 10 }));
    const onward = { from: smelter, to: neighbour, fromSite: smelter.siteId, toSite: neighbour.siteId };
    const id = await submitted({ ...onward, batchId: part.id, massGrams: 400_000, day: 3 });
    await ok(smelter.post(`/v1/manifests/${id}/hand-over`, { at: on(3, 9) }));
    const forwarded = async () => {
      const { json } = await smelter.get(`/v1/recovery?period=2026-10&partyId=${smelter.partyId}`);
      const codes = json.findings.map(({ code }: { code: string }) => code);
      const leadOf = (wanted: string) =>
        json.terms.find(({ term }: { term: string }) => term === wanted).leadGrams as number;
      return [leadOf('forwarded'), leadOf('under_way'), codes.includes('ASSAY_MISSING')];
    };
    expect(await forwarded()).toEqual([0, 200_000, false]);

    await ok(smelter.post(`/v1/manifests/${id}/depart`, { at: on(3, 10), plates: ['桂A12345'], from: '演示' }));
    await ok(neighbour.post(`/v1/manifests/${id}/arrive`, { at: on(3, 11) }));
    await ok(neighbour.post(`/v1/manifests/${id}/reject`, { at: on(3, 12), remarks: '破损' }));
    const lines = [{ line: 1, returnedGrams: 400_000, returnedPieces: 10 }];
    await ok(smelter.post(`/v1/manifests/${id}/close`, { at: on(3, 13), lines }));
    expect(await forwarded()).toEqual([0, 0, false]);
    const { items } = await ok(smelter.get(`/v1/batches?siteId=${smelter.siteId}&inStock=true&limit=200`));
    const back = items.find(({ massGrams: grams }: { massGrams: number }) => grams === 400_000);
    expect(await describedAnew(back.id)).toEqual([409, 'correction-description-received']);
    await ok(smelter.post('/v1/assays', { ...finding, batchId: part.id, ppm: 510_000 }));
    expect(await forwarded()).toEqual([0, 0, false]);
  });

  it('keeps the description of a manifest in parts of any depth', async () => {
    const declaration = { massGrams: 60_000, pieces: 60, occurredAt: on(1) };
    const { id: batchId } = await ok(point.post('/v1/batches', batchInput(point.siteId, declaration)));
    const came = { from: point, fromSite: point.siteId, toSite: smelter.siteId };
    let id = await deliver({ ...came, batchId, massGrams: 60_000, pieces: 60, day: 2 });
    for (let pieces = 59; pieces > 5; pieces -= 1) {
      id = (await ok(smelter.post(`/v1/batches/${id}/split`, { massGrams: pieces * 1_000, pieces }))).id;
    }
    expect(await describedAnew(id)).toEqual([409, 'correction-description-received']);
  });

  it('is left unseen by nothing: batteries of unknown origin that are forwarded are flagged', async () => {
    const [one, other] = [await own(1_000), await own(2_000)];
    const merged = await ok(smelter.post('/v1/batches/merge', { batchIds: [one, other] }));
    const onward = { from: smelter, to: neighbour, fromSite: smelter.siteId, toSite: neighbour.siteId };
    const id = await submitted({ ...onward, batchId: merged.id, massGrams: 3_000, pieces: 20, day: 6 });
    await ok(smelter.post(`/v1/manifests/${id}/hand-over`, { at: on(6, 9) }));
    await ok(smelter.post(`/v1/manifests/${id}/depart`, { at: on(6, 10), plates: ['桂A12345'], from: '演示' }));
    await ok(neighbour.post(`/v1/manifests/${id}/arrive`, { at: on(6, 11) }));
    const line = { line: 1, acceptedGrams: 3_000, acceptedPieces: 20, treatmentMethod: 'R4' };
    await ok(neighbour.post(`/v1/manifests/${id}/accept`, { at: on(6, 12), lines: [line] }));
    const { json } = await smelter.get(`/v1/recovery?period=2026-10&partyId=${smelter.partyId}`);
    expect(json.findings).toContainEqual({
      ...{ code: 'ASSAY_MISSING', severity: 'flag', facts: { records: 1 }, title: 'Assay missing' },
      detail: '1 records have no assay and count as no lead.',
    });
    const path = `/v1/recovery?period=2026-10&partyId=${smelter.partyId}`;
    const { json: chinese } = await smelter.get(path, { 'accept-language': 'zh-CN' });
    expect(chinese.findings).toContainEqual(
      expect.objectContaining({ title: '缺少检测结果', detail: '1 条记录没有检测结果，按不含铅计算。' }),
    );
  });

  it('is seen for bought feed, which is not merged and so keeps its origin', async () => {
    const [one, other] = [await bought(1_000), await bought(2_000)];
    const { status, json } = await smelter.post('/v1/batches/merge', { batchIds: [one.batchId, other.batchId] });
    expect([status, json.code, json.kind]).toEqual([422, 'batch-not-mergeable', 'other_feed']);
  });
});

describe('mass', () => {
  it('is not handed over, fed or disposed of before it was there', async () => {
    const declaration = { massGrams: 1_000, pieces: 10, occurredAt: on(5) };
    const { id: batchId } = await ok(point.post('/v1/batches', batchInput(point.siteId, declaration)));
    const from = { from: point, fromSite: point.siteId, toSite: smelter.siteId };
    const id = await submitted({ ...from, batchId, massGrams: 1_000, day: 6 });
    const early = await point.post(`/v1/manifests/${id}/hand-over`, { at: on(4) });
    expect(early).toMatchObject({ status: 422, json: { code: 'batch-instant-early', pointer: '#/body/at' } });

    const supply = await bought(1_000);
    const { id: run } = await ok(
      smelter.post('/v1/runs', { siteId: smelter.siteId, startedAt: on(1), process: 'integrated' }),
    );
    const lines = [{ batchId: supply.batchId, massGrams: 1_000 }];
    const fed = await smelter.post(`/v1/runs/${run}/feeds`, { fedAt: on(4), lines });
    expect(fed).toMatchObject({ status: 422, json: { code: 'batch-instant-early', pointer: '#/body/fedAt' } });

    await ok(smelter.post(`/v1/runs/${run}/feeds`, { fedAt: on(6), lines }));
    const outputs = [{ material: 'refined_lead', massGrams: 500 }];
    const { batches } = await ok(smelter.post(`/v1/runs/${run}/outputs`, { yieldedAt: on(7), outputs }));
    const sale = { kind: 'sale', massGrams: 500, receiverName: '演示电池厂', contractNumber: 'DEMO-C-1' };
    const sold = await smelter.post(`/v1/batches/${batches[0].id}/dispositions`, { ...sale, occurredAt: on(6) });
    expect(sold).toMatchObject({ status: 422, json: { code: 'batch-instant-early', pointer: '#/body/occurredAt' } });
  });

  it('is traced to the whole through a run that is fed, yields, and is fed again', async () => {
    const [first, second] = [await bought(600), await bought(400)];
    const { id: run } = await ok(
      smelter.post('/v1/runs', { siteId: smelter.siteId, startedAt: on(5), process: 'integrated' }),
    );
    const feed = (batchId: string, massGrams: number) =>
      ok(smelter.post(`/v1/runs/${run}/feeds`, { fedAt: on(6), lines: [{ batchId, massGrams }] }));
    const yields = async (massGrams: number) => {
      const outputs = [{ material: 'refined_lead', massGrams }];
      return (await ok(smelter.post(`/v1/runs/${run}/outputs`, { yieldedAt: on(6), outputs }))).batches[0].id;
    };
    await feed(first.batchId, 600);
    const early = await yields(200);
    await feed(second.batchId, 400);
    const late = await yields(800);

    type Step = { kind: string; fromBatchId: string; toBatchId: string; sharePpm: number };
    const trace = async (id: string, direction: string, kind: string, end: keyof Step) => {
      const { steps } = await ok(smelter.get(`/v1/batches/${id}/trace?direction=${direction}`));
      return Object.fromEntries(
        steps.filter((step: Step) => step.kind === kind).map((step: Step) => [step[end], step.sharePpm]),
      );
    };
    expect(await trace(early, 'back', 'feed', 'fromBatchId')).toEqual({ [first.batchId]: 1_000_000 });
    expect(await trace(late, 'back', 'feed', 'fromBatchId')).toEqual({
      [first.batchId]: 500_000,
      [second.batchId]: 500_000,
    });
    expect(await trace(first.batchId, 'forward', 'output', 'toBatchId')).toEqual({ [early]: 333_333, [late]: 666_667 });
    // The early yield holds 200 g of the first 600 g; the late one holds 400 g, half of its 800 g.
    expect(await trace(second.batchId, 'forward', 'output', 'toBatchId')).toEqual({ [late]: 1_000_000 });
  });

  it('is traced to the gram through a load of which a part is refused and comes back', async () => {
    const declaration = { massGrams: 1_000, pieces: 12, occurredAt: on(1) };
    const { id: batchId } = await ok(point.post('/v1/batches', batchInput(point.siteId, declaration)));
    const from = { from: point, fromSite: point.siteId, toSite: smelter.siteId };
    const id = await submitted({ ...from, batchId, massGrams: 800, day: 2 });
    const step = (by: Client, path: string, body: Record<string, unknown>) =>
      ok(by.post(`/v1/manifests/${id}/${path}`, body));
    await step(point, 'hand-over', { at: on(2) });
    await step(smelter, 'depart', { at: on(2), plates: ['桂A12345'], from: '演示' });
    await step(smelter, 'arrive', { at: on(2) });
    const pieces = { acceptedPieces: 6, refusedPieces: 4 };
    const decided = { line: 1, acceptedGrams: 500, refusedGrams: 290, ...pieces, treatmentMethod: 'R4' };
    await step(smelter, 'accept-partially', { at: on(2), lines: [decided], remarks: '破损' });
    await step(point, 'close', { at: on(3), lines: [{ line: 1, returnedGrams: 300, returnedPieces: 4 }] });
    const { steps } = await ok(point.get(`/v1/batches/${batchId}/trace?direction=forward`));
    // 800 g left, 10 g were missing, 500 g were accepted, and the last 290 g came back, weighed as 300 g.
    const parts = steps.map(({ kind, sharePpm }: { kind: string; sharePpm: number }) => [kind, sharePpm]);
    expect(Object.fromEntries(parts)).toEqual({
      dispatch: 800_000,
      weighing_difference: 10_000,
      arrival: 500_000,
      return: 290_000,
    });
  });
});
