/** Corrections of batches over the API: books, storage, trace, journal, history and refusals. */
import { beforeAll, describe, expect, it } from 'vitest';
import { batchInput, type Enterprise, useApp } from '../../app/fixture.ts';

const app = useApp();
let own: Enterprise;
let carrier: Enterprise;
let smelter: Enterprise;
beforeAll(async () => {
  own = await app.enterprise({ name: '演示收集点' });
  carrier = await app.enterprise({ kind: 'transfer_point' });
  smelter = await app.enterprise({ kind: 'recycler' });
  await app.authority.post(`/v1/parties/${smelter.partyId}/licences`, {
    ...{ number: '演示证1', mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示厅' },
    ...{ validFrom: '2026-01-01', validTo: '2027-01-01' },
  });
});

const record = async (changes: Record<string, unknown> = {}, by = own) => {
  const { status, json, text } = await by.post('/v1/batches', batchInput(by.siteId, changes));
  if (status !== 201) throw new Error(text);
  return json;
};
const correct = (id: string, body: Record<string, unknown>, headers = {}, by = own) =>
  by.post(`/v1/batches/${id}/corrections`, { reason: '称重单位误填', ...body }, headers);
const stockOf = async () => (await own.get(`/v1/storage?share=0&siteId=${own.siteId}`)).json.items[0]?.stockGrams ?? 0;
const books = async () => (await app.authority.get('/v1/books')).json;
const draft = async (batchId: string, massGrams: number, pieces: number) => {
  const line = { batchId, massGrams, pieces, packaging: 'pallet', packages: 1 };
  const sites = { consignorSiteId: own.siteId, receiverSiteId: smelter.siteId };
  const named = { carrierId: carrier.partyId, receiverId: smelter.partyId };
  return (await own.post('/v1/manifests', { ...named, ...sites, lines: [line] })).json.id;
};

describe('a batch that was recorded ten times too heavy', () => {
  it('is corrected: its mass, the stock of its site, and books that still add up to zero', async () => {
    const before = await stockOf();
    const { id } = await record({ massGrams: 1_984_000, pieces: 12 });
    expect(await stockOf()).toBe(before + 1_984_000);
    const { status, json } = await correct(id, { massGrams: 198_400 });
    expect([status, json]).toEqual([
      201,
      {
        ...{ id: expect.any(String), partyId: own.partyId, subject: `batch:${id}`, number: 1, reason: '称重单位误填' },
        ...{ before: { massGrams: 1_984_000 }, after: { massGrams: 198_400 } },
        affected: [
          { kind: 'batch', id, state: null, before: { massGrams: 1_984_000 }, after: { massGrams: 198_400 } },
          {
            ...{ kind: 'site', id: own.siteId, state: null },
            ...{ before: { stockGrams: before + 1_984_000 }, after: { stockGrams: before + 198_400 } },
          },
        ],
        ...{ unlisted: [], actor: expect.any(String), recordedAt: app.clock.now.toISOString() },
      },
    ]);
    expect(await stockOf()).toBe(before + 198_400);
    expect(await books()).toMatchObject({ sumOfAccountsGrams: 0, negativeAccounts: 0, deviatingAccounts: 0 });
    const read = await own.get(`/v1/batches/${id}`);
    expect([read.json.massGrams, read.json.corrections, read.headers.etag]).toEqual([198_400, 1, '"1"']);
    const { items } = (await own.get(`/v1/batches/${id}/movements`)).json;
    expect(items).toMatchObject([
      { kind: 'generation', massGrams: 1_984_000, correctsId: null },
      { kind: 'correction', fromBatchId: id, toBoundary: 'generation', massGrams: 1_785_600, correctsId: items[0].id },
    ]);
    expect(items[1].occurredAt).toBe(items[0].occurredAt);
  });

  it('keeps what it said before, page by page, and says so in the journal', async () => {
    const { id, recordedAt } = await record({ massGrams: 1_000, pieces: 10, supplierName: '甲' });
    await correct(id, { massGrams: 900, supplierName: '乙' });
    await correct(id, { pieces: 9, reason: '漏数一只' });
    const first = (await own.get(`/v1/batches/${id}/corrections?limit=1`)).json;
    expect(first.items).toMatchObject([
      { number: 1, before: { massGrams: 1_000, supplierName: '甲' }, after: { massGrams: 900, supplierName: '乙' } },
    ]);
    const { items, nextCursor } = (await own.get(`/v1/batches/${id}/corrections?limit=1&cursor=${first.nextCursor}`))
      .json;
    expect([nextCursor, items]).toMatchObject([null, [{ number: 2, before: { pieces: 10 }, after: { pieces: 9 } }]]);
    expect((await own.get(`/v1/batches/${id}`)).json).toMatchObject({ massGrams: 900, pieces: 9, supplierName: '乙' });
    await app.follow();
    const journal = (await app.authority.get(`/v1/journal/subjects/batch:${id}`)).json.items;
    expect(journal.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['batch.collected', 'batch.corrected', 'batch.corrected'],
    ]);
    expect(journal[1].payload).toMatchObject({
      ...{ reason: '称重单位误填', before: { massGrams: 1_000 }, after: { massGrams: 900 }, number: 1 },
      correctsEntry: { subject: `batch:${id}`, recordedAt },
    });
  });

  it('is traced with the mass that counts', async () => {
    const { id } = await record({ massGrams: 1_000, pieces: 10 });
    const { id: part } = (await own.post(`/v1/batches/${id}/split`, { massGrams: 400, pieces: 4 })).json;
    await correct(id, { massGrams: 500, pieces: 5 });
    const back = (await own.get(`/v1/batches/${part}/trace`)).json.steps;
    expect(back).toMatchObject([
      { kind: 'split', massGrams: 400, sharePpm: 1_000_000 },
      { kind: 'generation', massGrams: 500, sharePpm: 1_000_000 },
    ]);
    const forward = (await own.get(`/v1/batches/${id}/trace?direction=forward`)).json.steps;
    expect(forward).toMatchObject([{ kind: 'split', massGrams: 400, sharePpm: 800_000 }]);
  });

  it('is corrected once by repeated and by competing requests', async () => {
    const { id } = await record({ massGrams: 1_000, pieces: 10 });
    const key = { 'idempotency-key': `once-${id}` };
    const answers = await Promise.all([1, 2, 3].map(() => correct(id, { massGrams: 900 }, key)));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    const stale = await Promise.all([1, 2].map((n) => correct(id, { massGrams: 800 + n }, { 'if-match': '"1"' })));
    expect(stale.map(({ status }) => status).toSorted()).toEqual([201, 412]);
    expect((await own.get(`/v1/batches/${id}`)).json.corrections).toBe(2);
  });
});

