/** Hazardous waste that would leave or come on the record of a recycler alone, before and after the day of law. */
import { beforeAll, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { ok, on, plantOf, TONNE } from '../../recovery/plant.ts';

const app = useApp();
const plant = plantOf(app);
const BEFORE = '2026-12-31T23:59:59+08:00';
const AFTER = '2027-01-01T00:00:00+08:00';

let who: Enterprise;
const made: Record<string, string> = {};

beforeAll(async () => {
  app.clock.now = new Date('2027-01-10T04:00:00.000Z');
  const point = await plant.enterprise('collection_point', ['collection']);
  who = await plant.enterprise('recycler', ['recycling', 'transport']);
  const received = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  const { id } = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(3, 13), process: 'integrated' }));
  const lines = [{ batchId: received, massGrams: 100 * TONNE, pieces: 5_000 }];
  await ok(who.post(`/v1/runs/${id}/feeds`, { fedAt: on(4), lines }));
  for (const material of ['dust', 'separators', 'plastics_light']) {
    const outputs = [{ material, massGrams: 5 * TONNE }];
    const { batches } = await ok(who.post(`/v1/runs/${id}/outputs`, { yieldedAt: on(4, 12), outputs }));
    made[material] = batches[0].id;
  }
}, 60_000);

const disposal = (occurredAt: string) => ({
  ...{ kind: 'disposal', massGrams: TONNE, receiverName: '演示危险废物处置中心', occurredAt },
});
const dispose = (material: string, at: string) => who.post(`/v1/batches/${made[material]}/dispositions`, disposal(at));

it.each(['dust', 'separators'])(
  '%s leave on a record alone until the day of law, and are refused from then on',
  async (material) => {
    expect((await dispose(material, BEFORE)).status).toBe(201);
    const { status, json } = await dispose(material, AFTER);
    expect([status, json.code, json.on, json.pointer]).toEqual([
      ...[422, 'disposition-needs-manifest', '2027-01-01', '#/params/id'],
    ]);
    expect(json.remedy).toContain('POST /v1/manifests');
  },
);

it('materials without a waste code go on to leave on a record', async () => {
  expect((await dispose('plastics_light', AFTER)).status).toBe(201);
});

it('a row of a bulk request is refused alike, and stops no other row', async () => {
  const rows = ['dust', 'plastics_light'].map((material) => ({
    ...{ batchId: made[material], disposition: disposal(AFTER) },
  }));
  const { items } = await ok(who.post('/v1/dispositions/bulk', rows));
  expect(items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['refused', 'recorded']);
  expect(items[0].problem.code).toBe('disposition-needs-manifest');
});

it('hazardous feed is bought on a record alone until the day of law, and is refused from then on', async () => {
  const supply = (receivedAt: string, sourceKind = 'battery_production_scrap') =>
    who.post('/v1/supplies', {
      ...{ siteId: who.siteId, sourceKind, supplierName: '演示电池厂', massGrams: TONNE, receivedAt },
      assay: { ppm: 600_000, method: 'XRF', laboratory: '演示检测中心', sampledAt: receivedAt },
    });
  expect((await supply(BEFORE)).status).toBe(201);
  expect((await supply(AFTER, 'crude_lead')).status).toBe(201);
  const { status, json } = await supply(AFTER);
  expect([status, json.code, json.wasteCode, json.pointer]).toEqual([
    ...[422, 'supply-needs-manifest', '384-004-31', '#/body/sourceKind'],
  ]);
});
