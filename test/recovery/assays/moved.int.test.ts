/** Contradictions that follow a sample from one record to another one, over the API. */
import { beforeEach, expect, it } from 'vitest';
import { listDeniedBefore } from '../../../src/recycling/index.ts';
import { useApp } from '../../app/fixture.ts';
import { confirm, laboratoryOf, openLaboratory } from '../../recycling/certificates/laboratory.ts';
import { certificateFileOf, certificateNumber } from '../certificate.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);

beforeEach(() => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
});

/** A smelter that made refined lead of 100 tonnes, and a friend of it with a laboratory. */
async function begin() {
  const point = await plant.enterprise('collection_point', ['collection']);
  const who = await plant.enterprise('recycler', ['recycling', 'transport']);
  const received = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  const [laboratory, friend] = [await laboratoryOf(app), await openLaboratory(app)];
  const certificateFileId = await certificateFileOf(who);
  const state = (of: object, by = laboratory) =>
    ok(
      who.post('/v1/assays', {
        ...{
          method: 'XRF',
          laboratory: '检测中心',
          laboratoryId: by.partyId,
          sampleMark: '样-1',
          sampledAt: on(8, 12),
        },
        ...{ certificateNumber: certificateNumber(), certificateFileId, ...of },
      }),
    );
  const process = async () => {
    const { id: runId } = await ok(
      who.post('/v1/runs', { siteId: who.siteId, process: 'smelting', startedAt: on(5, 6) }),
    );
    const lines = [{ batchId: received, massGrams: 100 * TONNE, pieces: 5_000 }];
    await ok(who.post(`/v1/runs/${runId}/feeds`, { fedAt: on(5, 7), lines }));
    const outputs = [
      { material: 'refined_lead', massGrams: 50 * TONNE },
      { material: 'lead_paste', massGrams: 10 * TONNE },
    ];
    const { batches } = await ok(who.post(`/v1/runs/${runId}/outputs`, { yieldedAt: on(6), outputs }));
    return { runId, batches: batches.map(({ id }: { id: string }) => id) as [string, string] };
  };
  const codes = async () => (await plant.rate(who)).findings as string[];
  return { who, point, received, laboratory, friend, state, process, codes };
}

it('a contradiction of a run follows its sample to the batch that the run made', async () => {
  const { laboratory, friend, state, process, codes } = await begin();
  const { runId, batches } = await process();
  const ofRun = { basis: 'run', runId, material: 'lead_paste' };
  const first = await state({ ...ofRun, ppm: 780_000 });
  await ok(confirm(laboratory, { ...first, ppm: 700_000 }));
  expect(await codes()).toContain('ASSAYS_CONTRADICTED');
  const moved = await state({ batchId: batches[1], ppm: 780_000 }, friend);
  await ok(confirm(friend, moved));
  expect(await codes()).toContain('ASSAYS_CONTRADICTED');
  // The record of the run states what its laboratory found: now the batch has a sample of its own.
  const { id: _, ...right } = await state({ ...ofRun, ppm: 700_000, replacesId: first.id });
  expect(right.ppm).toBe(700_000);
  expect(await codes()).not.toContain('ASSAYS_CONTRADICTED');
});

it('a contradiction of a batch follows it to the parts that are split from it', async () => {
  const { who, laboratory, friend, state, process, codes } = await begin();
  const { batches } = await process();
  const first = await state({ batchId: batches[1], ppm: 780_000 });
  await ok(confirm(laboratory, { ...first, ppm: 700_000 }));
  const { id: part } = await ok(who.post(`/v1/batches/${batches[1]}/split`, { massGrams: 9 * TONNE, pieces: 0 }));
  const moved = await state({ batchId: part, ppm: 780_000 }, friend);
  await ok(confirm(friend, moved));
  expect([...(await listDeniedBefore(app.deps.db, 'assay', [moved.id]))]).toEqual([moved.id]);
  const corrected = await state({ batchId: batches[1], ppm: 700_000, replacesId: first.id });
  await ok(confirm(laboratory, corrected));
  expect(await codes()).not.toContain('ASSAYS_CONTRADICTED');
});

it('a contradiction of the class of a supplier follows it to a load of the same month', async () => {
  const { point, received, laboratory, friend, state, codes, process } = await begin();
  await process();
  const ofClass = { basis: 'supplier_class', supplierId: point.partyId, sampledAt: on(4, 12) };
  const first = await state({ ...ofClass, ppm: 560_000 });
  await ok(confirm(laboratory, { ...first, ppm: 580_000 }));
  const { items } = await ok(app.authority.get(`/v1/assays?batchId=${received}`));
  const moved = await state({ batchId: received, ppm: 560_000, replacesId: items.at(-1).id }, friend);
  await ok(confirm(friend, moved));
  expect(await codes()).toContain('ASSAYS_CONTRADICTED');
  await ok(confirm(laboratory, await state({ ...ofClass, ppm: 580_000, replacesId: first.id })));
  expect(await codes()).not.toContain('ASSAYS_CONTRADICTED');
});
