/** Corrections of a recycler's records over the API: books, run totals, records as they are read, and the recovery rate. */
import { beforeAll, describe, expect, it } from 'vitest';
import { batchInput, type Enterprise, useApp } from '../../app/fixture.ts';

const app = useApp();
const AT = '2026-10-10T08:00:00+08:00';
let own: Enterprise;
let other: Enterprise;

async function post(path: string, body: object, by = own) {
  const { status, json, text } = await by.post(`/v1${path}`, { ...body });
  if (status >= 300) throw new Error(`${path} ${status}: ${text}`);
  return json;
}
const get = async (path: string) => (await own.get(`/v1${path}`)).json;
const correct = (path: string, body: object, by = own) =>
  by.post(`/v1${path}/corrections`, { reason: '过磅单重量抄录有误', ...body });
const books = async () => (await app.authority.get('/v1/books')).json;
const BALANCED = { sumOfAccountsGrams: 0, negativeAccounts: 0, deviatingAccounts: 0 };

const finding = (ppm: number) => ({ ppm, method: 'XRF', laboratory: '演示检测中心', sampledAt: AT });
const buy = (massGrams: number) =>
  post('/supplies', {
    ...{ siteId: own.siteId, sourceKind: 'crude_lead', supplierName: '演示冶炼厂', massGrams, receivedAt: AT },
    assay: finding(970_000),
  });

/** A run that was fed 10 t of crude lead of a supply of 12 t. It yielded 9 t of refined lead, or of another material. */
async function smelt(material = 'refined_lead') {
  const supply = await buy(12_000_000);
  const run = await post('/runs', { siteId: own.siteId, startedAt: AT, process: 'refining' });
  await post(`/runs/${run.id}/feeds`, { fedAt: AT, lines: [{ batchId: supply.batchId, massGrams: 10_000_000 }] });
  const outputs = [{ material, massGrams: 9_000_000 }];
  const { batches } = await post(`/runs/${run.id}/outputs`, { yieldedAt: AT, outputs });
  const { items } = await get(`/runs/${run.id}/movements`);
  return { supply, run: run.id as string, product: batches[0].id as string, feed: items[0].id as string };
}

