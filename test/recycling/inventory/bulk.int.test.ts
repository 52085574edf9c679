/** Many assays, analyses, dispositions and confirmations of use in one request: each row is answered for itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { pdf, upload } from '../../files/sample.ts';
import { ok, on, plantOf, TONNE } from '../../recovery/plant.ts';

const app = useApp();
const plant = plantOf(app);
let own: Enterprise;
let rival: Enterprise;
let product: string;
let slag: string;

type Item = { readonly outcome: string; readonly id?: string; readonly problem: Record<string, unknown> };

const outcomes = ({ items }: { items: Item[] }) => items.map(({ outcome }) => outcome);
const FINDING = { method: 'XRF', laboratory: '演示检测中心', certificateNumber: null, sampledAt: on(28) };

beforeAll(async () => {
  app.clock.now = new Date('2026-11-03T02:00:00.000Z');
  own = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  rival = await plant.enterprise('recycler', ['recycling', 'collection']);
  const batteries = await plant.collect({ who: own }, 100, on(5));
  const run = await ok(own.post('/v1/runs', { siteId: own.siteId, startedAt: on(9), process: 'integrated' }));
  const lines = [{ batchId: batteries, massGrams: 100 * TONNE, pieces: 5_000 }];
  await ok(own.post(`/v1/runs/${run.id}/feeds`, { fedAt: on(10), lines }));
  const outputs = [
    { material: 'refined_lead', massGrams: 50 * TONNE },
    { material: 'slag_used', massGrams: 10 * TONNE },
  ];
  const { batches } = await ok(own.post(`/v1/runs/${run.id}/outputs`, { yieldedAt: on(11), outputs }));
  [product, slag] = batches.map((one: { id: string }) => one.id);
}, 60_000);

const sale = (massGrams: number, batchId = product) => ({
  batchId,
  disposition: {
    ...{ kind: 'sale', massGrams, receiverName: '演示电池厂', contractNumber: '演示销-1', occurredAt: on(29) },
  },
});

describe('a bulk request', () => {
  it('of assays records the good rows, and names the fault of each other one at its place', async () => {
    const rows = [
      { assay: { ...FINDING, basis: 'batch', batchId: product, ppm: 999_900 } },
      { assay: { ...FINDING, basis: 'batch', batchId: slag, ppm: -1 } },
      { assay: { ...FINDING, basis: 'batch', batchId: product, ppm: 999_000 } },
      { assay: { ...FINDING, basis: 'batch', batchId: newId(), ppm: 1 } },
      { assay: { ...FINDING, basis: 'batch', batchId: slag, ppm: 20_000 }, other: 1 },
    ];
    const { status, json } = await own.post('/v1/assays/bulk', rows);
    expect(status).toBe(200);
    expect(outcomes(json)).toEqual(['recorded', 'refused', 'refused', 'refused', 'refused']);
    expect(json).toMatchObject({ recorded: 1, replayed: 0, refused: 4 });
    expect((await own.get(`/v1/assays/${json.items[0].id}`)).json).toMatchObject({ batchId: product, ppm: 999_900 });
    expect(json.items.slice(1).map(({ problem }: Item) => problem)).toMatchObject([
      { code: 'request-invalid', errors: [{ pointer: '#/body/1/assay/ppm' }] },
      { code: 'assay-exists', pointer: '#/body/2/assay/replacesId' },
      { code: 'batch-missing', pointer: '#/body/3/assay/batchId' },
      { code: 'request-invalid' },
    ]);
    // An unused record of the one that was refused is nowhere.
    expect((await own.get(`/v1/assays?batchId=${slag}`)).json.items).toEqual([]);
  });

  it('that is repeated after a crash records only what is missing, also as lines and in any order', async () => {
    const row = (at: number) => ({
      idempotencyKey: `assay-${at}`,
      assay: {
        ...{ ...FINDING, basis: 'product', material: 'refined_lead', ppm: 999_000 + at },
        sampledAt: `2026-10-12T08:${String(at).padStart(2, '0')}:00+08:00`,
      },
    });
    const rows = Array.from({ length: 40 }, (_, at) => row(at));
    const half = await own.post('/v1/assays/bulk', rows.slice(0, 15));
    expect(half.json.recorded).toBe(15);
    const lines = rows.toReversed().map((one) => JSON.stringify(one));
    const whole = await own.post('/v1/assays/bulk', [...lines, '', '{'].join('\n'), {
      'content-type': 'application/x-ndjson',
    });
    expect(whole.json).toMatchObject({ recorded: 25, replayed: 15, refused: 1 });
    expect(whole.json.items[39].id).toBe(half.json.items[0].id);
    const other = await own.post('/v1/assays/bulk', [{ ...row(0), assay: { ...row(0).assay, ppm: 5 } }]);
    expect(other.json.items[0].problem.code).toBe('idempotency-key-reused');
    const { items } = (await own.get('/v1/assays?limit=100')).json;
    expect(items.filter(({ basis }: { basis: string }) => basis === 'product')).toHaveLength(40);
  });

  it('of dispositions never takes more than there is: the first rows count', async () => {
    const rows = Array.from({ length: 12 }, () => sale(6 * TONNE));
    const { json } = await own.post('/v1/dispositions/bulk', rows);
    expect(json).toMatchObject({ recorded: 8, refused: 4 });
    expect(outcomes(json).lastIndexOf('recorded')).toBe(7);
    expect(json.items[8].problem).toMatchObject({ code: 'batch-mass-exceeded' });
    expect((await own.get(`/v1/batches/${product}`)).json.massGrams).toBe(2 * TONNE);
    expect((await app.authority.get('/v1/books')).json).toMatchObject({ sumOfAccountsGrams: 0, negativeAccounts: 0 });
  });

  it('answers for a batch of another as for one that does not exist', async () => {
    const { json } = await rival.post('/v1/dispositions/bulk', [sale(1), sale(1, newId())]);
    const [first, second] = json.items.map(({ problem }: Item) => ({ ...problem, detail: '', id: '', pointer: '' }));
    expect(first).toEqual(second);
    expect(json.items[0].problem).toMatchObject({ code: 'batch-missing', pointer: '#/body/0/batchId' });
  });

  it('of analyses and of confirmations of use records what the single requests record', async () => {
    const analysis = { ...FINDING, basis: 'batch', batchId: slag, substance: 'water', ppm: 20_000 };
    const analyses = await own.post('/v1/analyses/bulk', [{ analysis }, { analysis }]);
    expect(outcomes(analyses.json)).toEqual(['recorded', 'refused']);
    const use = { kind: 'use', use: 'building-material', contractNumber: '演示用-1', occurredAt: on(29) };
    const disposition = { ...use, massGrams: 10 * TONNE, receiverName: '演示接收方' };
    const left = await own.post('/v1/dispositions/bulk', [{ batchId: slag, disposition }]);
    const dispositionId = left.json.items[0].id;
    const fileId = (await upload(app, own, pdf('confirmation'))).json.id;
    const part = (number: string, massGrams: number) => ({
      dispositionId,
      confirmation: { number, use: 'building-material', massGrams, confirmedOn: '2026-10-30', fileId },
    });
    const rows = [part('确-1', 4 * TONNE), part('确-2', 5 * TONNE), { ...part('确-3', 1), dispositionId: newId() }];
    const { json } = await own.post('/v1/use-confirmations/bulk', rows);
    expect(outcomes(json)).toEqual(['recorded', 'recorded', 'refused']);
    expect(json.items[2].problem).toMatchObject({
      code: 'disposition-missing',
      pointer: '#/body/2/dispositionId',
    });
    const { items } = (await own.get('/v1/use-confirmations')).json;
    expect(items.map(({ massGrams }: { massGrams: number }) => massGrams).toSorted()).toEqual([4 * TONNE, 5 * TONNE]);
  });
});