describe('a batch whose pieces are not counted', () => {
  it.each([
    ['acid that was recorded as batteries', { pieces: 0, riskClass: 'II', condition: 'acid' }],
    ['acid of another mass', { massGrams: 999, pieces: 0, riskClass: 'II', condition: 'acid' }],
  ])('is corrected with its condition: %s', async (_, stated) => {
    const { id } = await record({ massGrams: 1_000, pieces: 10 });
    const { status, text } = await correct(id, stated);
    expect([status, text]).toEqual([201, expect.stringContaining('"acid"')]);
    expect((await own.get(`/v1/batches/${id}`)).json).toMatchObject({ pieces: 0, condition: 'acid' });
    expect((await correct(id, { pieces: 9, riskClass: 'I', condition: 'whole' })).status).toBe(201);
    expect((await own.get(`/v1/batches/${id}`)).json).toMatchObject({ pieces: 9, condition: 'whole' });
  });
});

describe('a batch that was recorded twice', () => {
  it('is withdrawn: it holds nothing, counts nowhere, and stays visible with its history', async () => {
    const before = await stockOf();
    const { id } = await record({ massGrams: 1_000, pieces: 10 });
    const { status, json } = await correct(id, { massGrams: 0, pieces: 0, reason: '重复登记' });
    expect([status, json.after]).toEqual([201, { massGrams: 0, pieces: 0 }]);
    expect((await own.get(`/v1/batches/${id}`)).json).toMatchObject({ massGrams: 0, pieces: 0, state: 'withdrawn' });
    expect([await stockOf(), await books()]).toMatchObject([before, { sumOfAccountsGrams: 0, negativeAccounts: 0 }]);
    const listed = (await own.get(`/v1/batches?limit=200&siteId=${own.siteId}`)).json.items;
    expect(listed.find((one: { id: string }) => one.id === id)).toMatchObject({ state: 'withdrawn', corrections: 1 });
    const inStock = (await own.get(`/v1/batches?limit=200&inStock=true`)).json.items;
    expect(inStock.map((one: { id: string }) => one.id)).not.toContain(id);
    expect((await own.get(`/v1/batches/${id}/trace`)).json.steps).toEqual([]);
    const split = await own.post(`/v1/batches/${id}/split`, { massGrams: 1, pieces: 1 });
    expect([split.status, split.json.code]).toEqual([409, 'batch-withdrawn']);
    expect((await correct(id, { massGrams: 900, pieces: 9, reason: '并非重复' })).status).toBe(201);
    const again = (await own.get(`/v1/batches/${id}`)).json;
    expect([again.massGrams, again.pieces, again.state]).toEqual([900, 9, undefined]);
  });

  it('is no more withdrawn once mass has left it or is promised, or without its pieces', async () => {
    const { id } = await record({ massGrams: 1_000, pieces: 10 });
    const alone = await correct(id, { massGrams: 0 });
    expect([alone.status, alone.json.code]).toEqual([422, 'correction-quantities-apart']);
    await own.post(`/v1/batches/${id}/split`, { massGrams: 100, pieces: 1 });
    const { status, json } = await correct(id, { massGrams: 0, pieces: 0 });
    expect([status, json.code]).toEqual([409, 'correction-below-moved']);
  });
});