beforeAll(async () => {
  own = await app.enterprise({ kind: 'recycler' });
  other = await app.enterprise({ kind: 'recycler' });
  await app.authority.post(`/v1/parties/${own.partyId}/licences`, {
    ...{ number: '演示证9', mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示厅' },
    ...{ validFrom: '2026-01-01', validTo: '2027-01-01' },
  });
});

describe('a run in progress', () => {
  it('takes a corrected feed: the rest goes back to its batch, and the books stay at zero', async () => {
    const { supply, run, feed } = await smelt();
    const { status, json } = await correct(`/runs/${run}/feeds/${feed}`, { massGrams: 9_500_000 });
    expect([status, json.subject, json.before, json.after]).toEqual([
      ...[201, `run-feed:${feed}`, { massGrams: 10_000_000 }, { massGrams: 9_500_000 }],
    ]);
    expect(json.affected).toEqual(
      expect.arrayContaining([
        {
          ...{ kind: 'run', id: run, state: 'open' },
          ...{ before: { fedGrams: 10_000_000 }, after: { fedGrams: 9_500_000 } },
        },
        {
          ...{ kind: 'batch', id: supply.batchId, state: null },
          ...{ before: { massGrams: 2_000_000 }, after: { massGrams: 2_500_000 } },
        },
        { kind: 'recovery_rate', id: `${own.partyId}/2026-10`, state: null, before: {}, after: {} },
      ]),
    );
    expect(await get(`/runs/${run}`)).toMatchObject({ fedGrams: 9_500_000, heldGrams: 500_000 });
    expect((await get(`/batches/${supply.batchId}`)).massGrams).toBe(2_500_000);
    expect(await books()).toMatchObject(BALANCED);
    expect((await get(`/runs/${run}/feeds/${feed}/corrections`)).items).toEqual([json]);
  });

  it('counts a feed that was too small for its outputs as uptake, and gives it back when the feed was larger', async () => {
    const { run, feed } = await smelt('refining_slag');
    await correct(`/runs/${run}/feeds/${feed}`, { massGrams: 8_000_000 });
    expect(await get(`/runs/${run}`)).toMatchObject({ fedGrams: 8_000_000, gainedGrams: 1_000_000, heldGrams: 0 });
    await correct(`/runs/${run}/feeds/${feed}`, { massGrams: 9_400_000 });
    expect(await get(`/runs/${run}`)).toMatchObject({ fedGrams: 9_400_000, gainedGrams: 0, heldGrams: 400_000 });
    const refused = await correct(`/runs/${run}/feeds/${feed}`, { massGrams: 7_000_000 });
    expect([refused.status, refused.json.code]).toEqual([422, 'run-gain-implausible']);
    expect(await books()).toMatchObject(BALANCED);
  });

  it('refuses a feed of more than its batch held, and an output below what was sold of it', async () => {
    const { run, feed, product } = await smelt();
    const fed = await correct(`/runs/${run}/feeds/${feed}`, { massGrams: 12_000_001 });
    expect([fed.status, fed.json.code]).toEqual([409, 'correction-below-moved']);
    await post(`/batches/${product}/dispositions`, {
      ...{ kind: 'sale', massGrams: 8_000_000, receiverName: '演示买方', contractNumber: 'C1', occurredAt: AT },
    });
    const yielded = await correct(`/runs/${run}/outputs/${product}`, { massGrams: 7_999_999 });
    expect([yielded.status, yielded.json.code]).toEqual([409, 'correction-below-moved']);
    expect((await correct(`/runs/${run}/outputs/${product}`, { massGrams: 8_000_000 })).status).toBe(201);
    expect(await get(`/runs/${run}`)).toMatchObject({ yieldedGrams: 8_000_000, heldGrams: 2_000_000 });
  });

  it('knows only its own feeds and outputs, and those only for its organisation', async () => {
    const [one, two] = [await smelt(), await smelt()];
    const codes = async (path: string, by = own) => (await correct(path, { massGrams: 1 }, by)).json.code;
    expect(await codes(`/runs/${one.run}/feeds/${two.feed}`)).toBe('feed-missing');
    expect(await codes(`/runs/${one.run}/outputs/${two.product}`)).toBe('output-missing');
    expect(await codes(`/runs/${one.run}/feeds/${one.feed}`, other)).toBe('run-missing');
    expect((await other.get(`/v1/runs/${one.run}/feeds/${one.feed}/corrections`)).json.code).toBe('run-missing');
  });

  it('takes the pieces of batteries back with their mass', async () => {
    const battery = await post('/batches', batchInput(own.siteId, { massGrams: 1_000, pieces: 10, occurredAt: AT }));
    const { id } = await post('/runs', { siteId: own.siteId, startedAt: AT, process: 'integrated' });
    await post(`/runs/${id}/feeds`, { fedAt: AT, lines: [{ batchId: battery.id, massGrams: 1_000, pieces: 10 }] });
    const feed = (await get(`/runs/${id}/movements`)).items[0].id;
    expect((await correct(`/runs/${id}/feeds/${feed}`, { massGrams: 900 })).json.code).toBe(
      'correction-quantities-apart',
    );
    expect((await correct(`/runs/${id}/feeds/${feed}`, { massGrams: 900, pieces: 9 })).status).toBe(201);
    expect(await get(`/batches/${battery.id}`)).toMatchObject({ massGrams: 100, pieces: 1 });
  });

  it('keeps mass and pieces of a feed together, and withdraws both', async () => {
    const battery = await post('/batches', batchInput(own.siteId, { massGrams: 99_500, pieces: 6, occurredAt: AT }));
    const { id } = await post('/runs', { siteId: own.siteId, startedAt: AT, process: 'integrated' });
    await post(`/runs/${id}/feeds`, { fedAt: AT, lines: [{ batchId: battery.id, massGrams: 50_000, pieces: 3 }] });
    const feed = (await get(`/runs/${id}/movements`)).items[0].id;
    const codeOf = async (stated: object) => (await correct(`/runs/${id}/feeds/${feed}`, stated)).json.code;
    expect(await codeOf({ massGrams: 1 })).toBe('batch-piece-mass-differs');
    expect(await codeOf({ massGrams: 50_000, pieces: 0 })).toBe('batch-quantities-apart');
    expect(await codeOf({ massGrams: 0, pieces: 3 })).toBe('batch-quantities-apart');
    const withdrawn = await correct(`/runs/${id}/feeds/${feed}`, { massGrams: 0 });
    expect([withdrawn.status, withdrawn.json.after]).toEqual([201, { massGrams: 0, pieces: 0 }]);
    expect(await get(`/batches/${battery.id}`)).toMatchObject({ massGrams: 99_500, pieces: 6 });
  });
});

describe('a closed run', () => {
  it('takes a correction into its loss and stays empty, and refuses what it cannot balance', async () => {
    const { run, feed, product } = await smelt();
    await post(`/runs/${run}/close`, { closedAt: AT, carriedGrams: 600_000 });
    expect(await get(`/runs/${run}`)).toMatchObject({ lostGrams: 400_000, heldGrams: 0 });
    await correct(`/runs/${run}/outputs/${product}`, { massGrams: 9_300_000 });
    expect(await get(`/runs/${run}`)).toMatchObject({ lostGrams: 100_000, yieldedGrams: 9_300_000, heldGrams: 0 });
    await correct(`/runs/${run}/feeds/${feed}`, { massGrams: 10_500_000 });
    expect(await get(`/runs/${run}`)).toMatchObject({ lostGrams: 600_000, fedGrams: 10_500_000, heldGrams: 0 });
    const refused = await correct(`/runs/${run}/outputs/${product}`, { massGrams: 13_000_000 });
    expect([refused.status, refused.json.code]).toEqual([422, 'run-gain-implausible']);
    expect(await books()).toMatchObject(BALANCED);
  });

  it('corrects what it carried over', async () => {
    const { run } = await smelt();
    const { batches } = await post(`/runs/${run}/close`, { closedAt: AT, carriedGrams: 600_000 });
    const carried = batches[0].id;
    expect((await correct(`/runs/${run}/outputs/${carried}`, { massGrams: 700_000 })).status).toBe(201);
    expect(await get(`/runs/${run}`)).toMatchObject({ carriedGrams: 700_000, lostGrams: 300_000, heldGrams: 0 });
    expect((await get(`/batches/${carried}`)).massGrams).toBe(700_000);
  });
});

describe('statements', () => {
  it('of a supply are corrected with the batch that it became', async () => {
    const { id, batchId } = await buy(5_000_000);
    await correct(`/supplies/${id}`, { massGrams: 4_800_000, supplierName: '演示更名冶炼厂', documentNumber: 'D-1' });
    const read = await get(`/supplies/${id}`);
    expect(read).toMatchObject({
      massGrams: 4_800_000,
      supplierName: '演示更名冶炼厂',
      documentNumber: 'D-1',
      corrections: 1,
    });
    expect(await get(`/batches/${batchId}`)).toMatchObject({ massGrams: 4_800_000, supplierName: '演示更名冶炼厂' });
    expect((await get(`/supplies?limit=200`)).items).toContainEqual(read);
    const batch = await correct(`/batches/${batchId}`, { massGrams: 1 });
    expect(batch.json.code).toBe('correction-elsewhere');
    expect(await books()).toMatchObject(BALANCED);
  });

  it('of a disposition are corrected, and a confirmation can come later', async () => {
    const { product } = await smelt();
    const sale = { kind: 'sale', massGrams: 8_000_000, receiverName: '甲厂', contractNumber: 'C2', occurredAt: AT };
    const { id } = await post(`/batches/${product}/dispositions`, sale);
    await correct(`/dispositions/${id}`, { massGrams: 7_000_000, receiverName: '乙厂' });
    await correct(`/dispositions/${id}`, { confirmationNumber: 'Q-7', reason: '接收方补交利用确认' });
    expect(await get(`/dispositions/${id}`)).toMatchObject({
      ...{
        massGrams: 7_000_000,
        receiverName: '乙厂',
        confirmationNumber: 'Q-7',
        contractNumber: 'C2',
        corrections: 2,
      },
    });
    expect((await get(`/batches/${product}`)).massGrams).toBe(2_000_000);
    const more = await correct(`/dispositions/${id}`, { massGrams: 9_000_001 });
    expect([more.status, more.json.code]).toEqual([409, 'correction-below-moved']);
    const { items } = await get(`/dispositions/${id}/corrections`);
    expect(items.map(({ before }: { before: object }) => before)).toEqual([
      { massGrams: 8_000_000, receiverName: '甲厂' },
      { confirmationNumber: null },
    ]);
    expect(await books()).toMatchObject(BALANCED);
  });

  it('of an emission are corrected by one of two that compete with If-Match', async () => {
    const air = { medium: 'air', leadGrams: 500, method: 'CEMS', monitoringPoint: 'DA001', occurredAt: AT };
    const { id } = await post('/emissions', { siteId: own.siteId, ...air });
    const racing = await Promise.all(
      [600, 700].map((leadGrams) =>
        own.post(`/v1/emissions/${id}/corrections`, { reason: '更正', leadGrams }, { 'if-match': '"0"' }),
      ),
    );
    expect(racing.map(({ status }) => status).toSorted()).toEqual([201, 412]);
    expect((await get(`/emissions/${id}`)).corrections).toBe(1);
    expect((await correct(`/emissions/${id}`, { leadGrams: 1 }, other)).json.code).toBe('emission-missing');
  });
});

it('records entered twice are withdrawn one after the other, from the last to the first', async () => {
  const { supply, run, product, feed } = await smelt();
  const sale = { kind: 'sale', massGrams: 9_000_000, receiverName: '演示买方', contractNumber: 'C9', occurredAt: AT };
  const { id: sold } = await post(`/batches/${product}/dispositions`, sale);
  const nothing = async (path: string) => {
    const { status, json } = await correct(path, { massGrams: 0, reason: '重复登记' });
    return [status, json.code];
  };
  expect(await nothing(`/runs/${run}/outputs/${product}`)).toEqual([409, 'correction-below-moved']);
  expect(await nothing(`/supplies/${supply.id}`)).toEqual([409, 'correction-below-moved']);
  const paths = [`/dispositions/${sold}`, `/runs/${run}/outputs/${product}`, `/runs/${run}/feeds/${feed}`];
  for (const path of [...paths, `/supplies/${supply.id}`]) expect(await nothing(path)).toEqual([201, undefined]);
  expect(await get(`/dispositions/${sold}`)).toMatchObject({ massGrams: 0, state: 'withdrawn', corrections: 1 });
  expect(await get(`/supplies/${supply.id}`)).toMatchObject({ massGrams: 0, state: 'withdrawn' });
  expect(await get(`/runs/${run}`)).toMatchObject({ fedGrams: 0, yieldedGrams: 0, heldGrams: 0 });
  for (const id of [product, supply.batchId]) {
    expect(await get(`/batches/${id}`)).toMatchObject({ massGrams: 0, state: 'withdrawn' });
  }
  expect(await books()).toMatchObject(BALANCED);
  expect((await correct(`/dispositions/${sold}`, { massGrams: 1 })).json.code).toBe('correction-below-moved');
});

it('a recovery rate is computed again from the corrected records', async () => {
  const fresh = await app.enterprise({ kind: 'recycler' });
  const before = own;
  own = fresh;
  try {
    for (const countedOn of ['2026-08-31', '2026-09-30']) {
      await post('/stock-counts', { siteId: own.siteId, countedOn, countedBy: '演示员', lines: [] });
    }
    const at = '2026-09-10T08:00:00+08:00';
    const supply = await post('/supplies', {
      ...{ siteId: own.siteId, sourceKind: 'crude_lead', supplierName: '演示', massGrams: 20_000_000, receivedAt: at },
      assay: { ...finding(1_000_000), sampledAt: at },
    });
    const { id } = await post('/runs', { siteId: own.siteId, startedAt: at, process: 'refining' });
    await post(`/runs/${id}/feeds`, { fedAt: at, lines: [{ batchId: supply.batchId, massGrams: 10_000_000 }] });
    const outputs = [
      { material: 'refined_lead', massGrams: 9_000_000 },
      { material: 'slag', massGrams: 400_000 },
    ];
    const { batches } = await post(`/runs/${id}/outputs`, { yieldedAt: at, outputs });
    for (const { id: batchId } of batches) await post('/assays', { batchId, ...finding(1_000_000) });
    await post(`/runs/${id}/close`, { closedAt: at, carriedGrams: 0 });
    const use = { kind: 'use', massGrams: 400_000, receiverName: '丙厂', contractNumber: 'C3', occurredAt: at };
    const { id: used } = await post(`/batches/${batches[1].id}/dispositions`, use);
    const air = { medium: 'air', leadGrams: 100_000, method: 'CEMS', monitoringPoint: 'DA001', occurredAt: at };
    const { id: emitted } = await post('/emissions', { siteId: own.siteId, ...air });

    const rates = async () => {
      const { rates: found, terms } = await get(`/recovery?partyId=${own.partyId}&period=2026-09`);
      return [found.headline.percent, Object.fromEntries(terms.map((one: { term: string }) => [one.term, one]))];
    };
    const [first] = await rates();
    await correct(`/runs/${id}/outputs/${batches[0].id}`, { massGrams: 9_200_000 });
    const [afterOutput] = await rates();
    await correct(`/dispositions/${used}`, { confirmationNumber: 'Q-1' });
    const [afterConfirmation] = await rates();
    const { items } = await get(`/runs/${id}/movements`);
    await correct(`/runs/${id}/feeds/${items[0].id}`, { massGrams: 12_000_000 });
    const [afterFeed] = await rates();
    await correct(`/emissions/${emitted}`, { leadGrams: 200_000 });
    const records = (await get(`/recovery/records?partyId=${own.partyId}&period=2026-09&limit=200`)).items;
    expect([first, afterOutput, afterConfirmation, afterFeed]).toEqual(['90.00', '92.00', '96.00', '80.00']);
    const massOf = (kind: string) => records.find((one: { kind: string }) => one.kind === kind).massGrams;
    expect([massOf('emission'), massOf('feed'), massOf('output')]).toEqual([200_000, 12_000_000, 9_200_000]);
  } finally {
    own = before;
  }
});
