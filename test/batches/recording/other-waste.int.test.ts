/** Production waste of a battery maker: recorded, sent on a manifest, and fed as other feed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { batchInput, type Enterprise, useApp } from '../../app/fixture.ts';
import { ok, on, plantOf, TONNE } from '../../recovery/plant.ts';

const app = useApp();
const plant = plantOf(app);
const CODE = '384-004-31';

let maker: Enterprise;
let recycler: Enterprise;

const license = async ({ partyId }: Enterprise, mode: string) => {
  const licence = {
    number: `演示废-${mode}`,
    mode,
    wasteCodes: [CODE],
    validFrom: '2026-01-01',
    validTo: '2030-01-01',
  };
  await ok(app.authority.post(`/v1/parties/${partyId}/licences`, { ...licence, issuer: '演示生态环境厅' }));
};

beforeAll(async () => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
  maker = await app.enterprise({ kind: 'producer' });
  recycler = await plant.enterprise('recycler', ['recycling', 'transport']);
  for (const mode of ['recycling', 'transport']) await license(recycler, mode);
}, 60_000);

const waste = (changes: object = {}) => ({
  ...{ origin: 'generated', siteId: maker.siteId, wasteCode: CODE, massGrams: 10 * TONNE, pieces: 0 },
  ...{ occurredAt: on(2), ...changes },
});

describe('a batch of other waste', () => {
  it('is recorded by its code, without the description of batteries', async () => {
    const { status, json } = await maker.post('/v1/batches', waste());
    expect([status, json.kind, json.material, json.batteryKind, json.pieces]).toEqual([201, 'battery', CODE, null, 0]);
    const { items } = await ok(maker.post('/v1/batches/bulk', [{ batch: waste() }, { batch: waste({ pieces: 1 }) }]));
    expect(items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['recorded', 'refused']);
  });

  it.each([
    ['with a kind of battery', { batteryKind: 'starter' }, 'batch-not-batteries', '#/body/batteryKind'],
    ['of a code that runs yield', { wasteCode: '321-029-48' }, 'code-unknown', '#/body/wasteCode'],
  ])('is refused %s', async (_, changes, code, pointer) => {
    const { status, json } = await maker.post('/v1/batches', waste(changes));
    expect([status, json.code, json.pointer]).toEqual([422, code, pointer]);
  });

  it('of batteries still needs their description', async () => {
    const { batteryKind: _, ...rest } = batchInput(maker.siteId, {});
    const { status, json } = await maker.post('/v1/batches', rest);
    expect([status, json.code]).toEqual([400, 'request-invalid']);
    expect(json.errors).toEqual([expect.objectContaining({ pointer: '#/body/batteryKind' })]);
  });

  it('does not become batteries by a correction', async () => {
    const { id } = await ok(maker.post('/v1/batches', waste()));
    const { status, json } = await maker.post(
      `/v1/batches/${id}/corrections`,
      { batteryKind: 'starter', reason: '演示更正' },
      { 'if-match': '"0"' },
    );
    expect([status, json.code]).toEqual([422, 'batch-not-batteries']);
  });

  it('travels on a manifest and is other feed of the recycler, never batteries', async () => {
    const { id: batchId } = await ok(maker.post('/v1/batches', waste()));
    const { id, wasteCode } = await ok(
      maker.post('/v1/manifests', {
        ...{ carrierId: recycler.partyId, receiverId: recycler.partyId },
        ...{ consignorSiteId: maker.siteId, receiverSiteId: recycler.siteId },
        lines: [{ batchId, massGrams: 10 * TONNE, pieces: 0, packaging: 'drum', packages: 40 }],
      }),
    );
    const paper = { at: on(3), number: '纸废-1', reason: '演示', transferCompletedAt: on(3) };
    await ok(maker.post(`/v1/manifests/${id}/register-paper`, paper));
    await ok(maker.post(`/v1/manifests/${id}/backfill`, { at: on(3) }));
    await ok(maker.post(`/v1/manifests/${id}/hand-over`, { at: on(3, 9) }));
    await ok(recycler.post(`/v1/manifests/${id}/depart`, { at: on(3, 10), plates: ['桂A12345'], from: '演示' }));
    await ok(recycler.post(`/v1/manifests/${id}/arrive`, { at: on(3, 11) }));
    const line = { line: 1, acceptedGrams: 10 * TONNE, acceptedPieces: 0, treatmentMethod: 'R4' };
    const { lines } = await ok(recycler.post(`/v1/manifests/${id}/accept`, { at: on(3, 12), lines: [line] }));
    await plant.assay(recycler, lines[0].receivedBatchId, 600_000);
    const { terms } = await plant.rate(recycler);
    expect([wasteCode, terms.other_feed, terms.received]).toEqual([CODE, 6, undefined]);
  });
});