describe('a correction is refused, and changes nothing,', () => {
  const refused = async (id: string, body: Record<string, unknown>, by = own) => {
    const before = (await own.get(`/v1/batches/${id}`)).json;
    const { status, json } = await correct(id, body, {}, by);
    expect((await own.get(`/v1/batches/${id}`)).json).toEqual(before);
    return [status, json.code, json.pointer];
  };

  it('of a batch of another organisation', async () => {
    const { id } = await record();
    expect(await refused(id, { massGrams: 1 }, smelter)).toEqual([404, 'batch-missing', '#/params/id']);
    expect((await smelter.get(`/v1/batches/${id}/corrections`)).status).toBe(404);
  });

  it('below what has left, and where one of mass and pieces would stay alone', async () => {
    const { id } = await record({ massGrams: 1_000, pieces: 10 });
    await own.post(`/v1/batches/${id}/split`, { massGrams: 400, pieces: 4 });
    expect(await refused(id, { massGrams: 399, pieces: 4 })).toEqual([
      409,
      'correction-below-moved',
      '#/body/massGrams',
    ]);
    expect(await refused(id, { massGrams: 500, pieces: 4 })).toEqual([
      422,
      'correction-quantities-apart',
      '#/body/pieces',
    ]);
    expect(await refused(id, { condition: 'broken', riskClass: 'II' })).toEqual([
      ...[409, 'correction-description-used', '#/body/riskClass'],
    ]);
  });

  it('of mass that a submitted manifest promises, and of a description that it repeats', async () => {
    const { id } = await record({ massGrams: 1_000, pieces: 10 });
    const manifest = await draft(id, 700, 7);
    const drafted = (await correct(id, { massGrams: 990 })).json;
    expect(drafted.affected).toContainEqual({ kind: 'manifest', id: manifest, state: 'draft', before: {}, after: {} });
    expect((await own.post(`/v1/manifests/${manifest}/submit`, {})).text).toContain('"submitted"');
    expect(await refused(id, { massGrams: 699 })).toEqual([409, 'correction-mass-promised', '#/body/massGrams']);
    expect(await refused(id, { riskClass: 'II' })).toEqual([
      ...[409, 'correction-description-used', '#/body/riskClass'],
    ]);
    expect((await correct(id, { massGrams: 700, pieces: 7 })).status).toBe(201);
    await own.post(`/v1/manifests/${manifest}/cancel`, { reason: '演示' });
    expect((await correct(id, { riskClass: 'II' })).status).toBe(201);
  });

  it('of a kind that no battery of its mass has', async () => {
    const { id } = await record({ massGrams: 1_000, pieces: 10 });
    expect(await refused(id, { batteryKind: 'starter' })).toEqual([
      ...[422, 'batch-piece-mass-impossible', '#/body/pieces'],
    ]);
    expect((await correct(id, { batteryKind: 'starter', massGrams: 10_000 })).status).toBe(201);
  });

  it('of a year that is declared', async () => {
    const { id } = await record({ occurredAt: '2025-06-01T08:00:00+08:00' });
    const { status, json } = await correct(id, { massGrams: 100 });
    expect([status, json.code, json.year, json.closedOn]).toEqual([409, 'correction-year-closed', 2025, '2026-03-31']);
  });

  it('without a reason on one line, or without a value', async () => {
    const { id } = await record();
    for (const body of [{ reason: '两\n行', massGrams: 1 }, { reason: '', massGrams: 1 }, {}, { massGrams: -1 }]) {
      expect((await correct(id, body)).status).toBe(400);
    }
    expect(await refused(id, { batteryKind: 'stationary' })).toEqual([422, 'correction-changes-nothing', '#/body']);
  });

  it('by the database too, where no correction states the description', async () => {
    const { id } = await record();
    const change = app.database.db.execute(`update batches set risk_class = 'II' where id = '${id}'`);
    await expect(change).rejects.toMatchObject({ cause: { message: expect.stringContaining('by a correction only') } });
  });
});
