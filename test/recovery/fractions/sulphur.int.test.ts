/** Sulphur that an enterprise states of its batteries lifts the comprehensive rate only in the eyes of a reviewer. */
import { beforeAll, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { pdf, upload } from '../../files/sample.ts';
import { confirm, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { certificateNumber } from '../certificate.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);

beforeAll(() => {
  app.clock.now = new Date('2026-11-02T04:00:00.000Z');
});

/** Records an analysis of a laboratory by name, or of the external one, which confirms it. */
async function analyse(who: Enterprise, of: { substance: string; batchId: string; ppm: number }, laboratory?: string) {
  const external = await laboratoryOf(app);
  const named = laboratory ? { laboratory } : { laboratory: '演示', laboratoryId: external.partyId };
  const input = { method: '演示法', certificateNumber: certificateNumber(), basis: 'batch', ...named, ...of };
  const made = await ok(who.post('/v1/analyses', { ...input, sampledAt: on(19) }));
  if (!laboratory) await ok(confirm(external, made, 'analyses'));
}

/** Sells 30 t of sodium sulphate of 100 t of batteries, whose sulphur a laboratory states. */
async function evaluate(ppm: number, laboratory?: string) {
  const who = await plant.enterprise('recycler', ['recycling']);
  const from = await plant.enterprise('collection_point', ['collection', 'transport']);
  const fed = await plant.deliver({ who: from }, { who }, { tonnes: 100, day: 3 });
  const { id } = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(2), process: 'integrated' }));
  const line = { batchId: fed, massGrams: 100 * TONNE, pieces: 5_000 };
  await ok(who.post(`/v1/runs/${id}/feeds`, { fedAt: on(20), lines: [line] }));
  const outputs = Object.entries({ refined_lead: 57.8, sodium_sulphate: 30 });
  const { batches } = await ok(
    who.post(`/v1/runs/${id}/outputs`, {
      yieldedAt: on(20, 20),
      outputs: outputs.map(([material, tonnes]) => ({ material, massGrams: tonnes * TONNE })),
    }),
  );
  await ok(who.post(`/v1/runs/${id}/close`, { closedAt: on(20, 22), carriedGrams: 0 }));
  const [lead, salt] = outputs.map(
    ([material]) => batches.find((one: { materialCode: string }) => one.materialCode === material).id,
  );
  await plant.assay(who, lead, 1_000_000);
  await plant.assay(who, salt, 100);
  await analyse(who, { batchId: fed, substance: 'water', ppm: 100_000 });
  await analyse(who, { batchId: salt, substance: 'sulphate', ppm: 990_000 });
  await analyse(who, { batchId: fed, substance: 'sulphur', ppm }, laboratory);
  const use = { kind: 'use', receiverName: '演示买方', contractNumber: '演示合同', use: 'raw-material' };
  const sold = await ok(
    who.post(`/v1/batches/${salt}/dispositions`, { ...use, massGrams: 30 * TONNE, occurredAt: on(25) }),
  );
  const fileId = (await upload(app, who, pdf(`sulphur ${who.partyId}`))).json.id;
  const confirmation = { number: '演示确-1', use: 'raw-material', massGrams: 30 * TONNE, confirmedOn: '2026-10-26' };
  await ok(who.post(`/v1/dispositions/${sold.id}/confirmations`, { ...confirmation, fileId }));
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams: 57.8 * TONNE, leadPpm: 1_000_000 }]);
  const path = '/v1/recovery/methods/comprehensive-recovery/evaluation';
  const { status, findings } = await ok(who.get(`${path}?period=2026-10&partyId=${who.partyId}`));
  return {
    status,
    weak: findings.flatMap(({ code, severity }: { code: string; severity: string }) =>
      code.startsWith('ANALYSES') ? `${severity} ${code}` : [],
    ),
  };
}

it.each([
  ['本厂化验室', 'flag ANALYSES_OF_OWN_LABORATORY'],
  ['演示检测中心', 'flag ANALYSES_NOT_CONFIRMED'],
])('an analysis of sulphur of %s, which lets sulphates through the limit, needs a review', async (name, finding) => {
  expect(await evaluate(129_000, name)).toEqual({ status: 'flagged', weak: [finding] });
});

it('an analysis of sulphur that its laboratory confirmed needs none', async () => {
  expect((await evaluate(40_000)).weak).toEqual([]);
});
