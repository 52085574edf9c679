/** Confirmations of a laboratory that saw a batch: they hold as long as the record still says what it saw. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { codesOf, type Output, t, usePlant } from '../../recovery/stock/plant.ts';
import { confirm, type Laboratory, laboratoryOf } from '../certificates/laboratory.ts';

const plant = usePlant();
const { app, who, receive, open, feed, yieldFrom, close, sell, count, rate, post, get, finding } = plant;
beforeAll(() => {
  app.clock.now = new Date('2026-11-03T04:00:00.000Z');
});
beforeEach(plant.settle);

/** Smelts 100 t of batteries with 58 % lead. Returns the run and its outputs. */
async function smelt(outputs: readonly Output[], before?: (batchId: string) => Promise<unknown>) {
  await count('2026-09-30');
  const load = await receive(t(100), 580_000, 3);
  await before?.(load.batchId);
  const run = await open(4);
  await feed(run, 5, [load]);
  const [product = '', slag = ''] = await yieldFrom(run, 6, outputs);
  return { run, product, slag, load };
}

const dispose = (slag: string, massGrams: number) =>
  post(`/batches/${slag}/dispositions`, {
    ...{ kind: 'disposal', massGrams, receiverName: '演示处置中心', occurredAt: '2026-10-09T12:00:00+08:00' },
  });

/** Corrects the mass of an output. */
const correct = async (run: string, output: string, massGrams: number) => {
  const reason = '产出重量抄录有误';
  const path = `/v1/runs/${run}/outputs/${output}/corrections`;
  const { status, text } = await who.plant.post(path, { reason, massGrams }, { 'if-match': '*' });
  expect(status, text).toBe(201);
};

/** Returns what a caller sees of the only statement on an assay. */
async function shown(assayId: string, by: { get: Laboratory['get'] } = who.plant) {
  const { items } = (await by.get(`/v1/certificate-confirmations?assayId=${assayId}`)).json;
  expect(items).toHaveLength(1);
  const one = (await by.get(`/v1/certificate-confirmations/${items[0].id}`)).json;
  expect(one).toEqual(items[0]);
  return one;
}

it('an output that is corrected after its laboratory saw it contradicts the confirmation', async () => {
  const { run, product, slag } = await smelt([
    ['refined_lead', t(47.56), 1_000_000],
    ['slag', t(23.2), 50_000],
  ]);
  await close(run, 7);
  const { items } = await get(`/assays?batchId=${product}`);
  expect((await shown(items[0].id)).outcome).toBe('confirmed');
  await correct(run, product, t(56.26));
  await sell(product, t(56.26), 8);
  await dispose(slag, t(23.2));
  await count('2026-10-31');
  const answer = await rate();
  expect(answer.status).toBe('blocked');
  expect(codesOf(answer)).toContain('ASSAYS_CONTRADICTED');
  const seen = {
    ...{ outcome: 'contradicted', differences: ['seenMassGrams'], seenMassGrams: t(47.56) },
    present: { sampleMaterial: 'refined_lead', massGrams: t(56.26), manifestNumbers: [] },
  };
  expect(await shown(items[0].id)).toMatchObject(seen);
  expect(await shown(items[0].id, await laboratoryOf(app))).toMatchObject(seen);
});

it('an output that is corrected within the tolerance, or back, keeps its confirmation', async () => {
  const { run, product, slag } = await smelt([
    ['refined_lead', t(54), 1_000_000],
    ['slag', t(23.2), 50_000],
  ]);
  await correct(run, product, t(46));
  await correct(run, product, t(54.5));
  await close(run, 7);
  await sell(product, t(54.5), 8);
  await dispose(slag, t(23.2));
  await count('2026-10-31');
  const answer = await rate();
  expect(codesOf(answer)).not.toContain('ASSAYS_CONTRADICTED');
});

it('slag that its laboratory saw as less than it became after a correction is contradicted', async () => {
  const { run, product, slag } = await smelt([
    ['refined_lead', t(55.1), 1_000_000],
    ['slag', t(1), 95_000],
  ]);
  await close(run, 7);
  await correct(run, slag, t(26));
  await sell(product, t(55.1), 8);
  await count('2026-10-31', [{ item: 'slag', massGrams: t(26), leadPpm: 95_000 }]);
  const { items } = await get(`/assays?batchId=${slag}`);
  expect(await shown(items[0].id)).toMatchObject({ outcome: 'contradicted', present: { massGrams: t(26) } });
});

it('an output that is added to a run after its laboratory saw the others contradicts the confirmation', async () => {
  const { run, product, slag } = await smelt([
    ['refined_lead', t(47.56), null],
    ['slag', t(23.2), 50_000],
  ]);
  const of = { basis: 'run', runId: run, material: 'refined_lead', ppm: 1_000_000 };
  const made = await post('/assays', { ...of, ...finding('2026-10-06T12:00:00+08:00') });
  await confirm(await laboratoryOf(app), made, 'assays', { seenMassGrams: t(47.56) });
  expect((await shown(made.id)).outcome).toBe('confirmed');
  const [more = ''] = await yieldFrom(run, 7, [['refined_lead', t(8.7), null]]);
  await close(run, 7);
  for (const [batchId, massGrams] of [
    [product, t(47.56)],
    [more, t(8.7)],
  ] as const) {
    await sell(batchId, massGrams, 8);
  }
  await dispose(slag, t(23.2));
  await count('2026-10-31');
  const answer = await rate();
  expect([answer.status, codesOf(answer).includes('ASSAYS_CONTRADICTED')]).toEqual(['blocked', true]);
  expect(await shown(made.id)).toMatchObject({ outcome: 'contradicted', present: { massGrams: t(56.26) } });
});

it('what is split, fed or sold after its laboratory saw it contradicts nothing', async () => {
  const laboratory = await laboratoryOf(app);
  const parts: string[] = [];
  const { run, product, slag, load } = await smelt(
    [
      ['refined_lead', t(55), 1_000_000],
      ['slag', t(23.2), 50_000],
    ],
    async (batchId) => {
      const { items } = await get(`/assays?batchId=${batchId}`);
      parts.push(items[0].id);
    },
  );
  await close(run, 7);
  const { id: half } = await post(`/batches/${product}/split`, { massGrams: t(20), pieces: 0 });
  const { id: rest } = await post(`/batches/${product}/split`, { massGrams: t(35), pieces: 0 });
  const made = await post('/assays', { batchId: half, ppm: 1_000_000, ...finding('2026-10-06T12:00:00+08:00') });
  await confirm(laboratory, made);
  await sell(half, t(20), 8);
  await sell(rest, t(35), 8);
  await dispose(slag, t(23.2));
  await count('2026-10-31');
  for (const assayId of [...parts, made.id]) expect((await shown(assayId, laboratory)).outcome).toBe('confirmed');
  expect((await get(`/batches/${load.batchId}`)).massGrams).toBe(0);
  expect((await get(`/batches/${half}`)).massGrams).toBe(0);
  expect(codesOf(await rate())).not.toContain('ASSAYS_CONTRADICTED');
});
